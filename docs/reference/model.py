"""Write model.md, what a record consists of in Python, from the classes themselves.

Run it when the model has changed: .venv/bin/python docs/reference/model.py
"""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

import ssrpolicy
from ssrpolicy.views.language.labels import label, meaning

PAGE = Path(__file__).with_name("model.md")

HEAD = """\
# The model

What a record consists of, as Python sees it. Every class is frozen and made by keyword; all of them
are names of `ssrpolicy`. This page is written by [model.py](model.py) from the classes. What the
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
    yield _text(inspect.getdoc(cls) or "")
    yield ""
    fields = [field for field in attrs.fields(cls) if field.init and not field.name.startswith("_")]
    if fields:
        yield "| field | type | if left out |"
        yield "|---|---|---|"
        for field in fields:
            yield f"| `{field.name}` | `{_type(field.type)}` | {_default(field)} |"
        yield ""
    for member in sorted(dir(cls)):
        if not member.startswith("_") and (about := _about(cls, member)):
            yield f"- {about}"
    yield ""


def _about(cls: type, name: str) -> str | None:
    """What a class answers under a name, in a line; None for what is a field or not its own."""
    owner = next((each for each in cls.__mro__ if name in vars(each)), object)
    value = inspect.getattr_static(cls, name)
    if not owner.__module__.startswith("ssrpolicy"):
        return None
    value = getattr(value, "__func__", value)
    first = _text(inspect.getdoc(value) or "").partition("\n")[0]
    if inspect.isfunction(value):
        parameters = [each for each in inspect.signature(value).parameters if each != "self"]
        return f"`{name}({', '.join(p for p in parameters if p != 'cls')})`: {first}"
    return f"`{name}`: {first}" if isinstance(value, property) else None


def _default(field: attrs.Attribute[object]) -> str:
    if field.default is attrs.NOTHING:
        return "(required)"
    if field.default is None or field.default == ():
        return "nothing"
    return f"`{field.default}`"


def _type(annotation: object) -> str:
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    return (text or str(annotation)).replace("|", "\\|")


def _vocabulary(name: str, cls: type[enum.Enum]) -> Iterator[str]:
    yield f"### {name}"
    yield ""
    yield _text(inspect.getdoc(cls) or "")
    yield ""
    yield "| value | English | Dutch | what it means |"
    yield "|---|---|---|---|"
    for member in cls:
        if not isinstance(member, enum.StrEnum):
            raise TypeError(f"{name} is not a StrEnum, as every vocabulary is.")
        try:
            words = f"{label(member, 'en')} | {label(member, 'nl')} | {meaning(member, 'en') or ''}"
        except KeyError:
            # A list that no reader meets has no words for readers.
            words = " | | "
        yield f"| `{member.value}` | {words} |"
    yield ""


def _text(text: str) -> str:
    """A docstring as Markdown."""
    plain = re.sub(r":\w+:`~?(?:\w+\.)*(\w+)`", r"`\1`", text).replace("``", "`")
    # Fields that are explained in a list of their own become a list here, too.
    plain = re.sub(r"^Attributes:\n", "", plain, flags=re.MULTILINE)
    return re.sub(r"^ {4}(\w+): ", r"- `\1`: ", plain, flags=re.MULTILINE)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
