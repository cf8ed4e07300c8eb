/* Maps without the internet.
 *
 * plotly.js asks its CDN for a world topojson as soon as a geo subplot has a trace with `locationmode` (every choropleth) or shows a
 * base layer, and draws nothing when the answer fails. It looks for PlotlyGeoAssets.topojson["<scope>_<resolution>m"] first.
 * Every map here brings its own GeoJSON, so each of those names gets a topojson whose layers are empty: nothing is asked for,
 * nothing is drawn from it. A trace with locationmode "ISO-3" or "country names" therefore draws nothing: use "geojson-id".
 *
 * Names: SCOPES and RESOLUTIONS of plotly.js 4.1.1, src/plots/geo; layers: its topojson's `objects`.
 */
(function () {
  "use strict";
  var scopes = ["world", "usa", "europe", "asia", "africa", "north-america", "south-america", "oceania", "antarctica"];
  var layers = ["coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits"];
  var assets = (window.PlotlyGeoAssets = window.PlotlyGeoAssets || {});
  var topojson = (assets.topojson = assets.topojson || {});

  scopes.forEach(function (scope) {
    [110, 50].forEach(function (resolution) {
      var name = scope + "_" + resolution + "m";
      if (topojson[name]) return;
      var objects = {};
      layers.forEach(function (layer) {
        objects[layer] = { type: "GeometryCollection", geometries: [] };
      });
      topojson[name] = { type: "Topology", arcs: [], objects: objects };
    });
  });
})();
