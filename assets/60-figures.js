// Charts on pages that stand alone (slides, embeds). Their figures are JSON in the page; outlines of maps are fetched once, at opening.
// tumenFigures.draw(plot, figure, room) draws a figure into a room of pixels, its smallest letters no smaller than `letters`:
// the whole drawing is scaled, and what scaling leaves too small is set larger.
(() => {
  const PLAIN = 700; // narrower than this a chart is drawn as on its own page
  const SHORTEST = 760; // pixels of the drawing's own that its width must keep
  const SMALLEST_SCALE = 0.85; // of a chart; a map is cut to its room instead
  const CONFIG = { displayModeBar: false, showSendToCloud: false, displaylogo: false, scrollZoom: false, doubleClick: 'reset', responsive: false };
  const outlines = {};
  const read = (script) => JSON.parse(script.textContent);
  const addresses = (figure) => (figure.data || []).map((trace) => trace.geojson).filter((found) => typeof found === 'string');
  const fetched = async (address) => {
    const answer = await fetch(address).catch(() => null);
    outlines[address] = answer && answer.ok ? await answer.json() : { type: 'FeatureCollection', features: [] };
  };
  const prepare = (figures) => Promise.all([...new Set(figures.flatMap(addresses))].map(fetched));
  const FONT = /font$/i;
  const UNTOUCHED = new Set(['geojson', 'x', 'y', 'lon', 'lat', 'customdata', 'locations', 'meta']);
  // Letters larger, and with them the margins and shifts that make room for letters.
  const enlarged = (value, floor, factor, key = '') => {
    const larger = (size) => Math.max(size * factor * 12 / 13, size, floor); // the larger ones grow less
    if (typeof value === 'string') return value.replace(/font-size:(\d+)px/g, (_, size) => `font-size:${larger(+size)}px`);
    if (Array.isArray(value)) return value.map((inner) => enlarged(inner, floor, factor, key));
    if (!value || typeof value !== 'object') return value;
    const copy = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, UNTOUCHED.has(name) ? inner : enlarged(inner, floor, factor, name)]));
    if (FONT.test(key) && copy.size) copy.size = Array.isArray(copy.size) ? copy.size.map(larger) : larger(copy.size);
    if (key === 'margin') for (const side of ['l', 'r', 't', 'b']) if (copy[side]) copy[side] *= factor;
    if (key === 'annotations') for (const shift of ['xshift', 'yshift']) if (copy[shift]) copy[shift] *= factor;
    return copy;
  };
  const draw = async (plot, figure, room) => {
    const stage = plot.parentElement;
    const natural = figure.layout.height || 420;
    const plain = room.width < PLAIN || !room.letters;
    const scale = plain ? 1 : Math.min(Math.max(room.height / natural, figure.layout.geo ? 1 : SMALLEST_SCALE), room.width / SHORTEST);
    const factor = plain ? 1 : Math.max(1, room.letters / (12 * scale));
    // What would be cramped is drawn as tall as its letters need and scrolls.
    const fits = figure.layout.geo || room.height / natural >= 0.75;
    const height = plain ? natural : fits ? room.height / scale : natural * factor;
    const copy = plain ? structuredClone(figure) : enlarged(figure, room.letters / scale, factor);
    copy.data = copy.data.map((trace) => (typeof trace.geojson === 'string' ? { ...trace, geojson: outlines[trace.geojson] } : trace));
    copy.layout = { ...copy.layout, width: room.width / scale, height, autosize: false };
    const [key, map] = [copy.layout.yaxis?.domain, copy.layout.geo?.domain?.y];
    if (!plain && key && map) { // the key under a map grows with its letters, not with the map
      const share = (natural * factor) / height;
      copy.layout.yaxis = { ...copy.layout.yaxis, domain: key.map((end) => end * share) };
      copy.layout.geo = { ...copy.layout.geo, domain: { ...copy.layout.geo.domain, y: [map[0] * share, map[1]] } };
    }
    stage.style.width = plot.style.width = `${room.width / scale}px`;
    stage.style.transform = scale === 1 ? '' : `scale(${scale})`;
    stage.style.marginBottom = `${Math.min(0, height * (scale - 1))}px`; // what scaling down leaves free
    stage.dataset.scale = scale;
    await window.Plotly.react(plot, copy.data, copy.layout, { ...CONFIG, locale: document.documentElement.lang });
    if (!plot.tumenOpens) {
      plot.tumenOpens = true;
      plot.on('plotly_click', (event) => {
        const [table, id] = event.points?.[0]?.customdata || [];
        const asof = plot.closest('[data-asof]')?.dataset.asof;
        const said = new URLSearchParams({ lang: document.documentElement.lang, ...(asof && { asof }) });
        if (id && table !== 'period') window.open(`/record/${encodeURIComponent(table)}/${encodeURIComponent(id)}?${said}`, '_blank', 'noopener');
      });
    }
  };
  window.tumenFigures = { read, prepare, draw };
})();
