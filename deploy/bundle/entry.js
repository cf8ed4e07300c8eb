// plotly.js with only the traces that the figures draw (scatter is part of the core). A test keeps this list and the figures in step.
const Plotly = require('plotly.js/lib/core');
Plotly.register([
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/choropleth'),
  require('plotly.js/lib/heatmap'),
  require('plotly.js/lib/scattergeo'),
]);
window.Plotly = Plotly;
