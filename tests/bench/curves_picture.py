"""The growth curves as a picture (SVG): both axes by powers of ten, one curve for each series of `measures.curves`."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

from tests.bench.line import Line

WIDTH, HEIGHT = 860, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 260, 50, 50
COLOURS: Final = ("#0b6e8a", "#b3541e", "#5b4b9a", "#2f7d3b", "#a02c5d")
FIRST: Final = "curves."
Points = tuple[tuple[float, float], ...]


def series_of(lines: Iterable[Line]) -> dict[str, Points]:
    """Return each series by its wording: sizes with their median milliseconds."""
    found: dict[str, list[tuple[float, float]]] = {}
    for line in lines:
        if line.id.startswith(FIRST) and line.here:
            found.setdefault(line.what, []).append((float(line.id.rpartition(".")[2]), statistics.median(line.here)))
    return {what: tuple(sorted(points)) for what, points in found.items()}


def picture(lines: Iterable[Line], told: str) -> str:
    """Return the drawing; `told` says on what it was measured. `ValueError` where nothing was."""
    found = series_of(lines)
    if not found:
        raise ValueError("no curve was measured: run the measure `curves`")
    across = _decades([size for points in found.values() for size, __ in points])
    up = _decades([took for points in found.values() for __, took in points])
    drawn = [*_axes(across, up), *_curves(found, across, up)]
    title = f'<text x="{LEFT}" y="24" font-size="15" fill="#222">Milliseconds by size</text>'
    below = f'<text x="{LEFT}" y="{HEIGHT - 8}" font-size="11" fill="#666">{escape(told)}</text>'
    inside = "\n".join((title, *drawn, below))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
    return f'{head}\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{inside}\n</svg>\n'


def _decades(figures: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(figures))), math.ceil(math.log10(max(figures)))
    return low, max(high, low + 1)


def _at(size: float, took: float, across: tuple[int, int], up: tuple[int, int]) -> tuple[float, float]:
    right = (math.log10(size) - across[0]) / (across[1] - across[0])
    above = (math.log10(took) - up[0]) / (up[1] - up[0])
    return LEFT + right * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - above * (HEIGHT - TOP - BOTTOM)


def _axes(across: tuple[int, int], up: tuple[int, int]) -> Iterable[str]:
    for power in range(across[0], across[1] + 1):
        x, y = _at(10.0**power, 10.0 ** up[0], across, up)
        yield f'<line x1="{x:.0f}" y1="{TOP}" x2="{x:.0f}" y2="{y:.0f}" stroke="#ddd"/>'
        yield f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="middle" fill="#444">{10**power:,}</text>'
    for power in range(up[0], up[1] + 1):
        x, y = _at(10.0 ** across[0], 10.0**power, across, up)
        yield f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{WIDTH - RIGHT}" y2="{y:.0f}" stroke="#ddd"/>'
        yield f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" text-anchor="end" fill="#444">{10.0**power:,g}</text>'


def _curves(found: Mapping[str, Points], across: tuple[int, int], up: tuple[int, int]) -> Iterable[str]:
    ends = sorted((_at(*points[-1], across, up)[1], what) for what, points in found.items())
    labels: dict[str, float] = {}
    for y, what in ends:
        labels[what] = max([y, *(other + 16 for other in labels.values())])
    for colour, (what, points) in zip(COLOURS * len(found), found.items(), strict=False):
        places = [_at(size, took, across, up) for size, took in points]
        yield f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
        yield f'<text x="{WIDTH - RIGHT + 12}" y="{labels[what] + 4:.1f}" fill="{colour}">{escape(what)}</text>'
