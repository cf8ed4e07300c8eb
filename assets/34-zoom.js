// Zoom into the days of a chart by dragging over them, where there is a mouse: on touch screens a drag scrolls the page. It asks
// nothing of the server and changes no state; what is drawn anew by another choice is shown whole again. Double click or the button
// leads back, and so does Escape.
(() => {
  const DAY = 86_400_000, LEAST = 42; // days that are always shown: fewer have no two ticks to read
  const TICKS = [[null, 'M1', '%-d %b %Y'], ['M1', 'M12', '%b %Y'], ['M12', null, '%Y']].map(([from, to, value]) => ({ dtickrange: [from, to], value }));
  const mouse = matchMedia('(hover: hover) and (pointer: fine)');
  const timed = (figure) => figure?.layout?.xaxis?.type === 'date' && !figure.layout.xaxis.fixedrange;
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  // The stretch that was drawn over, not shorter than the least and within what the chart shows whole.
  const kept = (from, to, [first, last]) => {
    const [start, end, low, high] = [from, to, first, last].map((day) => Date.parse(String(day).slice(0, 10)));
    const half = Math.max(end - start, Math.min(LEAST * DAY, high - low)) / 2;
    const middle = Math.min(Math.max((start + end) / 2, low + half), high - half);
    return [iso(middle - half), iso(middle + half)];
  };
  const button = (gd) => {
    const card = gd.closest('.card');
    const made = card.querySelector('.zoom-out') || Object.assign(document.createElement('button'), { type: 'button', className: 'action zoom-out' });
    made.textContent = document.getElementById('share-words').dataset.zoomOut;
    made.onclick = () => whole(gd);
    if (!made.isConnected) card.querySelector('.card-body').before(made);
  };
  const whole = (gd) => {
    gd.tumenZoom = undefined;
    gd.closest('.card').querySelector('.zoom-out')?.remove();
    window.tumenRedraw((one) => one === gd);
  };
  window.tumenZoom = {
    // On the copy that is about to be drawn: the zoom that is in force, with ticks that suit it.
    apply: (gd, copy) => {
      if (!gd.closest('.card') || !timed(copy)) return;
      if (mouse.matches) copy.layout.dragmode = 'zoom';
      if (!gd.tumenZoom) return;
      if (gd.tumenZoom.data !== gd.tumenFigure.data) { gd.tumenZoom = undefined; gd.closest('.card').querySelector('.zoom-out')?.remove(); return; }
      Object.assign(copy.layout.xaxis, { range: gd.tumenZoom.range, dtick: undefined, tick0: undefined, tickformatstops: TICKS, nticks: gd.tumenNarrow ? 4 : 8 });
    },
    listen: (gd) => gd.on('plotly_relayout', (change) => {
      const [from, to] = [change['xaxis.range[0]'], change['xaxis.range[1]']];
      if (from === undefined) return;
      const all = gd.tumenFigure.layout.xaxis.range, range = kept(from, to, all);
      if (range[0] <= all[0] && range[1] >= all[1]) { whole(gd); return; }
      gd.tumenZoom = { range, data: gd.tumenFigure.data };
      button(gd);
      window.tumenRedraw((one) => one === gd);
    }),
  };
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open], .choice[open]') || document.fullscreenElement) return;
    document.querySelectorAll('.zoom-out').forEach((one) => one.click());
  });
})();
