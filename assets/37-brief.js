// "Add to briefing" on a card: chart and state join a list kept in this browser, which is the address of a deck of one's own.
(() => {
  const KEY = 'tumen-own';
  const MOST = 30;
  const kept = () => (localStorage.getItem(KEY) || '').split(';').filter(Boolean);
  const address = () => `/briefing/own?${new URLSearchParams({ s: kept().join(';'), lang: document.documentElement.lang })}`;
  const told = (text, link) => {
    let toast = document.querySelector('.toast');
    if (!toast) {
      toast = document.createElement('div');
      toast.className = 'toast';
      toast.setAttribute('role', 'status');
      document.body.append(toast);
    }
    const way = document.createElement('a');
    way.href = address();
    way.textContent = link;
    toast.replaceChildren(`${text} (${kept().length}) `, way);
    clearTimeout(told.waiting);
    told.waiting = setTimeout(() => toast.remove(), 8000);
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-action="brief"]');
    if (button) {
      const card = button.closest('.card');
      const state = new URL(card.querySelector('a[download]').href).searchParams;
      state.delete('lang');
      localStorage.setItem(KEY, [...kept(), `${card.dataset.chart}~${state.toString().replaceAll('%2C', ',')}`].slice(-MOST).join(';'));
      told(button.dataset.done, button.dataset.open);
    }
    const own = event.target.closest('a[data-own-deck]');
    if (own) own.href = address();
  });
})();
