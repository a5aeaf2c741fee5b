"""What the program says, read from its source: strings and f-strings with {} for what is filled in."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import recuento
import recuento.cli.views

SOURCE = Path(recuento.__file__).parent
# Troubles of code and of language packs are told in English to who writes them.
UNSPOKEN = ("extract", "export", "language", "vocabulary", "model", "wording")
SPOKEN_CALLS = {"say": 0, "tell": 0, "problem": 2, "_finding": 1, "_found": 3, "Verdict": 2}
KEYWORDS = {"Problem": "message"}
RETURNED = ("link/reasons.py",)  # modules whose functions return what is said


def skeletons(node: ast.AST | None) -> Iterator[str]:
    """The strings that an expression can be, each with {} for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from skeletons(node.body)
        yield from skeletons(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from skeletons(value)


def trees() -> Iterator[tuple[str, ast.Module]]:
    """The modules of the program, each with its path."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def everything() -> set[str]:
    """Every string of the program."""
    return {words for _, tree in trees() for node in ast.walk(tree) for words in skeletons(node)}


def heads() -> set[str]:
    """The heads of the tables of every view: what its constants named HEADER hold."""
    found: set[str] = set()
    for module in iter_modules(recuento.cli.views.__path__):
        for name, header in vars(import_module(f"recuento.cli.views.{module.name}")).items():
            if name.endswith("HEADER"):
                found.update(*([head] if isinstance(head, str) else head for head in header))
    return found


def spoken() -> set[str]:
    """What is said to who reads: notes, problems, findings, reasons and errors."""
    said = set()
    for path, tree in trees():
        if path.split("/")[0].removesuffix(".py") in UNSPOKEN:
            continue
        if path in RETURNED:
            said |= set(_returned_in(tree))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                said |= set(_said_in(function))
    return said


def _returned_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Return):
            yield from skeletons(node.value)
        elif isinstance(node, ast.Lambda):
            yield from skeletons(node.body)


def _said_in(function: ast.FunctionDef) -> Iterator[str]:
    named: dict[str, list[ast.AST]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(function):
        for told in _told(node):
            values = named.get(told.id, []) if isinstance(told, ast.Name) else [told]
            for value in values:
                yield from skeletons(value)


def _told(node: ast.AST) -> Iterator[ast.AST]:
    """The words of a call that says something, or of an error that is raised."""
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        name = getattr(node.exc.func, "id", "")
        if name.endswith("Error") and name != "KeyError":
            yield from node.exc.args[:1]
    if not isinstance(node, ast.Call):
        return
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    place = SPOKEN_CALLS.get(name)
    if place is not None and len(node.args) > place:
        yield node.args[place]
    yield from (each.value for each in node.keywords if KEYWORDS.get(name) == each.arg)
