"""What plugins and scripts may rely on: the public names, with their signatures, pinned.

When a name is added on purpose, renew the golden with `--update-goldens` and read the difference:
a line that goes or changes breaks somebody, and is announced as docs/explanation/compatibility.md
promises.
"""

import enum
import importlib
import inspect
import re
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

import ssrpolicy
from public_calls import ROOMS
from ssrpolicy.reporting import API
from tables import each_case

ROOT = Path(__file__).parents[2]
PROMISE = (ROOT / "docs" / "explanation" / "compatibility.md").read_text(encoding="utf-8")


def signature(of: Callable[..., object]) -> str:
    """A signature, with defaults that have no words of their own left out."""
    text = str(inspect.signature(of))
    text = re.sub(r"<factory>|NOTHING|<[^<>]+ at 0x[0-9a-f]+>", "...", text)
    return re.sub(r"<(\w+)\.(\w+): [^>]+>", r"\1.\2", text)


def described(name: str, value: object) -> Iterator[str]:
    """A public name in lines: what it is, and for a class what it offers."""
    if isinstance(value, type) and issubclass(value, enum.Enum):
        yield f"enum {name}: {', '.join(str(member.value) for member in value)}"
    elif isinstance(value, type):
        bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
        yield f"class {name}({bases})" if bases else f"class {name}"
        yield from (f"  {line}" for line in members(value))
    elif alias(value):
        yield f"type {name}"
    elif callable(value):
        yield f"def {name}{signature(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def alias(value: object) -> bool:
    """Whether a value is a name for a type."""
    return typing.get_origin(value) is not None or isinstance(value, types.UnionType)


def members(cls: type) -> Iterator[str]:
    """The public members of a class of ours, with how it is made."""
    if attrs.has(cls) or issubclass(cls, ssrpolicy.SsrPolicyError):
        yield f"__init__{signature(cls.__init__)}"
    for name in sorted(dir(cls)):
        owner = next((each for each in cls.__mro__ if name in vars(each)), object)
        if name.startswith("_") or not owner.__module__.startswith("ssrpolicy"):
            continue
        member = inspect.getattr_static(cls, name)
        if isinstance(member, staticmethod | classmethod):
            member = member.__func__
        if inspect.isfunction(member):
            yield f"{name}{signature(member)}"
        elif isinstance(member, property) or hasattr(member, "func"):
            yield name


def public() -> str:
    """Every public name of every public room, in lines."""
    lines = []
    for room in ROOMS:
        module = importlib.import_module(room)
        lines += [f"== {room}", ""]
        for name in module.__all__:
            lines += described(name, getattr(module, name))
        lines.append("")
    return "\n".join(lines)


def test_the_public_names_and_their_signatures_are_pinned(
    golden: Callable[[str, str], None],
) -> None:
    """What plugins and scripts may rely on is what the golden says."""
    golden("public-names.txt", public())


@each_case("room", ROOMS)
def test_a_public_room_lists_its_names_sorted_and_all_are_there(room: str) -> None:
    """Each `__all__` is complete: constants, then classes, then functions, each by the alphabet."""
    module = importlib.import_module(room)

    def order(name: str) -> tuple[int, str]:
        return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)

    assert module.__all__ == sorted(set(module.__all__), key=order)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


@each_case("room", ROOMS)
def test_what_is_public_is_explained(room: str) -> None:
    """Each public class and function has a docstring whose first line is a sentence."""
    module = importlib.import_module(room)
    values = {name: getattr(module, name) for name in module.__all__}
    ours = {
        name: value
        for name, value in values.items()
        if inspect.isclass(value) or inspect.isfunction(value)
    }
    unexplained = [
        name
        for name, value in ours.items()
        if not re.match(r"[^\n]+[.:](\n|$)", inspect.getdoc(value) or "")
    ]

    assert unexplained == []


def test_pages_and_plugins_import_what_is_public() -> None:
    """No page shows, and no plugin of ours needs, what may change in any version."""
    imported = re.compile(r"^\s*(?:from|import) (ssrpolicy(?:\.\w+)*)\b", re.MULTILINE)
    files = [*ROOT.glob("docs/*/*.md"), *ROOT.glob("docs/*/*.ipynb"), ROOT / "README.md"]
    files += ROOT.glob("plugins/*/src/**/*.py")
    found = {
        (file.name, room)
        for file in files
        for room in imported.findall(file.read_text(encoding="utf-8"))
        if room not in ROOMS
    }

    assert len(files) > 100
    assert found == set()


def test_the_promise_names_what_it_is_about() -> None:
    """The page of the promise names every public room, this version and that of the contract."""
    major, minor = ssrpolicy.__version__.split(".")[:2]

    assert [room for room in ROOMS if f"`{room}`" not in PROMISE] == []
    assert f"It is now **{API}**." in PROMISE
    assert f"`ssrpolicy>={major}.{minor},<{major}.{int(minor) + 1}`" in PROMISE
