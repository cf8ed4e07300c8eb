// Choices that open on request (components/choice.py, and the columns of the data page): what their fields say, how they open,
// close and are cleared, and their arrow keys.
(() => {
  const opened = () => document.querySelector('.choice[open]');
  const shut = (choice) => { choice.open = false; choice.querySelector('summary').focus(); };
  const words = (options, value) => options.filter((one) => [value].flat().includes(one.value)).map((one) => one.label).join(' · ');
  window.dash_clientside = window.dash_clientside || {};
  // The values of all choices of a page, then their options.
  window.dash_clientside.choice = { said: (...all) => all.slice(0, all.length / 2).map((value, at) => words(all[all.length / 2 + at], value)) };

  // Dash calls every radio and box an option of a list box, in which nothing could be operated; they are what they are.
  const plain = (panel) => {
    panel.querySelectorAll('[role=listbox], [role=option]').forEach((one) => one.removeAttribute('role'));
    panel.querySelectorAll('[aria-selected]').forEach((one) => one.removeAttribute('aria-selected'));
  };
  const watch = new MutationObserver(([record]) => plain(record.target.closest('.choice-panel')));
  document.addEventListener('toggle', (event) => {
    const choice = event.target;
    if (!choice.matches('.choice') || !choice.open) return;
    const panel = choice.querySelector('.choice-panel');
    choice.classList.remove('is-left');
    choice.classList.toggle('is-left', panel.getBoundingClientRect().right > document.documentElement.clientWidth - 8);
    plain(panel);
    watch.disconnect();
    watch.observe(panel, { subtree: true, childList: true, attributeFilter: ['aria-selected'] });
    if (matchMedia('(hover: hover)').matches) panel.querySelector('.choice-find input')?.focus();
  }, true);

  let byHand = false;
  addEventListener('pointerdown', () => { byHand = true; }, true);
  document.addEventListener('click', (event) => {
    const choice = opened();
    if (!choice) return;
    if (!choice.contains(event.target)) choice.open = false;
    else if (event.target.matches('[type=radio]') && byHand) shut(choice);
    else if (event.target.matches('.choice-clear')) {
      const list = choice.querySelector('.dash-options-list');
      window.dash_clientside.set_props(list.id, { value: list.querySelector('[type=checkbox]') ? [] : null });
      list.querySelector('input').focus(); // the button goes: there is nothing left to clear
    }
  });
  document.addEventListener('focusout', (event) => {
    const choice = opened();
    if (choice?.contains(event.target) && event.relatedTarget && !choice.contains(event.relatedTarget)) choice.open = false;
  });
  // What was chosen is said at once, before the server has answered.
  document.addEventListener('change', (event) => {
    const field = event.target.closest('.choice')?.querySelector('.choice-said');
    if (!field || !event.target.matches('[type=radio], [type=checkbox]')) return;
    const chosen = event.target.closest('.dash-options-list').querySelectorAll('label:has(:checked)');
    window.dash_clientside.set_props(field.id, { children: [...chosen].map((one) => one.textContent).join(' · ') });
  }, true);
  document.addEventListener('input', (event) => {
    if (!event.target.closest('.choice-find')) return;
    const wanted = event.target.value.trim().toLowerCase();
    for (const one of event.target.closest('.choice-panel').querySelectorAll('.dash-options-list-option')) one.hidden = !one.textContent.toLowerCase().includes(wanted);
  });
  document.addEventListener('keydown', (event) => {
    byHand = false;
    const choice = opened();
    if (!choice) return;
    const at = event.target, radio = at.matches('[type=radio]');
    if (event.key === 'Escape' || (event.key === 'Enter' && radio)) {
      event.preventDefault(); // or Enter would open it again from the field that has the focus now
      shut(choice);
    }
    // Among radios the arrows are the browser's own.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || radio || !choice.contains(at)) return;
    const stops = [...choice.querySelectorAll('input')].filter((one) => one.checkVisibility());
    event.preventDefault();
    stops[Math.max(0, stops.indexOf(at) + step)]?.focus();
  }, true);
})();
