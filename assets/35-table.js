// The table behind a chart, from the same CSV that the card offers: every row of it leads to its record, by mouse or keyboard.
(() => {
  const MOST = 500;
  const parse = (text) => {
    const rows = [];
    let row = [], cell = '', quoted = false;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) {
        if (c === '"' && text[i + 1] === '"') { cell += '"'; i++; } else if (c === '"') quoted = false; else cell += c;
      } else if (c === '"') quoted = true;
      else if (c === ',') { row.push(cell); cell = ''; }
      else if (c === '\n') { row.push(cell); rows.push(row); row = []; cell = ''; }
      else if (c !== '\r') cell += c;
    }
    return rows;
  };
  const element = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  // Which record a row stands for: its own `table` and `id` columns, else the key of the table the chart is drawn from.
  const recordOf = (head, row, card) => {
    const at = (name) => head.indexOf(name);
    if (at('table') >= 0 && at('id') >= 0) return [row[at('table')], row[at('id')]];
    return at(card.dataset.key) >= 0 ? [card.dataset.table, row[at(card.dataset.key)]] : [];
  };
  const build = (card, rows) => {
    const [head, ...body] = rows;
    const lang = document.documentElement.lang;
    const other = lang === 'fr' ? /_en$/ : /_fr$/;
    const shown = head.map((name, i) => [name, i]).filter(([name]) => !other.test(name) && name !== 'source_ids');
    const table = element('table', '');
    const top = table.createTHead().insertRow();
    for (const [name] of shown) top.append(element('th', name.replace(/_(en|fr)$/, '').replaceAll('_', ' '), { scope: 'col' }));
    const rest = table.createTBody();
    for (const row of body.slice(0, MOST)) {
      const line = rest.insertRow();
      const [name, id] = recordOf(head, row, card);
      shown.forEach(([, i], place) => {
        const cell = line.insertCell();
        if (place === 0 && id) cell.append(element('a', row[i], { href: `/record/${name}/${encodeURIComponent(id)}?lang=${lang}` }));
        else cell.textContent = row[i];
      });
    }
    return table;
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-action]');
    if (!button) return;
    const card = button.closest('.card');
    if (button.dataset.action === 'table') {
      const old = card.querySelector('.card-table');
      button.setAttribute('aria-expanded', String(!old));
      if (old) { old.remove(); return; }
      const address = new URL(card.querySelector('a[data-file=csv]').href);
      address.searchParams.set('raw', '1');
      const rows = parse(await (await fetch(address)).text());
      const box = element('div', '', { class: 'card-table', tabindex: '0', role: 'region', 'aria-label': card.querySelector('h2').textContent });
      box.append(build(card, rows));
      card.append(box);
    }
  });
})();
