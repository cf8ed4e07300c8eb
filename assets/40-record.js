// A click on a mark, or on a link to a record, opens the record beside the page; its own address stays one click away.
(() => {
  const french = () => document.documentElement.lang === 'fr';
  let drawer;
  const make = () => {
    drawer = document.createElement('dialog');
    drawer.className = 'drawer';
    drawer.setAttribute('aria-label', french() ? 'Fiche' : 'Record');
    drawer.innerHTML = `<button type="button" class="drawer-close" aria-label="${french() ? 'Fermer' : 'Close'}">×</button><div class="drawer-body"></div>`;
    drawer.addEventListener('click', (event) => {
      if (event.target === drawer || event.target.closest('.drawer-close')) drawer.close();
    });
    document.body.append(drawer);
  };
  const open = async (address) => {
    if (!drawer) make();
    const response = await fetch(address);
    const article = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
    if (!article) { location.href = address; return; }
    const title = article.querySelector('h1');
    if (title && response.ok) title.innerHTML = `<a href="${address}" class="record-address">${title.innerHTML}</a>`;
    drawer.querySelector('.drawer-body').replaceChildren(...article.childNodes);
    if (!drawer.open) drawer.showModal();
    drawer.scrollTop = 0;
    drawer.querySelector('.drawer-close').focus();
  };
  const addressOf = (table, id) => {
    const here = new URLSearchParams(location.search);
    const said = new URLSearchParams({ lang: document.documentElement.lang });
    if (here.get('asof')) said.set('asof', here.get('asof'));
    return `/record/${encodeURIComponent(table)}/${encodeURIComponent(id)}?${said}`;
  };
  window.tumenRecord = (table, id) => open(addressOf(table, id));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="/record/"]');
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (link && plain && !link.hasAttribute('data-copy') && !link.classList.contains('record-address') && !document.querySelector('main.page-record')) {
      event.preventDefault();
      open(link.getAttribute('href'));
    }
    const copy = event.target.closest('a[data-copy]');
    if (copy) {
      event.preventDefault();
      navigator.clipboard?.writeText(copy.href).then(() => { copy.textContent = french() ? 'Adresse copiée' : 'Address copied'; });
    }
  });
})();
