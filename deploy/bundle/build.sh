#!/usr/bin/env bash
# make bundle: writes deploy/bundle/build/plotly.min.js, a third of the size of the whole library.
# Needs npm and its registry; the dashboard runs without it.
set -eu
cd "$(dirname "$0")"
wanted=$(node -p "require('./package.json').dependencies['plotly.js']")
shipped=$(cd ../.. && "$1" -c 'from dashboard.routes.plotly_js import shipped_version; print(shipped_version())')
if [ "$wanted" != "$shipped" ]; then
  echo "deploy/bundle/package.json: plotly.js $wanted: the installed plotly brings $shipped; write that instead" >&2
  exit 1
fi
npm install --no-package-lock --no-audit --no-fund --loglevel=error
mkdir -p build
npx esbuild entry.js --bundle --minify --format=iife --define:global=window --legal-comments=none \
  --banner:js="/* plotly.js $wanted, only bar, choropleth, heatmap, scatter and scattergeo. MIT licence, Copyright Plotly, Inc. */" \
  --log-level=warning --outfile=build/plotly.min.js
rm -f build/plotly.min.css
ls -l build/plotly.min.js
