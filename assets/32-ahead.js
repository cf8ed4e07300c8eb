// The charts that a callback answers are drawn as soon as its answer is here, and shown, before Dash renews words and controls;
// Dash then brings the same figures, which 30-charts.js knows as drawn. What 33-lane.js can answer is not asked at all.
(() => {
  const CALLBACK = '/_dash-update-component';
  const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const draw = (answer) => {
    window.tumenLane.follow(answer);
    const drawn = Object.entries(answer).filter(([id, { figure }]) => {
      const gd = figure && document.getElementById(id)?.querySelector('.js-plotly-plot');
      if (!gd?.tumenBound || !gd.clientWidth) return false;
      window.Plotly.react(gd, { ...gd.tumenFigure, data: figure.data, layout: figure.layout });
      gd.tumenAhead = figure.data;
      return true;
    });
    return drawn.length ? shown() : undefined;
  };
  const { fetch } = window;
  window.fetch = async (resource, ...rest) => {
    const called = new URL(resource.url || resource, location).pathname.endsWith(CALLBACK);
    const here = called && window.tumenLane.answer(rest[0]?.body);
    if (here) return here;
    const response = await fetch(resource, ...rest);
    if (!called || response.status !== 200) return response;
    const said = response.json();
    response.json = () => said; // read once, for both
    await said.then(({ response: answer }) => draw(answer || {})).catch(() => undefined); // what is wrong with an answer Dash says itself
    return response;
  };
})();
