// Every figure passes through here on its way to plotly: on a copy, the light colours become dark ones where the page is dark,
// and what the figure says of narrow charts (layout.meta.narrow: path -> value) is applied where there is little room.
// While a reader steps through days of knowledge (39-play.js) a figure that says so (layout.meta.still) keeps its axes.
// A click on a mark whose customdata is [table, id] opens that record (40-record.js); ["period", "2022-11"] asks for that month alone,
// or, where it is shown alone already, for all of time again.
(() => {
  const NARROW = 620;
  const DATA_KEYS = new Set(['x', 'y', 'z', 'lon', 'lat', 'locations', 'geojson', 'customdata', 'text', 'meta']);
  const SHEET = 960; // the width at which charts are drawn for paper; 90-print.css makes it fit
  const TALLEST = 980; // what is taller is made smaller, or a chart would not fit on one page
  let printing = false;
  const dark = () => !printing && document.documentElement.dataset.theme === 'dark';
  let pairs;
  const darkOf = (colour) => {
    pairs = pairs || new Map(Object.entries(JSON.parse(document.getElementById('dark-colours').textContent)).map(([k, v]) => [k.toLowerCase(), v]));
    return pairs.get(colour.toLowerCase()) || colour;
  };
  const recolour = (value) => {
    if (typeof value === 'string') return value.charAt(0) === '#' ? darkOf(value) : value;
    if (Array.isArray(value)) return value.map(recolour);
    if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, DATA_KEYS.has(key) ? inner : recolour(inner)]));
    }
    return value;
  };
  const put = (figure, path, value) => {
    const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.');
    const last = steps.pop();
    const place = steps.reduce((at, step) => (at[step] = at[step] && typeof at[step] === 'object' ? at[step] : {}), figure);
    if (value === null) delete place[last]; else place[last] = value;
  };
  window.tumenPut = put;
  const adapted = (gd, figure) => {
    let copy = { data: structuredClone(figure.data || []), layout: structuredClone(figure.layout || {}) };
    const paper = printing && gd.closest('.card');
    const width = paper ? SHEET : gd.clientWidth || gd.parentElement?.clientWidth || innerWidth;
    gd.tumenNarrow = width < NARROW;
    if ('walking' in document.documentElement.dataset && copy.layout.meta?.still) copy.layout = copy.layout.meta.still;
    copy.layout.height ??= copy.layout.meta?.height; // a responsive graph loses its own; every figure says it here too
    const narrow = copy.layout.meta?.narrow;
    if (gd.tumenNarrow && narrow) for (const [path, value] of Object.entries(narrow)) put(copy, path, value);
    window.tumenLane?.lay(copy, gd.tumenNarrow);
    if (!paper) window.tumenZoom?.apply(gd, copy);
    if (paper) {
      copy.layout.width = SHEET;
      gd.closest('.card-body').style.setProperty('--tall', Math.min(1, TALLEST / copy.layout.height));
    }
    if (gd.tumenHeight) copy.layout.height = gd.tumenHeight;
    if (copy.layout.height) gd.style.height = gd.parentElement.style.height = `${copy.layout.height}px`;
    if (dark()) copy = recolour(copy);
    return copy;
  };
  // What is on the screen is drawn at once; the charts further down follow a few at a time, with room between for the reader.
  const later = [];
  const next = () => setTimeout(() => {
    const until = performance.now() + 120;
    while (later.length && performance.now() < until) later.shift()();
    if (later.length) next();
  }, 16);
  const far = (gd) => !printing && !gd.tumenBound && gd.getBoundingClientRect().top > innerHeight * 1.2;
  // The page's own address component hears of it as it hears of the back button; its callback then leads the controls and charts.
  const go = (keys, value) => {
    const address = new URL(location.href);
    const said = keys.every((key) => address.searchParams.get(key) === value);
    for (const key of keys) said || !value ? address.searchParams.delete(key) : address.searchParams.set(key, value);
    history.pushState({}, '', address.pathname + address.search);
    dispatchEvent(new PopStateEvent('popstate'));
  };
  // One click back to today: the address as it stands now, without its day of knowledge.
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.notice-today') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(['asof'], '');
  });
  const bind = (gd) => {
    if (gd.tumenBound || !gd.on) return;
    gd.tumenBound = true;
    if (!gd.closest('.card')) return; // a chart that stands alone has its own clicks (60-figures.js)
    window.tumenZoom.listen(gd);
    gd.on('plotly_click', (event) => {
      const record = event.points?.[0]?.customdata;
      if (!Array.isArray(record) || !record[1]) return;
      if (record[0] === 'period') go(['start', 'end'], record[1]);
      else window.tumenRecord(record[0], record[1]);
    });
  };
  const patched = (plotly) => {
    for (const name of ['react', 'newPlot']) {
      const original = plotly[name];
      plotly[name] = function (target, data, layout, config) {
        const gd = typeof target === 'string' ? document.getElementById(target) : target;
        const whole = data && !Array.isArray(data) && data.data !== undefined;
        const figure = whole ? data : { data, layout, config };
        // After a zoom Dash hands a chart back with the axis that was zoomed; what it was drawn from is what counts (34-zoom.js).
        if (gd.tumenFigure && figure !== gd.tumenFigure && figure.data === gd.tumenFigure.data) return Promise.resolve(gd);
        gd.tumenFigure = figure;
        if (gd.tumenAhead && gd.tumenAhead === gd.tumenFigure.data) { // 32-ahead.js drew it
          gd.tumenAhead = undefined;
          return Promise.resolve(gd);
        }
        const draw = () => {
          const drawn = original.call(this, gd, { ...gd.tumenFigure, ...adapted(gd, gd.tumenFigure) });
          bind(gd);
          return drawn;
        };
        if (!far(gd)) return draw();
        return new Promise((done) => { if (later.push(() => done(draw())) === 1) next(); });
      };
    }
    return plotly;
  };
  // plotly.js is on its way when Dash's graph first asks for it; a promise makes the graph wait instead of fetching a second copy.
  let current, arrive;
  const coming = document.querySelector('script[src^="/plotly/"]') ? new Promise((done) => { arrive = done; }) : undefined;
  Object.defineProperty(window, 'Plotly', { configurable: true, get: () => current || coming, set: (plotly) => { current = patched(plotly); arrive?.(); } });
  const redraw = (gd) => gd.tumenFigure && current.react(gd, gd.tumenFigure);
  const all = () => [...document.querySelectorAll('.js-plotly-plot')];
  new MutationObserver(() => all().forEach(redraw)).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  new MutationObserver(() => all().filter((gd) => gd.tumenFigure?.layout?.meta?.still).forEach(redraw)).observe(document.documentElement, { attributeFilter: ['data-walking'] });
  window.tumenRedraw = (wanted) => all().filter(wanted).forEach(redraw);
  window.tumenResize = (gd, height) => { gd.tumenHeight = height; redraw(gd); };
  const print = (begins) => {
    while (later.length) later.shift()();
    printing = begins;
    all().filter((gd) => gd.closest('.card')).forEach(redraw); // slides are drawn for paper by 63-slides-print.js
  };
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
  let waiting;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => all().forEach((gd) => { if ((gd.clientWidth < NARROW) !== gd.tumenNarrow) redraw(gd); }), 120);
  });
})();
