"""An item of an attached instrument as the questions of this program are: so that the same card shows it, and the same readers read it."""

from __future__ import annotations

from typing import Final

from interview.instruments.model import Instrument, InstrumentItem
from interview.instruments.totals import is_total
from interview.language import _
from interview.questionnaire.model import AnswerKind, AnswerOption, Item

SECTION: Final = "attached"
"""The section in which they stand; no section of the questionnaire has it."""

KINDS: Final[dict[str, AnswerKind]] = {
    "boolean": "yes_no",
    "integer": "scale",
    "decimal": "number",
    "quantity": "number",
    "date": "date",
    "string": "text",
    "text": "text",
    "choice": "choice",
    "open-choice": "choice",
}
SEVERAL: Final[dict[str, AnswerKind]] = {"choice": "choices", "text": "texts"}
ITS_OWN: Final = _("the instrument's own wording")
PRESET: Final = _("The instrument presets an answer: {preset}. It counts only once it is given.")
STATES: Final = _("It states a total. The total is computed anew from the answers, and compared with what is stated here.")
OPEN: Final = _("Another answer may be kept in its own words.")


def as_item(instrument: Instrument, item: InstrumentItem) -> Item:
    """Return an item as a question of this program; what the file says before it is said with it."""
    kind = KINDS.get(item.type, "text")
    unit = f" ({item.unit})" if item.unit and item.unit not in item.text else ""
    words = f"{item.text or item.link_id}{unit}"
    help_lines = [each.text for each in item.items if each.type == "display" and each.text]
    preset = ", ".join(_displayed(item, each) for each in item.initial)
    help_lines += [PRESET.format(preset=preset)] if preset and not item.is_fixed else []
    help_lines += [STATES] if is_total(item) else []
    help_lines += [OPEN] if item.type == "open-choice" else []
    return Item(
        link_id=f"{SECTION}.{item.link_id}",
        type=SEVERAL.get(kind, kind) if item.repeats else kind,
        text="\n".join((*_said_before(instrument, item), words)),
        help="\n".join(help_lines) or None,
        required=item.required,
        min=item.low if isinstance(item.low, float) else None,
        max=item.high if isinstance(item.high, float) else None,
        options=tuple(AnswerOption(code=option.key, display=option.display) for option in item.options),
        permission=ITS_OWN,
        citation=instrument.copyright or instrument.url,
    )


def _said_before(instrument: Instrument, item: InstrumentItem) -> tuple[str, ...]:
    """What is to be said before an item: texts to be shown that stand between it and the question before, and those of its groups."""
    known, shown = instrument.by_link_id, list[str]()
    for each in known.values():
        if each.link_id == item.link_id:
            break
        if each.is_question:
            shown = []
        elif (
            each.type == "display"
            and each.text
            and not any(known[over].conditions for over in (*instrument.above[each.link_id], each.link_id))
        ):
            shown.append(each.text)
    return (*shown, *(text for each in instrument.above[item.link_id] if (text := known[each].text)))


def _displayed(item: InstrumentItem, value: object) -> str:
    option = item.option(value)
    return option.display if option is not None else str(value)
