"""Write model.md, what a record consists of in Python, from the classes themselves.

Run it when the model has changed: .venv/bin/python docs/reference/model.py
"""

from __future__ import annotations

import ast
import enum
import inspect
import runpy
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import attrs

import ssrpolicy
from ssrpolicy.views.language.labels import label, meaning

_PACKAGES = runpy.run_path(str(Path(__file__).with_name("packages.py")))
PAGE = Path(__file__).with_name("model.md")

HEAD = """\
# The model

What a record consists of, as Python sees it. Every class is frozen; all of them are names of
`ssrpolicy`. This page is written by [model.py](model.py) from the classes. What the
words mean, in Dutch too, stands in the [glossary](../glossary.md).
"""


def page() -> str:
    """Return the reference page in Markdown."""
    named = {name: getattr(ssrpolicy, name) for name in ssrpolicy.__all__}
    classes = {n: c for n, c in named.items() if isinstance(c, type) and attrs.has(c)}
    lists = {n: c for n, c in named.items() if isinstance(c, type) and issubclass(c, enum.Enum)}
    lines = [HEAD, "## Classes", ""]
    lines += [line for name, cls in classes.items() for line in _class(name, cls)]
    lines += ["## Vocabularies", "", "Closed lists; each value is a `str` and an enum member.", ""]
    lines += [line for name, cls in lists.items() for line in _vocabulary(name, cls)]
    return "\n".join(lines)


def _class(name: str, cls: type) -> Iterator[str]:
    yield f"### {name}"
    yield ""
    yield _PACKAGES["without_attributes"](cls)
    yield ""
    fields = [field for field in attrs.fields(cls) if field.init and not field.name.startswith("_")]
    if fields:
        if all(field.kw_only for field in fields):
            yield "Its fields are given by keyword."
            yield ""
        yield "| field | type | default | what it is |"
        yield "|---|---|---|---|"
        for field in fields:
            default = _PACKAGES["default_of"](field)
            shown = "(required)" if default is None else f"`{default}`"
            about = _cell(_PACKAGES["explained"](cls, field.name))
            yield f"| `{field.name}` | `{_type(field.type)}` | {shown} | {about} |"
        yield ""
    yield from _PACKAGES["members"](cls)
    yield ""


def _type(annotation: object) -> str:
    return _cell(repr(_PACKAGES["words_of"](annotation)))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _vocabulary(name: str, cls: type[enum.Enum]) -> Iterator[str]:
    yield f"### {name}"
    yield ""
    yield _PACKAGES["_text"](inspect.getdoc(cls) or "")
    yield ""
    yield "| value | English | Dutch | what it means |"
    yield "|---|---|---|---|"
    written = _below_members(cls)
    for member in cls:
        if not isinstance(member, enum.StrEnum):
            raise TypeError(f"{name} is not a StrEnum, as every vocabulary is.")
        try:
            words = f"{label(member, 'en')} | {label(member, 'nl')}"
            means = meaning(member, "en") or written.get(member.name, "")
        except KeyError:
            # A list that no reader meets has no words for readers.
            words, means = " | ", written[member.name]
        yield f"| `{member.value}` | {words} | {means} |"
    yield ""
    if lines := [*_PACKAGES["members"](cls)]:
        yield from [*lines, ""]


def _below_members(cls: type) -> dict[str, str]:
    """The words below each member of a vocabulary that has some, by its name."""
    (found,) = ast.parse(inspect.getsource(cls)).body
    return {
        node.targets[0].id: inspect.cleandoc(after.value.value)
        for node, after in pairwise(getattr(found, "body", ()))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        if isinstance(after.value.value, str)
    }


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
