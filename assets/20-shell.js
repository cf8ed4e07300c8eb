// Language links keep the state of the page; the theme button sets light or dark until the reader changes it again; on phones
// the controls open on request.
document.addEventListener('click', (event) => {
  const language = event.target.closest('a[data-lang]');
  if (language) {
    const address = new URL(location.href);
    address.searchParams.set('lang', language.dataset.lang);
    language.href = address.pathname + address.search;
  }
  if (event.target.closest('.theme-toggle')) {
    const root = document.documentElement;
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', next);
    root.dataset.theme = next;
  }
  const toggle = event.target.closest('.controls-toggle');
  if (toggle) {
    const open = toggle.closest('.controls').classList.toggle('is-open');
    toggle.setAttribute('aria-expanded', String(open));
  }
  const menu = document.querySelector('details.menu-narrow[open]');
  if (menu && !menu.contains(event.target)) menu.removeAttribute('open');
}, true);
// Esc closes the menu of a narrow window and gives the focus back to what opened it.
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu-narrow[open]');
  if (!menu) return;
  menu.removeAttribute('open');
  menu.querySelector('summary').focus();
});
// Dates are taken on Enter; a form of controls is never sent.
document.addEventListener('submit', (event) => { if (event.target.closest('.controls')) event.preventDefault(); });
