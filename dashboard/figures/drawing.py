"""The figure that all charts are drawn on."""

from typing import Any

import plotly.graph_objects as go


class Drawing(go.Figure):
    """A figure that takes in its notes and shapes together, when somebody looks at its layout.

    plotly checks and copies all notes that stand whenever one more is added, which makes a chart with many of them slow.
    """

    narrow: dict[str, Any] = {}  # what becomes different where the chart is narrow, see theme.narrow

    def __init__(self) -> None:
        self._late: dict[str, list[Any]] = {"annotations": [], "shapes": []}
        super().__init__()
        self._notes = self._shapes = 0

    def add_annotation(self, arg: Any = None, **said: Any) -> "Drawing":
        """As plotly's own, without rows and columns."""
        self._notes += 1
        return self._keep("annotations", go.layout.Annotation(arg, **said))

    def add_shape(self, arg: Any = None, **said: Any) -> "Drawing":
        """As plotly's own, without rows and columns."""
        self._shapes += 1
        return self._keep("shapes", go.layout.Shape(arg, **said))

    @property
    def notes(self) -> int:
        """How many notes stand: the place of the next one."""
        return self._notes

    @property
    def shapes(self) -> int:
        """How many shapes stand."""
        return self._shapes

    def to_dict(self) -> dict[str, Any]:
        """As plotly's own."""
        self._take_in()
        whole: dict[str, Any] = super().to_dict()
        return whole

    def _keep(self, kind: str, one: Any) -> "Drawing":
        self._late[kind].append(one)
        return self

    def _take_in(self) -> None:
        for kind in self._late:
            # Emptied first: plotly looks at the layout again while it changes it.
            late, self._late[kind] = self._late[kind], []
            if late:
                self._layout_obj[kind] = [*self._layout_obj[kind], *late]

    def _looked_at(self) -> Any:
        self._take_in()
        return self._layout_obj

    layout = go.Figure.layout.getter(_looked_at)
