// A deck on paper: all its slides, each drawn for a landscape page in the light colours; afterwards the slide on the screen again.
(() => {
  const deck = document.querySelector('main.deck');
  if (!deck) return;
  const ROOM = { width: 960, height: 470, letters: 12 }; // pixels that a sheet in landscape leaves to a chart, and its smallest letters
  const slides = () => [...deck.querySelectorAll('.slide')];
  addEventListener('beforeprint', () => {
    for (const slide of slides()) {
      slide.dataset.hidden = slide.hidden;
      slide.hidden = false;
      const figure = slide.querySelector('.slide-figure');
      const box = slide.querySelector('.slide-chart');
      const plot = box?.querySelector('.plot');
      if (!figure || !plot) continue;
      window.tumenFigures.draw(plot, window.tumenFigures.read(figure), ROOM);
      // The drawing is scaled after it was laid out, so its box is told how high it stands.
      box.style.height = `${Math.ceil(parseFloat(plot.style.height) * (plot.parentElement.dataset.scale || 1))}px`;
    }
  });
  addEventListener('afterprint', () => {
    for (const slide of slides()) {
      slide.hidden = slide.dataset.hidden === 'true';
      slide.querySelector('.slide-chart')?.style.removeProperty('height');
    }
    dispatchEvent(new Event('resize')); // 61-slides.js then draws the slide that is shown
  });
})();
