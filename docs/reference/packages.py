"""Write packages.md, every public name of the public packages, from their docstrings.

Run it when a public name has changed: .venv/bin/python docs/reference/packages.py
"""

from __future__ import annotations

import ast
import enum
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, ForwardRef, Literal, get_origin

import attrs
from attrs import frozen

PAGE = Path(__file__).with_name("packages.md")
# A class, which the types of attrs declare as a function.
_FACTORY: Any = attrs.Factory
# A longer one would hide the signature that it stands in.
_LONGEST_DEFAULT = 40
# The names of modules in a type, but for those that people write.
_MODULE = re.compile(r"\b(?:ssrpolicy|collections|pathlib|typing)\.(?:[a-z_]\w*\.)*")
# A longer value is not shown, but its type.
# The words below an attribute of a class, in its source.
_BELOW = r'^    {}: .*(?:\n(?:     |    [}})\]]).*)*\n    """([^"]+(?:"[^"]+)*?)(?:\n\n|""")'
_LONGEST_LINE = 100
PACKAGES = (
    *(
        "ssrpolicy",
        "ssrpolicy.reporting",
        "ssrpolicy.views",
        "ssrpolicy.selection",
        "ssrpolicy.commands",
        "ssrpolicy.databases",
    ),
    "ssrpolicy.testing",
)

