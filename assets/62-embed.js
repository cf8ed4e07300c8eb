// One chart in a frame of somebody else's page: as wide as the frame, drawn anew when that changes.
(() => {
  const box = document.querySelector('.embed-chart');
  const script = document.querySelector('.embed-figure');
  if (!box || !script) return;
  const figure = window.tumenFigures.read(script);
  let width = 0;
  const draw = () => {
    if (box.clientWidth === width) return;
    width = box.clientWidth;
    window.tumenFigures.draw(box.querySelector('.plot'), figure, { width, height: 0, letters: 0 });
  };
  window.tumenFigures.prepare([figure]).then(() => new ResizeObserver(draw).observe(box));
})();
