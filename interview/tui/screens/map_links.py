"""`LinkScreen`: what is done with links on the map: drawn from the problem under the cursor, changed, each with its draft kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual import on

from interview.engine import map_acts
from interview.engine.map_acts import LinkDraft, Step
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import WIDE, Glyphs
from interview.tui.screens.link_editor import LinkEditor, LinkWritten
from interview.tui.screens.map_open import OpenOnMap
from interview.tui.widgets.detail_pane import DetailPane


def map_place(draft: str) -> str:
    """Return where the words of a draft on the map are kept."""
    return f"map:{draft}"


def _words(written: Any) -> str:
    """Return the words in a draft: of a problem, of a link, of an order, or a text."""
    words = (getattr(written, part, None) for part in ("label", "rationale", "reason"))
    return written if isinstance(written, str) else next((each for each in words if isinstance(each, str)), "")


class LinkScreen(OpenOnMap):
    """Draws and changes links; what was written and not saved stays as a draft."""

    def __init__(self, session: Session, glyphs: Glyphs = WIDE) -> None:
        super().__init__(session, glyphs)
        self.drafts: dict[str, Any] = {}

    def texts_in_hand(self) -> dict[str, str]:
        """Return the words of what was written here and is not saved, by what they are about."""
        return {map_place(draft): _words(written) for draft, written in self.drafts.items()}

    def act_on_draft(self, draft: str, steps: tuple[Step, ...], *, words: str, said: str, tab: str | None = None) -> None:
        """Act on what was written; the draft goes once it is saved, not before."""

        def saved() -> None:
            self.drafts.pop(draft, None)
            if tab is not None:
                self.action_tab(tab)

        self.act(*steps, words=words, said=said, then=saved)

    @on(DetailPane.Chosen, "#links-pane")
    def _link_chosen(self, event: DetailPane.Chosen) -> None:
        event.stop()
        self.change_link(event.key)

    def change_link(self, key: str | None) -> None:
        """Edit the link of a row."""
        if key is None or key not in self.reading.links:
            return
        row, by = self.reading.links[key]
        index = map_acts.link_index(self.session, row.source, row.target, by)
        if index is not None:
            draft = f"link:{index}"
            self._write_link(draft, _("Edit this link."), self.drafts.get(draft, map_acts.link_draft(self.session, index)), index)

    def action_draw_link(self) -> None:
        """Draw a link of one's own, from the problem under the cursor."""
        if len(self.reading.all_labels) < 2:
            self.say(_("A link joins two problems on the map. Confirm or add them first."))
            return
        title = _("Draw a link: a hypothesis that one problem contributes to another.")
        draft = "link" if self.map_in_front == "clinician" else f"link by {self.map_in_front}"
        before = self.drafts.get(draft, LinkDraft("", "", by=self.map_in_front))
        if self.tab == "problems" and not (before.target or before.rationale):
            before = replace(before, source=self.problem_here or "")
        self._write_link(draft, title, before, None)

    def _write_link(self, draft: str, title: str, before: LinkDraft, index: int | None) -> None:
        stands = None if index is None else map_acts.link_draft(self.session, index)
        drawn = {(row.source, row.target) for row, __ in self.reading.links.values()}
        drawn -= {(stands.source, stands.target)} if stands is not None else set()

        def written(result: LinkWritten | None) -> None:
            if result is not None:
                self.drafts[draft] = result.draft
                if result.is_finished:
                    steps = map_acts.draw_link(self.session, result.draft, index)
                    there = "maps" if self.tab == "maps" and result.draft.by == "patient" else "links"
                    self.act_on_draft(draft, steps, words=result.draft.rationale or "", said=_("The link is saved."), tab=there)

        editor = LinkEditor(title, self.reading.all_labels, before, drawn=frozenset(drawn))
        editor.draft_place = map_place(draft)
        self.app.push_screen(editor, written)
