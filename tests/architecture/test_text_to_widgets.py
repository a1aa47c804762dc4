"""Free text reaches a widget as content only: whatever a widget is given is our own literal words, or came through `as_content`.

Read from the source, without running it. Safe are: a literal, `_("…")` of one, a constant's name, `Content` and what is declared to
return or to be it, and names that were given such a value in the same function.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

TUI: Final = Path(__file__).parents[2] / "interview" / "tui"
WIDGETS: Final = frozenset({"Static", "Label", "Option", "Button", "Checkbox", "RadioButton", "Selection", "Tab", "TabPane", "Collapsible"})
"""Widgets and rows whose first argument is shown."""
METHODS: Final = frozenset({"update", "notify", "add_column", "set_content", "add_row", "update_cell", "update_cell_at"})
SHOWN: Final = frozenset({"border_title", "border_subtitle", "tooltip", "label"})
"""Attributes that a widget shows."""
MARKS: Final = frozenset({"from_markup", "from_ansi"})
TAKES_EACH: Final = frozenset({"add_row"})
LAST: Final = frozenset({"update_cell", "update_cell_at"})


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


class Declared:
    """What the sources declare to be content: return types, fields and parameters."""

    def __init__(self, trees: dict[str, ast.Module]) -> None:
        self.makers, self.fields = {"as_content", "Content", "styled", "cell"}, set[str]()
        for tree in trees.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef) and node.returns is not None and "Content" in ast.unparse(node.returns):
                    self.makers.add(node.name)
                elif isinstance(node, ast.AnnAssign) and "Content" in ast.unparse(node.annotation):
                    self.fields.add(_name(node.target))


def _is_ours(node: ast.expr | None, declared: Declared, scope: dict[str, list[ast.expr]], content: set[str]) -> bool:
    """Whether an expression can hold nothing but our own words, or content."""

    def ours(part: ast.expr | None) -> bool:
        return _is_ours(part, declared, scope, content)

    match node:
        case None | ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant()]):
            return True
        case ast.Call(func=ast.Attribute(attr="join", value=ast.Call(func=ast.Name(id="Content")))):
            return True
        case ast.ListComp():
            return ours(node.elt)
        case ast.Call(func=ast.Attribute(attr="stylize", value=value)):
            return ours(value)
        case ast.BinOp():
            return ours(node.left) and ours(node.right)
        case ast.Call():
            return _name(node.func) in declared.makers
        case ast.IfExp():
            return ours(node.body) and ours(node.orelse)
        case ast.BoolOp():
            return all(map(ours, node.values))
        case ast.Attribute():
            return node.attr in declared.fields or node.attr.isupper()
        case ast.Subscript():
            return ours(node.value)
        case ast.Starred():
            return ours(node.value)
        case ast.Name():
            given = scope.get(node.id, [])
            once = {**scope, node.id: [ast.Constant("")]}  # what a name is given by way of itself adds nothing
            made = bool(given) and all(_is_ours(each, declared, once, content) for each in given)
            return node.id.isupper() or node.id in content or made
    return False


def _scopes(tree: ast.Module) -> Iterator[tuple[list[ast.AST], dict[str, list[ast.expr]], set[str]]]:
    """Yield each function's nodes, what its names are given, and its parameters that are declared to be content."""
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]:
        nodes, given = list(ast.walk(function)), dict[str, list[ast.expr]]()
        for node in nodes:
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    names = target.elts if isinstance(target, ast.Tuple) else [target]
                    values = (
                        node.value.elts
                        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                        else [node.value] * len(names)
                    )
                    for name, value in zip(names, values, strict=True):
                        given.setdefault(_name(name), []).append(value)
        parameters = [*function.args.args, *function.args.kwonlyargs]
        content = {each.arg for each in parameters if each.annotation is not None and "Content" in ast.unparse(each.annotation)}
        yield nodes, given, content | ({parameters[1].arg} if function.name == "update" and len(parameters) > 1 else set())


def unsafe(trees: dict[str, ast.Module]) -> list[str]:
    """Return each place where a widget may be given something else."""
    declared, found = Declared(trees), set[str]()
    for name, tree in trees.items():
        for nodes, scope, content in _scopes(tree):
            for node in nodes:
                shown: list[ast.expr | None] = []
                if isinstance(node, ast.Call):
                    called = _name(node.func)
                    if called in MARKS:
                        found.add(f"{name}:{node.lineno} reads markup: {called}")
                    for keyword in node.keywords:
                        if keyword.arg == "markup" and ast.unparse(keyword.value) != "False":
                            found.add(f"{name}:{node.lineno} turns markup on")
                        if keyword.arg in ("tooltip", "label") and called in WIDGETS:
                            shown.append(keyword.value)
                    is_method = isinstance(node.func, ast.Attribute) and called in METHODS
                    if called in TAKES_EACH and is_method:
                        shown += node.args
                    elif (called in WIDGETS or is_method) and node.args:
                        shown.append(node.args[-1 if called in LAST else 0])
                elif isinstance(node, ast.Assign) and any(isinstance(each, ast.Attribute) and each.attr in SHOWN for each in node.targets):
                    shown.append(node.value)
                found |= {
                    f"{name}:{node.lineno} {ast.unparse(each)[:70]}"  # type: ignore[attr-defined]
                    for each in shown
                    if not _is_ours(each, declared, scope, content)
                }
    return sorted(found)


def _sources() -> dict[str, ast.Module]:
    return {str(path.relative_to(TUI)): ast.parse(path.read_text("utf-8")) for path in sorted(TUI.rglob("*.py"))}


def test_text_reaches_a_widget_through_as_content_only() -> None:
    assert [] == unsafe(_sources())


@pytest.mark.parametrize(
    "line",
    [
        "Static(words)",
        "Static(f'{words}')",
        "Static(_('{w}').format(w=words))",
        "Static(words, markup=True)",
        "Label(self.subject)",
        "Option(words, id='a')",
        "self.query_one('#a', Static).update(words)",
        "self.update('a ' + words)",
        "self.notify(words)",
        "self.border_title = words",
        "self.border_title = as_content(words).plain",
        "self.border_subtitle = f'{words}'",
        "self.table.add_row(as_content('a'), words)",
        "self.table.update_cell(1, 2, words)",
        "Static(Text.from_markup(words))",
        "Static(Content.from_markup(words))",
        "made = words\n    Static(made)",
        "Button('ok', tooltip=words)",
    ],
)
def test_any_other_way_is_found(line: str) -> None:
    assert unsafe({"a.py": ast.parse(f"def draw(self, words: str):\n    {line}\n")})
    assert [] == unsafe(
        {"a.py": ast.parse("def draw(self, words: str):\n    Static(as_content(words))\n    self.border_title = _('Ours')\n")}
    )
