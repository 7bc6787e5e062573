"""Write packages.md, every public name of the five packages, from their docstrings.

Run it when a public name has changed: .venv/bin/python docs/reference/packages.py
"""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import attrs
from attrs import frozen

PAGE = Path(__file__).with_name("packages.md")
# A longer one would hide the signature that it stands in.
_LONGEST_DEFAULT = 40
PACKAGES = (
    *("ssrpolicy", "ssrpolicy.reporting", "ssrpolicy.views", "ssrpolicy.commands"),
    "ssrpolicy.testing",
)

HEAD = """\
# The packages

Every public name of the packages that scripts and plugins may use, but for the classes and closed
lists of a record, which [the model](model.md) has. This page is written by
[packages.py](packages.py) from the docstrings. The first package is shown at work on [a page of its
own](../how-to/use-it-from-python.md), the second in [Hooks](hooks.md); how long a name stays is
[promised](../explanation/compatibility.md).
"""


@frozen
class _Words:
    """An annotation that is shown as it was written, without quotation marks."""

    text: str

    def __repr__(self) -> str:
        return self.text


def page() -> str:
    """Return the reference page in Markdown."""
    lines = [HEAD]
    shown: set[int] = set()
    for name in PACKAGES:
        package = import_module(name)
        lines += [f"## {name}", "", _text(inspect.getdoc(package) or ""), ""]
        # What is called stands before what is given back or raised.
        names = sorted(package.__all__, key=lambda each: isinstance(getattr(package, each), type))
        lines += [line for each in names for line in _entry(package, each, shown)]
    return "\n".join(lines)


def _entry(package: ModuleType, name: str, shown: set[int]) -> Iterator[str]:
    value = getattr(package, name)
    if callable(value) and id(value) in shown:
        return
    shown.add(id(value))
    is_class = isinstance(value, type)
    if is_class and package.__name__ == PACKAGES[0] and not issubclass(value, Exception):
        return
    function = inspect.unwrap(value) if callable(value) and not is_class else None
    if not is_class and not inspect.isfunction(function):
        return
    yield f"### {name}"
    yield ""
    if inspect.isfunction(function):
        yield f"```python\n{name}{_signature(function)}\n```"
        yield ""
    elif attrs.has(value):
        yield f"```python\n{name}{_signature(value)}\n```"
        yield ""
    yield _text(inspect.getdoc(value) or "")
    yield ""
    if is_class and issubclass(value, enum.Enum):
        yield f"Its values are {', '.join(f'`{each.value}`' for each in value)}."
        yield ""
    members = [_about(value, member) for member in sorted(vars(value))] if is_class else []
    if told := [about for about in members if about]:
        yield from [*told, ""]


def _about(cls: type, member: str) -> str | None:
    """What a class answers under a name, in a line."""
    value = inspect.getattr_static(cls, member)
    value = getattr(value, "__func__", value)
    first = _text(inspect.getdoc(value) or "").partition("\n")[0]
    if member.startswith("_") or not first:
        return None
    if inspect.isfunction(value):
        return f"- `{member}{_signature(value)}`: {first}"
    return f"- `{member}`: {first}" if isinstance(value, property) else None


def _signature(of: Callable[..., object]) -> str:
    """A signature as it is written, without the parameters that are no caller's."""
    signature = inspect.signature(of)
    parameters = [
        each.replace(annotation=_words(each.annotation), default=_default(each.default))
        for each in signature.parameters.values()
        if each.name not in ("self", "cls") and not each.name.startswith("_")
    ]
    returned = signature.return_annotation
    returned = inspect.Signature.empty if isinstance(of, type) else _words(returned)
    return str(signature.replace(parameters=parameters, return_annotation=returned))


def _default(default: object) -> object:
    """A default as it is written; dots for one that is made anew, or that is long."""
    if default is inspect.Signature.empty:
        return default
    if isinstance(default, enum.Enum):
        return _Words(f"{type(default).__name__}.{default.name}")
    words = repr(default)
    told = words != "NOTHING" and "<" not in words and len(words) <= _LONGEST_DEFAULT
    return default if told else _Words("...")


def _words(annotation: object) -> object:
    if annotation is inspect.Signature.empty:
        return annotation
    if isinstance(annotation, str):
        return _Words(annotation)
    return _Words(inspect.formatannotation(annotation))


def _text(text: str) -> str:
    """A docstring as Markdown."""
    return re.sub(r":\w+:`~?(?:\w+\.)*(\w+)`", r"`\1`", text).replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