HEAD = """\
# The packages

Every public name of the packages that scripts and plugins may use, but for the classes and closed
lists of a record, which [the model](model.md) has; what `label` takes, [the labels](labels.md)
have. Other packages, such as `ssrpolicy.codelists`, are the library's own workings: no page and no
plugin here imports them. A star in a signature says that what comes after it is given by keyword.
This page is written by [packages.py](packages.py) from the docstrings. The first package is shown
at work on [a page of its own](../how-to/use-it-from-python.md), the second in [Hooks](hooks.md);
how long a name stays is [promised](../explanation/compatibility.md).
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
        # What is called stands before what is given back or raised, and constants come last.
        names = sorted(package.__all__, key=lambda each: _rank(getattr(package, each)))
        lines += [line for each in names for line in _entry(package, each, shown)]
    return "\n".join(lines)


def _rank(value: object) -> int:
    if isinstance(value, type):
        return 1
    return 0 if inspect.isfunction(value) else 2


def _entry(package: ModuleType, name: str, shown: set[int]) -> Iterator[str]:
    value = getattr(package, name)
    if callable(value) and id(value) in shown:
        return
    shown.add(id(value))
    is_class = isinstance(value, type)
    if is_class and package.__name__ == PACKAGES[0] and not issubclass(value, Exception):
        return
    function = inspect.unwrap(value) if callable(value) and not is_class else None
    yield f"### {name}"
    yield ""
    if inspect.isfunction(function):
        yield f"```python\n{name}{signature(function)}\n```"
        yield ""
    elif not is_class:
        yield from _constant(name, value)
        return
    elif attrs.has(value):
        yield f"```python\n{name}{signature(value)}\n```"
        yield ""
    yield _text(inspect.getdoc(value) or "")
    yield ""
    if is_class and issubclass(value, enum.Enum):
        yield f"Its values are {', '.join(f'`{each.value}`' for each in value)}."
        yield ""
    if is_class and "SsrPolicyError" in (base.__name__ for base in value.__mro__[1:]):
        yield "It has what every [SsrPolicyError](#ssrpolicyerror) has."
        yield ""
    if is_class and (lines := [*members(value)]):
        yield from [*lines, ""]


def _constant(name: str, value: object) -> Iterator[str]:
    """What a constant or the name of a type stands for, and the words below its assignment."""
    written, doc = next(
        (each[:2] for each in _assigned().get(name, ()) if each[2] is value or each[2] == value),
        ("", ""),
    )
    if not doc:
        raise ValueError(f"No words stand below {name}, where it is assigned.")
    line = f"{name} = {written}"
    if len(line) > _LONGEST_LINE and get_origin(value) is Literal:
        line = f"{name} = Literal[\n    {written.removeprefix('Literal[').removesuffix(']')}\n]"
    elif len(line) > _LONGEST_LINE:
        line = f"{name}: {type(value).__name__}"
    yield f"```python\n{line}\n```"
    yield ""
    yield _text(doc)
    yield ""


@cache
def _assigned() -> Mapping[str, list[tuple[str, str, object]]]:
    """Every public name assigned in a module: how it is written, the words below it, its value."""
    found: dict[str, list[tuple[str, str, object]]] = {}
    root = Path(import_module("ssrpolicy").__file__ or "").parent
    for file in sorted(root.rglob("*.py")):
        module = ".".join(file.relative_to(root.parent).with_suffix("").parts)
        body = ast.parse(file.read_text(encoding="utf-8")).body
        for node, after in pairwise([*body, ast.Pass()]):
            if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            words = after.value if isinstance(after, ast.Expr) else None
            if isinstance(target, ast.Name) and isinstance(words, ast.Constant):
                value = getattr(import_module(module.removesuffix(".__init__")), target.id)
                written = ast.unparse(node.value).strip("'")
                if '"' not in written:
                    written = written.replace("'", '"')
                known = (written, inspect.cleandoc(str(words.value)), value)
                found.setdefault(target.id, []).append(known)
    return found


def members(cls: type) -> Iterator[str]:
    """What a class answers, a line each: its attributes with their types, and its methods."""
    known = {field.name for field in attrs.fields(cls)} if attrs.has(cls) else set()
    for base in cls.__mro__:
        # What every error has stands with the first of them.
        shown = base.__name__ != "SsrPolicyError" or base is cls
        if base.__module__.startswith("ssrpolicy") and not attrs.has(cls) and shown:
            for name, annotation in vars(base).get("__annotations__", {}).items():
                if not name.startswith("_") and name not in known:
                    below = re.search(_BELOW.format(name), inspect.getsource(base), re.MULTILINE)
                    first = f": {_text(' '.join(below[1].split()))}" if below else ""
                    yield f"- `{name}: {words_of(annotation)!r}`{first}"
                    known.add(name)
    for name in sorted({*names_of(cls)} - known):
        owner = next(each for each in cls.__mro__ if name in vars(each))
        value = inspect.getattr_static(cls, name)
        value = getattr(value, "__func__", value)
        first = _text(inspect.getdoc(value) or "").partition("\n\n")[0].replace("\n", " ")
        if isinstance(value, str | int):
            yield f"- `{name}`: `{value!r}`, of the class itself."
        elif inspect.isfunction(value):
            yield f"- `{name}{signature(value)}`: {first}"
        elif function := getattr(value, "fget", None) or getattr(value, "func", None):
            annotation = inspect.signature(function).return_annotation
            yield f"- `{name}: {words_of(annotation)!r}`: {first}"
        elif inspect.ismemberdescriptor(value):
            # attrs makes a slot of a cached property, and keeps its annotation alone.
            annotation = inspect.get_annotations(owner).get(name, inspect.Signature.empty)
            first = _text(written_doc(owner, name)).partition("\n\n")[0].replace("\n", " ")
            yield f"- `{name}: {words_of(annotation)!r}`: {first}"


def names_of(cls: type) -> Iterator[str]:
    """The public names that a class, or one of ours that it is made of, defines."""
    # Not dir: of a closed list that gives its members alone.
    for owner in (each for each in cls.__mro__ if each.__module__.startswith("ssrpolicy")):
        members = getattr(cls, "__members__", ())
        yield from (each for each in [*vars(owner)] if each[0] != "_" and each not in members)


def written_doc(cls: type, method: str) -> str:
    """The docstring of a method as it is written in its class; empty without one."""
    (found,) = ast.parse(inspect.cleandoc(inspect.getsource(cls))).body
    functions = (each for each in getattr(found, "body", ()) if isinstance(each, ast.FunctionDef))
    return next((ast.get_docstring(each) or "" for each in functions if each.name == method), "")


def signature(of: Callable[..., object]) -> str:
    """A signature as it is written, without the parameters that are not a caller's."""
    signature = inspect.signature(of)
    fields = {field.alias: field for field in attrs.fields(of)} if attrs.has(of) else {}
    parameters = [
        _of_field(each, fields[each.name])
        if each.name in fields
        else each.replace(annotation=words_of(each.annotation), default=_default(each.default))
        for each in signature.parameters.values()
        if each.name not in ("self", "cls")
        and not getattr(fields.get(each.name), "name", each.name).startswith("_")
    ]
    returned = signature.return_annotation
    returned = inspect.Signature.empty if isinstance(of, type) else words_of(returned)
    return str(signature.replace(parameters=parameters, return_annotation=returned))


