"""Every regular expression of the package, and how each is used.

Those that a module holds, alone or in a tuple, list or table, and those that a function writes
where it uses them (``re.sub("…", …)``), as far as the module alone says what they are.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import exporter

_FLAGS = frozenset("AIMSXU") | {"ASCII", "IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE"}
_METHODS = {"match": "match", "fullmatch": "fullmatch"}  # any other goes through the text


class Used(NamedTuple):
    """An expression, and the use of it that does the most: ``search``, ``match``, ``fullmatch``."""

    pattern: re.Pattern[str]
    use: str


@cache
def expressions() -> dict[str, Used]:
    """Every text pattern of the package, once, by the module and its name or line there."""
    modules = list(_modules())
    uses = _uses(modules)
    found: dict[tuple[str, int], tuple[str, str]] = {}
    patterns: dict[tuple[str, int], re.Pattern[str]] = {}
    for name, pattern, use in _every(modules, uses):
        if not isinstance(pattern.pattern, str):
            continue
        key = (pattern.pattern, pattern.flags)
        patterns[key] = pattern
        known = found.get(key)
        found[key] = (known[0] if known else name, _wider(known[1] if known else use, use))
    return {name: Used(patterns[key], use) for key, (name, use) in found.items()}


def _wider(one: str, other: str) -> str:
    return one if one == other else "search"


def _every(
    modules: list[ModuleType], uses: dict[str, set[str]]
) -> Iterator[tuple[str, re.Pattern[Any], str]]:
    for module in modules:
        short = module.__name__.removeprefix("exporter.")
        for name, value in vars(module).items():
            methods = uses[_known_as(module, name)] if isinstance(value, re.Pattern) else set()
            use = _METHODS.get(min(methods), "search") if len(methods) == 1 else "search"
            for number, pattern in enumerate(_patterns(value)):
                yield f"{short}:{name}" + (f"[{number}]" if number else ""), pattern, use
        for line, pattern, method in _written(module):
            yield f"{short}:{line}", pattern, _METHODS.get(method, "search")


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(exporter.__path__, "exporter."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


@cache
def _source(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_text("utf-8"))


def _uses(modules: list[ModuleType]) -> dict[str, set[str]]:
    """By the name of an expression, and by the module where it is private, every method called on
    it; ``""`` where it stands by itself, so that it may be used in any way."""
    uses: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        tree = _source(module)
        called = {id(n.value): n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                uses[_known_as(module, node.id)].add(called.get(id(node), ""))
    return uses


def _known_as(module: ModuleType, name: str) -> str:
    return f"{module.__name__}.{name}" if name.startswith("_") else name


def _patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _patterns(item)
    elif isinstance(value, dict):
        yield from _patterns([*value, *value.values()])
    elif hasattr(value, "__struct_fields__") and not isinstance(value, type):
        yield from _patterns([getattr(value, field) for field in value.__struct_fields__])


def _written(module: ModuleType) -> Iterator[tuple[int, re.Pattern[Any], str]]:
    """The expressions that a function of `module` writes where it uses them."""
    tree = _source(module)
    functions = [n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.Lambda))]
    for node in (inner for function in functions for inner in ast.walk(function)):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), method), [words, *_]):
                made = _compiled(module, words, node)
                if made is not None:
                    yield node.lineno, made, method


def _compiled(module: ModuleType, words: ast.expr, call: ast.Call) -> re.Pattern[Any] | None:
    names = {name.id for name in ast.walk(words) if isinstance(name, ast.Name)}
    if not all(name in vars(module) for name in names):
        return None
    source = eval(ast.unparse(words), vars(module))
    flags = [n.attr for n in ast.walk(call) if isinstance(n, ast.Attribute) and n.attr in _FLAGS]
    return re.compile(source, sum(getattr(re, flag) for flag in flags))
