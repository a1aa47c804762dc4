"""`Words`: a text that is laid out and painted again only where it says something else."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Words(Static):
    """The toolkit's text, never markup."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Say this; what is said already stays as it stands."""
        said = self.content
        if not (isinstance(content, Content) and isinstance(said, Content) and content.is_same(said)):
            super().update(content, layout=layout)
