"""What is typed for a question and not saved: it waits with its question while others are asked, and survives a crash and a lock.

Who goes away from a question and comes back finds the text on the line. What was kept from before a crash or a lock is shown above the
line instead, and Tab or a click takes it there. Nobody has it in mind any more: on the line it would be lengthened by what is typed at
once, and Enter would record half a sentence of another moment as the answer. So Enter only ever records what was typed or taken now.
"""

from __future__ import annotations

from typing import Final

from textual import events, on

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.tui.drafting import drafting_of, taken_up
from interview.tui.glyphs import Glyphs
from interview.tui.screens.clicking import Clicking
from interview.tui.widgets.kept_words import KeptWords

FOLDED: Final = "folded:"
"""What was typed while a judgement was folded is kept under its name with this before it."""
BEFORE: Final = "before:"
"""What was kept already when something else was typed for the same question is kept under its place with this before it."""


def answer_place(link_id: str) -> str:
    """Return where what is typed for a question is kept."""
    return f"answer:{link_id}"


class AnswerDrafts(Clicking):
    """Keeps what is typed by question, and offers what was kept from before."""

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(session, doors, glyphs)
        self.drafts: dict[str, str] = {}
        self._asked: str | None = None
        self._kept: dict[str, str] = {}
        """What was kept from before and nobody took yet, by question."""

    def turn_to(self, link_id: str | None) -> None:
        """Put the draft of the question asked now on the line, keep the one that stood there, and offer what was kept from before."""
        if link_id == self._asked:
            return
        self.keep_draft()
        self._asked = link_id
        self.line.show(self.drafts.get(link_id or "", "") or self.drafts.pop(f"{FOLDED}{link_id}", ""))
        self._offer_kept(link_id or "")

    def keep_draft(self) -> None:
        """Keep what stands on the line with its question."""
        if self._asked is not None:
            self.drafts[self._asked] = self.line.text

    def let_go(self, link_id: str) -> None:
        """Let go of what was typed for a question: it is answered."""
        for place in (link_id, f"{FOLDED}{link_id}"):
            self.drafts.pop(place, None)
            self._kept.pop(place, None)
            self._waiting(place)
        if self._asked == link_id:
            self._asked = None
            self.line.show("")
            self._show_kept("")

    def texts_in_hand(self) -> dict[str, str]:
        """Return what is typed and not saved, by question, and the note that is not finished."""
        answers = {**self.drafts, self._asked or "": self.line.text}
        return {**super().texts_in_hand(), **self._places(answers)}

    def hand_back_drafts(self) -> None:
        """Let what was typed wait for its questions, after this screen."""
        self.keep_draft()
        drafting = drafting_of(self)
        if drafting is not None:
            drafting.give_back(self, self._places(self.drafts))

    def take_kept(self) -> bool:
        """Take what was kept from before to the line, after what stands there; False where nothing is offered there."""
        if self.focused is not self.line or (self._asked or "") not in self._kept:
            return False
        self.line.post_message(events.Paste(self._kept.pop(self._asked or "")))
        self._show_kept("")
        return True

    @on(KeptWords.Wanted)
    def _take_clicked(self, event: KeptWords.Wanted) -> None:
        event.stop()
        self.set_focus(self.line)
        self.take_kept()

    def _places(self, answers: dict[str, str]) -> dict[str, str]:
        kept = {f"{BEFORE}{answer_place(link_id)}": words for link_id, words in self._kept.items()}
        return {**kept, **{answer_place(link_id): text for link_id, text in answers.items()}}

    def _offer_kept(self, link_id: str) -> None:
        """Show what was typed for a question before a crash or a lock, unless it was saved after all."""
        folded = f"{FOLDED}{link_id}"
        parts = [self._kept.pop(folded, ""), self._kept.pop(link_id, ""), *self._waiting(folded), *self._waiting(link_id)]
        answer = self.session.answer_of(link_id)
        saved = answer.verbatim if answer is not None else None
        words = "\n".join(part for part in dict.fromkeys(parts) if part and part != saved)
        if words:
            self._kept[link_id] = words
        self._show_kept(words)

    def _waiting(self, link_id: str) -> tuple[str, str]:
        place = answer_place(link_id)
        return taken_up(self, f"{BEFORE}{place}"), taken_up(self, place)

    def _show_kept(self, words: str) -> None:
        shown = next(iter(self.query(KeptWords)), None)
        if shown is None and words and self.line.parent is not None:
            shown = KeptWords()
            self.line.parent.mount(shown, before=self.line)  # type: ignore[attr-defined]
        if shown is not None:
            shown.show(words)
