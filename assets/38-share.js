// What a card offers to those who take a chart elsewhere: the menus under it, the panels to cite, embed and read it, and all copying.
// The host is known here only: every empty [data-origin] is filled with it before it is seen or copied.
(() => {
  const fill = (root) => root.querySelectorAll('[data-origin]:empty').forEach((place) => { place.textContent = location.origin; });
  const part = (tag, name, content, more = {}) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...[content ?? []].flat());
    for (const [key, value] of Object.entries(more)) made.setAttribute(key, value);
    return made;
  };
  // Where the chart can have a lane of context, its addresses say the one that is shown now.
  const shared = (card) => {
    const facts = JSON.parse(card.querySelector('.card-actions').dataset.share);
    if (!card.querySelector('.js-plotly-plot')?.tumenFigure?.layout.meta?.lane) return facts;
    for (const key of ['place', 'here', 'state', 'live', 'then']) facts[key] = window.tumenLane.said(facts[key]);
    return facts;
  };
  window.tumenShared = shared;
  let status;
  const say = (text) => {
    if (!status) {
      status = Object.assign(document.createElement('div'), { className: 'visually-hidden' });
      status.setAttribute('role', 'status');
      document.body.append(status);
    }
    status.textContent = text;
  };
  // The button says what became of it for a moment, then its own name again.
  const answer = (button, well) => {
    button.dataset.name ??= button.textContent;
    button.textContent = well ? button.dataset.done : button.dataset.failed;
    say(button.textContent);
    clearTimeout(button.tumenTimer);
    button.tumenTimer = setTimeout(() => { button.textContent = button.dataset.name; delete button.dataset.name; }, 2400);
  };
  // A browser gives the clipboard to secure addresses only; a dashboard in a local network is copied from the old way.
  const byHand = (text, near) => {
    const field = Object.assign(document.createElement('textarea'), { value: text, className: 'visually-hidden' });
    near.after(field);
    field.select();
    const well = document.execCommand('copy');
    field.remove();
    near.focus();
    return well;
  };
  const copyText = async (text, button) => {
    try { await navigator.clipboard.writeText(text); answer(button, true); } catch { answer(button, byHand(text, button)); }
  };
  window.tumenAnswer = answer;
  const opened = () => document.querySelectorAll('details.card-menu[open]');
  const shut = (menu) => { menu.open = false; };
  const spoken = () => document.getElementById('share-words').dataset;
  // A menu is made when it is opened, for the state its chart is in then.
  const make = (menu) => {
    const card = menu.closest('.card');
    const items = JSON.parse(spoken().menus)[menu.dataset.menu].filter((item) => !item['data-file'] || card.querySelector('[data-menu=picture]'));
    const list = part('div', 'card-menu-list', items.map(({ text, ...said }) => (said['data-file']
      ? part('a', 'action', text, { href: `/chart/${card.dataset.chart}.${said['data-file']}${shared(card).state}`, download: '', ...said })
      : part('button', 'action', text, { type: 'button', ...said }))));
    menu.querySelector('.card-menu-list')?.remove();
    menu.append(list);
  };
  const place = (menu) => {
    const list = menu.querySelector('.card-menu-list');
    menu.classList.remove('is-left', 'is-up');
    const box = list.getBoundingClientRect();
    menu.classList.toggle('is-left', box.right > document.documentElement.clientWidth - 8);
    menu.classList.toggle('is-up', box.bottom > innerHeight && menu.getBoundingClientRect().top > box.height + 16);
  };
  const copied = (text, words) => part('div', 'snippet', [
    part('pre', 'snippet-code', part('code', '', text), { tabindex: '0' }),
    part('button', 'action', words.cardCopy, { type: 'button', 'data-action': 'copy-text', 'data-done': words.cardCopied, 'data-failed': words.cardNotCopied }),
  ]);
  const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const frame = (address, facts) => `<iframe src="${attribute(location.origin + address)}" title="${attribute(facts.frame)}" loading="lazy" style="width:100%;border:0" height="${facts.height}"></iframe>`;
  const PANELS = {
    cite: (facts, words, chart) => [
      part('h2', '', words.citeTitle),
      copied(facts.cite.join(location.origin + facts.here), words),
      part('p', '', words.citeHint),
      part('div', 'share-files', ['bib', 'ris'].map((kind) => part('a', 'action', words[kind === 'bib' ? 'citeBib' : 'citeRis'], { href: `/cite/chart/${chart}.${kind}${facts.state}`, download: '' }))),
    ],
    embed: (facts, words) => [
      part('h2', '', words.embedCodeTitle),
      part('p', '', words.embedCodeHint),
      part('h3', '', words.embedCodeLive),
      copied(frame(facts.live, facts), words),
      ...(facts.then === facts.live ? [] : [part('h3', '', facts.then_said), copied(frame(facts.then, facts), words)]),
    ],
    code: (facts, words) => [
      part('h2', '', words.snippetTitle),
      part('p', '', words.snippetHint),
      copied(location.origin + facts.rows, words),
      copied(words.lines.replace('{address}', location.origin + facts.rows), words),
    ],
  };
  let dialog;
  const open = (button) => {
    const card = button.closest('.card'), words = spoken();
    if (!dialog) document.body.append(dialog = part('dialog', 'share'));
    const panel = part('section', '', PANELS[button.dataset.panel](shared(card), words, card.dataset.chart), { 'data-panel': button.dataset.panel });
    dialog.replaceChildren(part('button', 'share-close', '×', { type: 'button', 'aria-label': words.cardClose }), panel);
    dialog.setAttribute('aria-label', button.textContent);
    const menu = button.closest('details.card-menu');
    menu?.querySelector('summary').focus(); // where the focus returns to
    if (menu) shut(menu);
    dialog.showModal();
  };
  const ACTIONS = {
    copy: (button) => {
      const card = button.closest('.card');
      copyText(`${location.href.split('#')[0]}#${card.dataset.chart}`, button);
    },
    'copy-text': (button) => {
      fill(button.parentElement);
      copyText(button.parentElement.querySelector('code').textContent, button);
    },
    share: open,
  };
  document.addEventListener('click', (event) => {
    for (const menu of opened()) if (!menu.contains(event.target)) shut(menu);
    if (dialog && (event.target === dialog || event.target.closest('.share-close'))) dialog.close();
    const button = event.target.closest('button[data-action]');
    if (button) ACTIONS[button.dataset.action]?.(button);
    const file = event.target.closest('.card-menu a');
    if (file) shut(file.closest('details'));
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && [...opened()].find((one) => one.contains(document.activeElement));
    if (menu) { shut(menu); menu.querySelector('summary').focus(); }
  });
  document.addEventListener('focusout', (event) => {
    const menu = event.target.closest?.('details.card-menu[open]');
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) shut(menu);
  });
  document.addEventListener('toggle', (event) => {
    if (!event.target.open || event.target.localName !== 'details') return;
    fill(event.target);
    if (event.target.dataset.menu) { make(event.target); place(event.target); }
  }, true);
  // A link to one chart (`#containers`), or to what is folded (`#data-changes`), leads to it, though the page is built after the address is read.
  const arrive = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const place = /^[a-z][a-z-]*$/.test(name) && document.querySelector(`.card[data-chart="${name}"], details#${name}`);
    if (!place) return;
    if (place.localName === 'details') place.open = true;
    place.scrollIntoView();
  };
  const watch = new MutationObserver(() => {
    if (!document.querySelector('main h1')) return;
    fill(document);
    arrive();
    watch.disconnect();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
  addEventListener('hashchange', arrive);
})();
