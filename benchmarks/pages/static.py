"""The floor: one HTML file with the figures and plotly.js in it, over Python's own file server. `static.py PORT stock|bundle`."""

import http.server
import json
import sys
from pathlib import Path

import plotly
from plotly.utils import PlotlyJSONEncoder

from benchmarks.pages._figures import CHARTS, figures
from dashboard.routes.plotly_js import BUNDLE

STOCK = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
PAGE = """<!doctype html><meta charset="utf-8"><title>static</title><body>{divs}<script>{plotly}</script><script>
const states = {states};
const draw = (name) => states[name].forEach((figure, i) => {{
  Plotly.react('chart' + i, structuredClone(figure.data), structuredClone(figure.layout), {{displayModeBar: false, responsive: true}});
}});
window.changeState = draw;
draw('all');
</script>"""


def page(script: Path) -> str:
    """The page, whole."""
    states = json.dumps(figures(), cls=PlotlyJSONEncoder).replace("</", "<\\/")
    divs = "".join(f'<div id="chart{i}"></div>' for i in range(len(CHARTS)))
    return PAGE.format(
        divs=divs, plotly=script.read_text(encoding="utf-8").replace("</script", "<\\/script"), states=states
    )


def main(port: int, script: Path) -> None:
    content = page(script).encode()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/":  # a browser asks for an icon too
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), BUNDLE if sys.argv[2] == "bundle" else STOCK)
