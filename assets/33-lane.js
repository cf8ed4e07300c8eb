// The lane of context below time charts. Charts come without one; what each kind of event would say below them stands once in the page
// (components/lanes.py), and what a lane changes in a chart in that chart (figures/lane.py). So the reader's choice is drawn at once:
// Dash's question to the server is answered here, and the address says the choice as if the server had.
(() => {
  const read = new WeakMap();
  let said = {}; // the page's field, and what is chosen in it
  const list = () => document.querySelector('.lanes');
  const field = () => document.getElementById(`${list()?.id.replace(/lanes$/, '')}overlay`);
  const chosen = () => {
    const now = field();
    if (now && said.field !== now) said = { field: now, kind: now.querySelector(':checked')?.value };
    return said.kind;
  };
  const kindOf = (lane) => { const kind = chosen(); return kind === list()?.dataset.default ? lane.default : kind; };

  // `layout.meta.lane` of a chart is applied after `layout.meta.narrow`; the copy is changed in place.
  const lay = (copy, narrow) => {
    const { lane } = copy.layout.meta || {};
    if (!lane || !list()) return;
    if (!read.has(list())) read.set(list(), JSON.parse(list().dataset.lanes));
    const [name, ticks] = read.get(list())[kindOf(lane)] || ['', []];
    const [first, last] = copy.layout.xaxis.range;
    const shown = ticks.filter(([day, since]) => day >= first && day <= last && since <= lane.known);
    if (!shown.length) return;
    for (const [path, value] of Object.entries(lane[narrow ? 'narrow' : 'wide'])) window.tumenPut(copy, path, value);
    const each = (at) => shown.map((one) => one[at]);
    copy.data.push({ ...lane.trace, x: each(0), y: shown.map(() => 0.5), text: each(2), customdata: shown.map((one) => one.slice(3)) });
    (copy.layout.annotations ??= []).push({ ...lane.note, text: name });
  };

  const redraw = () => window.tumenRedraw((gd) => gd.tumenFigure?.layout?.meta?.lane);

  const FIRST = ['start', 'end', 'asof']; // what stands before the overlay in an address
  const written = (search, kind) => {
    const parts = search.replace(/^\?/, '').split('&').filter((part) => part && !part.startsWith('overlay='));
    const at = parts.findLastIndex((part) => FIRST.includes(part.split('=')[0])) + 1;
    if (kind) parts.splice(at, 0, `overlay=${kind}`);
    return parts.length ? `?${parts.join('&')}` : '';
  };
  const asSaid = () => (chosen() && chosen() !== list()?.dataset.default ? chosen() : '');

  window.tumenLane = {
    lay,
    // An address within the site as it is under the overlay that is shown; what stands in a card was written before it was chosen.
    said: (address) => {
      const [, path, search, rest] = address.match(/^([^?#]*)(\?[^#]*)?(.*)$/s);
      return path + written(search || '', asSaid()) + rest;
    },
    // What the server answered may say another choice than the field still shows.
    follow: (answer) => {
      const id = field()?.id, kind = answer[id]?.value;
      if (kind === undefined || kind === chosen()) return;
      said = { field: field(), kind };
      redraw();
    },
    // The answer to a question of Dash in which nothing but the overlay was changed; undefined to any other.
    answer: (body) => {
      const id = field()?.id;
      if (!id || !body?.includes(`"changedPropIds":["${id}.value"]`)) return undefined;
      said = { field: field(), kind: JSON.parse(body).inputs.flat().find((one) => one.id === id).value };
      redraw();
      const search = written(location.search, asSaid());
      const response = { [`${id.replace(/overlay$/, '')}address`]: { search } };
      return new Response(JSON.stringify({ multi: true, response }), { headers: { 'Content-Type': 'application/json' } });
    },
  };
})();