def _of_field(parameter: inspect.Parameter, field: attrs.Attribute[object]) -> inspect.Parameter:
    """The parameter of a field, with the field's type where a converter takes anything."""
    taken = words_of(parameter.annotation)
    default = default_of(field)
    return parameter.replace(
        annotation=words_of(field.type) if re.search(r"\bAny\b", repr(taken)) else taken,
        default=inspect.Parameter.empty if default is None else _Words(default),
    )


def default_of(field: attrs.Attribute[object]) -> str | None:
    """The default of a field as it is written; None where the field must be given."""
    value = field.default
    if value is attrs.NOTHING:
        return None
    if isinstance(value, _FACTORY):
        value = value.factory()
    if attrs.has(type(value)) and value == type(value)():
        return f"{type(value).__name__}()"
    return repr(_default(value))


def _default(default: object) -> object:
    """A default as it is written; dots for one that is long."""
    if default is inspect.Signature.empty:
        return default
    if isinstance(default, enum.Enum):
        return _Words(f"{type(default).__name__}.{default.name}")
    words = repr(default)
    if "<" in words or len(words) > _LONGEST_DEFAULT:
        return _Words("...")
    return _Words(words.replace("'", '"')) if isinstance(default, str) else default


def words_of(annotation: object) -> object:
    """An annotation as it is written, without the names of modules and quotation marks."""
    if annotation is inspect.Signature.empty:
        return annotation
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    words = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    words = words.replace("datetime.", "dt.").replace("~", "").replace("NoneType", "None")
    return _Words(
        re.sub(r"\b(?:ssrpolicy|collections|pathlib|typing)\.(?:[a-z_]\w*\.)*", "", words)
    )


def explained(cls: type, key: str) -> str:
    """What the docstring of a class, or of its base, says of a field, in its list or a sentence."""
    for each in cls.__mro__[:-1]:
        page, _, listed = (inspect.getdoc(each) or "").partition("\nAttributes:\n")
        if found := re.search(rf"^    {key}: (.+(?:\n {{5,}}.+)*)", listed, re.MULTILINE):
            return _text(" ".join(found[1].split()))
        for sentence in re.split(r"(?<=[.;]) ", " ".join(page.split())):
            if f"``{key}``" in sentence:
                return _text(f"{sentence.rstrip(';.')}.")
    raise ValueError(f"No words stand in the docstring of {cls.__name__} for its {key}.")


def without_attributes(cls: type) -> str:
    """A docstring as Markdown, without the list of fields in it."""
    doc = inspect.getdoc(cls) or ""
    return _text(re.sub(r"\n\nAttributes:\n(?:    .*\n?)+", "\n", doc).rstrip())


def _text(text: str) -> str:
    """A docstring as Markdown."""
    plain = re.sub(r":\w+:`~?(?:\w+\.)*(\w+)`", r"`\1`", text).replace("``", "`")
    # Fields that are explained in a list of their own become a list here, too.
    plain = re.sub(r"^Attributes:\n", "", plain, flags=re.MULTILINE)
    return re.sub(r"^ {4}(\w+): ", r"- `\1`: ", plain, flags=re.MULTILINE)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
