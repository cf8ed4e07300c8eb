// The list of columns closes as a menu does: by Escape, which gives the focus back, or by a click beside it.
(() => {
  const open = () => document.querySelector('.columns-menu[open]');
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && open();
    if (menu) { menu.removeAttribute('open'); menu.querySelector('summary').focus(); }
  });
  document.addEventListener('click', (event) => { const menu = open(); if (menu && !menu.contains(event.target)) menu.removeAttribute('open'); });
})();
