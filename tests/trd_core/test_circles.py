"""Walks along the links, against a plain definition by brute force."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from trd_core.formulation.circles import arrows, circles, downstream

MANY = settings(max_examples=100, deadline=None)

NODES = "abcdefg"
LINKS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda link: link[0] != link[1]), max_size=25)


def _reachable(links: list[tuple[str, str]], start: str) -> set[str]:
    """What can be reached in one step or more, by repeating until nothing is new."""
    reached = {target for source, target in links if source == start}
    while new := {target for source, target in links if source in reached} - reached:
        reached |= new
    return reached


@MANY
@given(LINKS)
def test_what_lies_downstream_is_what_can_be_reached_but_for_oneself(links: list[tuple[str, str]]) -> None:
    graph = arrows(NODES, links)
    for node in NODES:
        assert _reachable(links, node) - {node} == downstream(graph, node)


@MANY
@given(LINKS)
def test_circles_are_the_sets_whose_members_reach_each_other(links: list[tuple[str, str]]) -> None:
    reach = {node: _reachable(links, node) for node in NODES}
    sets = {tuple(sorted({node} | {other for other in NODES if other in reach[node] and node in reach[other]})) for node in NODES}
    assert tuple(sorted(each for each in sets if len(each) > 1)) == circles(arrows(NODES, links))


@MANY
@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_the_links_does_not_matter(links: list[tuple[str, str]], chance: object) -> None:
    shuffled = list(links)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert circles(arrows(NODES, links)) == circles(arrows(NODES[::-1], shuffled))


def test_a_long_chain_and_a_long_circle_do_not_exhaust_the_stack() -> None:
    names = [f"n{number:05}" for number in range(20_000)]
    chain = list(itertools.pairwise(names))
    assert circles(arrows(names, chain)) == ()
    assert circles(arrows(names, [*chain, (names[-1], names[0])])) == (tuple(names),)
    assert len(downstream(arrows(names, chain), names[0])) == 19_999


def test_a_link_to_nowhere_is_left_out() -> None:
    assert arrows("ab", [("a", "b"), ("a", "b"), ("a", "x"), ("x", "b")]) == {"a": ("b",), "b": ()}
