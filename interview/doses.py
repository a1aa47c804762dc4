"""A clinic's own minimum doses: `[[dose]]` tables, each for one drug of the dose table, in place of the table's minimum.

```toml
[[dose]]
drug = "sertraline"
minimum_mg = 100
source = "formulary of this house, 2026"
```

A drug that the table does not know is refused, and so is one drug twice: a slip must not pass for a decision.
"""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import Any

from interview.language import _
from interview.toml_levels import has_too_many_levels
from trd_core.catalogue import dose_table
from trd_core.doses import drug_name
from trd_core.finding import Part
from trd_core.json_input import JsonRefused, described
from trd_core.reading import model_of
from trd_core.settings import DoseOverlay


class _Doses(Part):
    dose: tuple[DoseOverlay, ...]


def read_doses(raw: bytes) -> tuple[DoseOverlay, ...]:
    """Return the doses that a TOML file holds. Raises `JsonRefused` naming the path, what was found and what is allowed."""
    try:
        if has_too_many_levels(raw):
            raise RecursionError
        tables = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise JsonRefused(
            _("byte {start}").format(start=fault.start), _("bytes that are not UTF-8"), _("UTF-8 text; save the file as UTF-8")
        ) from None
    except RecursionError:
        raise JsonRefused(_("the file"), _("nesting too deep to read"), _("[[dose]] tables")) from None
    except ValueError as fault:
        place = re.search(r"line \d+, column \d+|end of document", str(fault))
        where = place[0].replace("end of document", "the end of the file") if place else _("the file")
        raise JsonRefused(where, _("something that is not TOML"), _("[[dose]] tables; correct the file there")) from None
    return doses_of(tables)


def doses_of(tables: dict[str, Any]) -> tuple[DoseOverlay, ...]:
    """Return the doses of `{"dose": [...]}`. Raises `JsonRefused`, as `read_doses` does."""
    doses = model_of(tables, _Doses).dose
    known = dose_table().drug if doses else {}
    first: dict[str, int] = {}
    for place, dose in enumerate(doses):
        name, path = drug_name(dose.drug) or "", f"dose[{place}].drug"
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = _("; the nearest is {near}").format(near=near[0]) if near else ""
            raise JsonRefused(path, described(dose.drug), _("the generic name of a drug in the dose table{hint}").format(hint=hint))
        if name in first:
            raise JsonRefused(path, _("the drug of dose[{first}] again").format(first=first[name]), _("each drug once"))
        first[name] = place
    return doses
