"""Small questionnaires for tests, written as TOML."""

from __future__ import annotations

from interview.questionnaire.checks import check
from interview.questionnaire.fault import Fault
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import assemble

HEAD = 'id = "small"\ntitle = "Small"\norder = 10\n'


def small(items: str, head: str = HEAD) -> Questionnaire:
    """Return a questionnaire of one section."""
    return assemble([("small.toml", (head + items).encode())])


def item(link_id: str, kind: str = "yes_no", text: str = "Do you sleep?", **more: str) -> str:
    """Return one item as TOML; `more` holds raw TOML values."""
    lines = ["[[item]]", f'link_id = "{link_id}"', f'type = "{kind}"', f'text = "{text}"']
    return "\n".join(lines + [f"{key} = {value}" for key, value in more.items()]) + "\n"


def faults(items: str, head: str = HEAD) -> tuple[Fault, ...]:
    """Return the faults of one section, without the facts that it does not fill."""
    return check(small(items, head), every_fact=False)


def kinds(items: str, head: str = HEAD) -> list[str]:
    """Return the kinds of fault of one section."""
    return [fault.kind for fault in faults(items, head)]
