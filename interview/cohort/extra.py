"""What the extra `dask` brings, loaded where it is needed only; without it, a sentence that says how to have it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from interview.cohort.output import CohortRefused
from interview.language import _


def brought(module: str, wanted_for: str) -> Any:
    """Return a module of the extra. Raises `CohortRefused` where it is not installed; `wanted_for` is what asked for it."""
    try:
        return import_module(module)
    except ImportError:
        raise CohortRefused(
            _("{wanted_for}: {package} is not installed here; `pip install 'trd-interview[dask]'` brings it.").format(
                wanted_for=wanted_for, package=module.partition(".")[0]
            )
        ) from None
