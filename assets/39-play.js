// The play control: walks through the days on which a picture changed, as if each were typed into "as known on".
// While it walks the axes of the chart stand still (30-charts.js reads `data-walking`), at what is known today.
(() => {
  const PAUSE = 1600; // ms to look at a day, once it is drawn
  const root = document.documentElement;
  let said = { days: [] }, asof = '', playing = false, own = false, timer;

  // How many of the days are known; one more than there are stands for today.
  const place = () => (asof ? said.days.filter((day) => day.slice(0, asof.length) <= asof).length : said.days.length + 1);
  const inWords = (day) => {
    const form = { year: 'numeric', month: day.length > 4 ? 'short' : undefined, day: day.length > 7 ? 'numeric' : undefined, timeZone: 'UTC' };
    const text = new Intl.DateTimeFormat(said.lang === 'fr' ? 'fr-FR' : 'en-GB', form).format(new Date(day));
    return said.lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
  };
  const paint = () => {
    const at = place(), last = said.days.length + 1;
    const idle = { first: asof === said.days[0], previous: at < 1 || asof === said.days[0], next: at === last, today: at === last };
    for (const button of document.querySelectorAll('[data-play]')) {
      const name = button.dataset.play;
      button.setAttribute('aria-disabled', String(Boolean(idle[name]))); // not `disabled`: the focus would be lost
      if (name !== 'play') continue;
      button.title = playing ? said.pause : said.play;
      button.setAttribute('aria-label', button.title);
      button.classList.toggle('is-playing', playing);
    }
  };
  const stop = () => { playing = false; clearTimeout(timer); paint(); };
  const release = () => { stop(); delete root.dataset.walking; };
  // One entry in the browser's history for a whole walk: "back" leads to where it began.
  const go = (day) => {
    const address = new URL(location.href);
    if (day) address.searchParams.set('asof', day); else address.searchParams.delete('asof');
    history[history.state?.walk ? 'replaceState' : 'pushState']({ walk: true }, '', address.pathname + address.search);
    root.dataset.walking = '';
    own = true;
    dispatchEvent(new PopStateEvent('popstate'));
    own = false;
  };
  const step = (by) => {
    const at = place(), exact = asof && said.days.includes(asof);
    go(said.days[by > 0 ? at : Math.max(0, at - (exact ? 2 : 1))] ?? '');
  };
  const forward = () => (place() >= said.days.length + 1 ? go(said.days[0]) : step(1));
  const toggle = () => {
    if (playing) { stop(); return; }
    playing = true;
    paint();
    forward();
  };
  const moves = { first: () => go(said.days[0]), previous: () => step(-1), next: () => step(1), today: () => go('') };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-play]');
    if (!button) { if (event.target.closest('.controls')) release(); return; }
    if (button.dataset.play === 'play') { toggle(); return; }
    stop();
    if (button.getAttribute('aria-disabled') !== 'true') moves[button.dataset.play]();
  });
  // Whatever else changes the state ends the walk.
  document.addEventListener('change', (event) => { if (event.target.closest('.controls')) release(); }, true);
  addEventListener('popstate', () => { if (!own) release(); });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.play = {
    // Called when a state has come from the server: says where one stands and, while playing, waits for the drawing and goes on.
    shown: (value, data) => {
      said = data;
      asof = value || '';
      if (playing && !asof) stop();
      paint();
      clearTimeout(timer);
      const drawn = () => { clearTimeout(timer); if (playing) timer = setTimeout(() => { if (playing) forward(); }, PAUSE); };
      if (playing) requestAnimationFrame(() => requestAnimationFrame(drawn));
      return asof ? said.at.replace('{date}', inWords(asof)).replace('{n}', place()) : said.today;
    },
  };
})();
