// One card on the whole screen: its chart takes the height that is left, and its own again afterwards.
(() => {
  const EDGE = 24; // pixels below the foot
  document.documentElement.classList.toggle('no-fullscreen', !document.fullscreenEnabled);
  const graph = (card) => card.querySelector('.js-plotly-plot');
  const fit = (card) => {
    const gd = graph(card);
    if (!gd) return;
    const full = document.fullscreenElement === card;
    const own = gd.tumenFigure?.layout?.meta?.height || gd.clientHeight;
    const foot = card.querySelector('.card-foot').getBoundingClientRect();
    const rest = foot.bottom - card.getBoundingClientRect().top + card.scrollTop + EDGE - gd.clientHeight;
    window.tumenResize(gd, full ? Math.max(own, innerHeight - rest) : undefined);
  };
  let current;
  const settle = () => {
    for (const card of new Set([current, document.fullscreenElement].filter((one) => one?.matches('.card')))) {
      const button = card.querySelector('button[data-action=fullscreen]');
      if (button) {
        button.dataset.enter ??= button.textContent;
        button.textContent = document.fullscreenElement === card ? button.dataset.leave : button.dataset.enter;
      }
      fit(card);
    }
    current = document.fullscreenElement;
  };
  document.addEventListener('fullscreenchange', () => requestAnimationFrame(settle));
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-action=fullscreen]');
    if (!button) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else button.closest('.card').requestFullscreen().catch(() => { button.hidden = true; });
  });
})();
