"""The questionnaire in another language: the same ids, codes, kinds and conditions; only what is said and shown is another.

A text without a translation stays English, and `translation_checks` names it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from interview.language import ENGLISH, OF_THE_QUESTIONNAIRE, catalogue
from interview.questionnaire.model import AnswerOption, Item, Questionnaire, Section

NOT_VALIDATED: Final = "translation not clinically validated"
BETWEEN_WORDS: Final = " | "
"""Between the words by which one option is understood: they are translated as one list."""

Translate = Callable[[str, str], str]
"""The place of a text (`stress.symptoms/options/sadness`) and the English text in, the text out."""


@lru_cache(maxsize=4)
def _in_language(held: _Held) -> Questionnaire:
    words = catalogue(f"{OF_THE_QUESTIONNAIRE}{held.code}")
    return with_texts(held.questionnaire, words.pgettext, held.code)


class _Held:
    """A questionnaire and a language, the same for the same two objects."""

    def __init__(self, questionnaire: Questionnaire, code: str) -> None:
        self.questionnaire, self.code = questionnaire, code

    def __hash__(self) -> int:
        return hash((id(self.questionnaire), self.code))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.questionnaire is self.questionnaire and other.code == self.code


def in_language(questionnaire: Questionnaire, code: str) -> Questionnaire:
    """Return the questionnaire in a language, marked as a translation; the very same one for English."""
    return questionnaire if code == ENGLISH else _in_language(_Held(questionnaire, code))


def with_texts(questionnaire: Questionnaire, translate: Translate, code: str) -> Questionnaire:
    """Return the questionnaire with every text as `translate` gives it, in the order in which it is asked."""
    title = translate("questionnaire/title", questionnaire.title)
    sections = tuple(_section(section, translate) for section in questionnaire.section)
    return Questionnaire(
        id=questionnaire.id,
        version=questionnaire.version,
        title=title,
        section=sections,
        language=code,
        translation_note=translate("questionnaire/translation_note", NOT_VALIDATED),
    )


def _section(section: Section, translate: Translate) -> Section:
    at = f"section {section.id}"
    return section.model_copy(
        update={
            "title": translate(f"{at}/title", section.title),
            "intro": _maybe(translate, f"{at}/intro", section.intro),
            "item": tuple(_item(item, translate) for item in section.item),
        }
    )


def _item(item: Item, translate: Translate) -> Item:
    at = item.link_id
    return item.model_copy(
        update={
            "text": translate(f"{at}/text", item.text),
            "probes": _each(translate, f"{at}/probes", item.probes),
            "help": _maybe(translate, f"{at}/help", item.help),
            "unlikely": _maybe(translate, f"{at}/unlikely", item.unlikely),
            "anchors": _each(translate, f"{at}/anchors", item.anchors),
            "options": tuple(_option(f"{at}/options/{option.code}", option, translate) for option in item.options),
            "instance_titles": _each(translate, f"{at}/instance_titles", item.instance_titles),
            "more": _maybe(translate, f"{at}/more", item.more),
            "ask_informant": _maybe(translate, f"{at}/ask_informant", item.ask_informant),
            "item": tuple(_item(member, translate) for member in item.item),
        }
    )


def _option(at: str, option: AnswerOption, translate: Translate) -> AnswerOption:
    words = translate(f"{at}/say", BETWEEN_WORDS.join(option.say)) if option.say else ""
    return option.model_copy(
        update={
            "display": translate(at, option.display),
            "say": tuple(word for each in words.split("|") if (word := each.strip())),
            "informant": _maybe(translate, f"{at}/informant", option.informant),
        }
    )


def _maybe(translate: Translate, at: str, text: str | None) -> str | None:
    return None if text is None else translate(at, text)


def _each(translate: Translate, at: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(translate(f"{at}/{place}", text) for place, text in enumerate(texts))
