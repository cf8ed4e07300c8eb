// Plays a deck: one slide at a time, by keys, buttons, swipes or the address (#3). Everything is in the page when it opens, so that
// no slide asks for anything; without this script the slides stand below each other.
(() => {
  const deck = document.querySelector('main.deck');
  if (!deck) return;
  const slides = [...deck.querySelectorAll('.slide')];
  const figures = slides.map((slide) => { const found = slide.querySelector('.slide-figure'); return found && window.tumenFigures.read(found); });
  const bar = document.querySelector('.deck-bar');
  const help = document.querySelector('.deck-help');
  const spoken = document.querySelector('.deck-spoken');
  const shown = { notes: false, table: false };
  let at = 0;
  const wanted = () => Math.min(Math.max(parseInt(location.hash.slice(1), 10) || 1, 1), slides.length) - 1;
  const panel = (name) => slides[at].querySelector(`.slide-${name}`);
  const draw = () => {
    const box = slides[at].querySelector('.slide-chart');
    if (!figures[at] || !box || shown.table) return;
    const small = innerWidth < 700;
    window.tumenFigures.draw(box.querySelector('.plot'), figures[at], {
      width: box.clientWidth, height: small ? 0 : box.clientHeight, letters: small ? 0 : Math.max(16, innerHeight / 58),
    });
  };
  const panels = () => {
    for (const name of ['notes', 'table']) {
      slides.forEach((slide, place) => { const found = slide.querySelector(`.slide-${name}`); if (found) found.open = place === at && shown[name]; });
      const button = bar.querySelector(`[data-do="${name}"]`);
      button.setAttribute('aria-pressed', String(shown[name]));
      button.disabled = !panel(name);
    }
    slides[at].classList.toggle('has-table', shown.table && !!panel('table'));
    slides[at].classList.toggle('has-notes', shown.notes && !!panel('notes'));
    draw();
  };
  const show = (place, quiet) => {
    at = Math.min(Math.max(place, 0), slides.length - 1);
    slides.forEach((slide, one) => { slide.hidden = one !== at; });
    if (location.hash !== `#${at + 1}`) history.replaceState(null, '', `#${at + 1}`);
    bar.querySelector('.deck-number').textContent = `${at + 1} / ${slides.length}`;
    bar.querySelector('.deck-progress').value = at + 1;
    bar.querySelector('[data-do="back"]').disabled = at === 0;
    bar.querySelector('[data-do="next"]').disabled = at === slides.length - 1;
    document.querySelectorAll('a[data-keeps-place]').forEach((link) => { link.hash = `#${at + 1}`; });
    if (!quiet) spoken.textContent = `${at + 1} / ${slides.length}. ${slides[at].querySelector('h1, h2').textContent}`;
    slides[at].scrollTop = 0;
    scrollTo(0, 0);
    panels();
  };
  const toggle = (name) => { shown[name] = !shown[name]; panels(); };
  const closed = () => { shown.notes = shown.table = false; panels(); };
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.());
  const deeds = {
    next: () => show(at + 1), back: () => show(at - 1), first: () => show(0), last: () => show(slides.length - 1),
    notes: () => toggle('notes'), table: () => toggle('table'), full, help: () => (help.open ? help.close() : help.showModal()), close: closed,
  };
  const KEYS = {
    ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back',
    Home: 'first', End: 'last', n: 'notes', t: 'table', f: 'full', '?': 'help', Escape: 'close',
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (help.open && event.key !== '?') return; // the dialog has its own keys
    const control = event.target.closest('button, a, input, [tabindex="0"]');
    if (control && (event.key === ' ' || event.key.startsWith('Arrow')) && control.matches(event.key === ' ' ? 'button' : '[tabindex="0"]')) return;
    const deed = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed) return;
    event.preventDefault();
    deeds[event.shiftKey && event.key === ' ' ? 'back' : deed]();
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) deeds[button.dataset.do]();
    const copy = event.target.closest('[data-copy-address]');
    if (copy) navigator.clipboard?.writeText(location.href.split('#')[0]).then(() => { copy.textContent = copy.dataset.done; });
    // What is moved or removed here is what the next chart is added to (37-brief.js).
    const edit = event.target.closest('a[data-own]');
    if (edit) localStorage.setItem('tumen-own', new URL(edit.href).searchParams.get('s') || '');
  });
  let from;
  deck.addEventListener('touchstart', (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  deck.addEventListener('touchend', (event) => {
    const to = event.changedTouches[0];
    const [dx, dy] = from ? [to.clientX - from.clientX, to.clientY - from.clientY] : [0, 0];
    if (Math.abs(dx) > 60 && Math.abs(dx) > 2 * Math.abs(dy) && !event.target.closest('.slide-table')) show(dx < 0 ? at + 1 : at - 1);
  }, { passive: true });
  addEventListener('hashchange', () => { if (wanted() !== at) show(wanted()); });
  let waiting;
  addEventListener('resize', () => { clearTimeout(waiting); waiting = setTimeout(draw, 120); });
  // Alone on the screen, the title of a slide is the title of the page.
  slides.forEach((slide) => slide.querySelector('h2')?.setAttribute('aria-level', '1'));
  document.documentElement.classList.add('is-live');
  show(wanted(), true);
  window.tumenFigures.prepare(figures.filter(Boolean)).then(() => { draw(); deck.dataset.ready = 'yes'; });
})();
