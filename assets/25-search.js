// The search of the shell: the button (or the key /) opens it; arrows move, Enter opens the record (assets/40-record.js), Esc closes.
(() => {
  const WAIT = 160;
  let dialog, field, results, status, words, timer, asking;
  const part = (tag, name, text, more = {}) => {
    const made = Object.assign(document.createElement(tag), { className: name, ...more });
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const fill = (text, said) => text.replace(/\{(\w+)\}/g, (whole, key) => said[key] ?? whole);
  const asof = () => new URLSearchParams(location.search).get('asof');
  // The server counts characters, JavaScript halves of some of them.
  const marked = (name, text, ranges) => {
    const made = part('span', name), characters = [...text];
    let at = 0;
    for (const [start, end] of ranges) {
      made.append(characters.slice(at, start).join(''), part('mark', '', characters.slice(start, end).join('')));
      at = end;
    }
    made.append(characters.slice(at).join(''));
    return made;
  };
  const say = (text, hint) => {
    results.replaceChildren(...[text && part('p', 'search-said', text), hint && part('p', 'search-hint', hint)].filter(Boolean));
    status.textContent = text || '';
  };
  const entry = (record) => {
    const item = part('li', ''), link = part('a', 'search-hit', undefined, { href: record.href, tabIndex: -1 });
    link.append(marked('search-title', record.title, record.title_marks));
    if (record.snippet) {
      const snippet = marked('search-snippet', record.snippet, record.marks);
      snippet.lang = record.lang;
      link.append(snippet);
    }
    item.append(link);
    return item;
  };
  const section = (group) => {
    const made = part('section', 'search-group'), list = part('ul', ''), head = part('h3', '', group.title + ' ');
    head.append(part('span', 'search-count', group.total === 1 ? words.count_one : fill(words.count_many, { n: group.total.toLocaleString(document.documentElement.lang) })));
    list.append(...group.records.map(entry));
    made.append(head, list);
    if (group.total > group.records.length) {
      const n = Math.min(group.total, 100);
      const more = part('button', 'search-more', fill(n < group.total ? words.more : words.all, { n, total: group.total }), { type: 'button' });
      more.addEventListener('click', () => widen(group, list, more));
      if (group.records.length < n) made.append(more);
    }
    return made;
  };
  const get = async (said) => {
    const address = new URLSearchParams({ ...said, lang: document.documentElement.lang });
    if (asof()) address.set('asof', asof());
    asking?.abort();
    asking = new AbortController();
    const response = await fetch(`/search.json?${address}`, { signal: asking.signal });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
  const widen = async (group, list, more) => {
    more.disabled = true;
    try {
      const shown = list.children.length;
      const found = await get({ q: field.value.trim(), table: group.table });
      list.replaceChildren(...(found.groups[0]?.records ?? []).map(entry));
      more.remove();
      list.children[shown]?.firstChild.focus();
    } catch (error) {
      if (error.name !== 'AbortError') more.disabled = false;
    }
  };
  const look = async () => {
    const q = field.value.trim();
    if (!q) { asking?.abort(); say('', words.hint); return; }
    const late = setTimeout(() => say(words.loading), 250);
    try {
      const found = await get({ q });
      clearTimeout(late);
      if (!found.total) { say(fill(words.none, { q }), words.none_hint + (asof() ? ` ${words.none_asof}` : '')); return; }
      results.replaceChildren(...found.groups.map(section));
      results.scrollTop = 0;
      status.textContent = found.total === 1 ? words.count_one : fill(words.count_many, { n: found.total });
    } catch (error) {
      clearTimeout(late);
      if (error.name !== 'AbortError') say(words.error);
    }
  };
  const move = (step) => {
    const stops = [field, ...results.querySelectorAll('.search-hit, .search-more')];
    const next = stops.indexOf(document.activeElement) + step;
    const target = stops[Math.max(0, Math.min(next, stops.length - 1))];
    target.focus();
    target.scrollIntoView?.({ block: 'nearest' });
  };
  const keyed = (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.target === field) {
      event.preventDefault();
      enter();
    }
  };
  // Enter in the field opens the first record, once the answer to what was typed is there.
  const enter = async () => {
    clearTimeout(timer);
    if (results.dataset.q !== field.value.trim()) await ask();
    results.querySelector('.search-hit')?.click();
  };
  const ask = async () => {
    const q = field.value.trim();
    await look();
    results.dataset.q = q;
  };
  const make = () => {
    dialog = part('dialog', 'search');
    dialog.setAttribute('aria-label', words.label);
    const top = part('div', 'search-top');
    field = part('input', 'search-field', undefined, { type: 'search', maxLength: 100, autocomplete: 'off', spellcheck: false, placeholder: words.placeholder });
    field.setAttribute('aria-label', words.label);
    field.setAttribute('enterkeyhint', 'search');
    const close = part('button', 'search-close', '×', { type: 'button' });
    close.setAttribute('aria-label', words.close);
    results = part('div', 'search-results');
    status = part('p', 'visually-hidden');
    status.setAttribute('role', 'status');
    top.append(part('span', 'search-icon'), field, close);
    dialog.append(top, status, results, part('p', 'search-keys', words.keys));
    document.body.append(dialog);
    close.addEventListener('click', () => dialog.close());
    field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
    dialog.addEventListener('keydown', keyed);
    // A hit is an ordinary link to a record: the box makes room and lets the click pass.
    dialog.addEventListener('click', (event) => {
      const aside = event.ctrlKey || event.metaKey || event.shiftKey;
      if (event.target === dialog || (event.target.closest('.search-hit') && !aside)) dialog.close();
    });
  };
  const open = (button) => {
    if (dialog?.open) return;
    // Another language is another page, but pages of one language follow each other without loading anew.
    words = { ...button.dataset };
    if (!dialog) make();
    if (!document.body.contains(dialog)) document.body.append(dialog);
    dialog.showModal();
    field.focus();
    field.select();
    if (field.value.trim()) ask(); else say('', words.hint);
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.search-open');
    if (button) open(button);
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable=true]');
    const button = document.querySelector('.search-open');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing || !button) return;
    event.preventDefault();
    open(button);
  });
})();
