"""Every public function and method, called with each of its arguments wrong in turn."""

import collections.abc
import inspect
import re
import shutil
import typing
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

import pytest

import ssrpolicy
from promises.arguments.calls import CALLED, GIVEN, LEFT_OUT, NEW, STREAMS, answer, right
from public_calls import callables, samples
from ssrpolicy import SsrPolicyError, reporting, selection

# What Python or a library says where nobody thought of the mistake.
INNARDS = re.compile(
    r"has no attribute|NoneType|unhashable|subscriptable|not iterable|__\w|<factory>|"
    r"expected str|unexpected|must be real number|not supported between|positional argument"
)


class NoIndex:
    """What could be a whole number by its methods, and is not: an array of two numbers."""

    def __index__(self) -> int:
        """Refuse as an array does."""
        raise TypeError("only integer scalar arrays can be converted to a scalar index")


class NoTruth:
    """What is compared item by item, as an array is."""

    def __eq__(self, other: object) -> Any:
        """Return what is neither true nor false."""
        return self

    def __bool__(self) -> bool:
        """Refuse as an array does."""
        raise ValueError("The truth value of an array is ambiguous")

    __hash__ = None  # type: ignore[assignment]  # an array cannot be hashed either


LARGE = 10**4000
WRONG: tuple[Any, ...] = (
    *(NoIndex(), NoTruth(), 10**5000, float("nan"), "\0", {1: 2}),
    *(None, 3, 0.5, True, "x", "", b"a", "\ud800", [], [1], {}, {"a": 1}, (3,)),
    *(object(), ssrpolicy.Plan),
)

# Annotations that are for type checkers alone name these.
NAMES: dict[str, Any] = {
    **vars(typing),
    **vars(collections.abc),
    **{
        name: getattr(room, name)
        for room in (ssrpolicy, reporting, selection)
        for name in room.__all__
    },
}

LEGAL = (
    *(ValueError, TypeError, LookupError),
    *(ssrpolicy.InputError, ssrpolicy.OutputError, ssrpolicy.OptionError),
    *(ssrpolicy.ReporterError, ssrpolicy.PluginError, ssrpolicy.EditRefusedError),
)
"""What is raised for a value of the right type that is unknown, or names what cannot be used."""
STARTING_GIT = ("load", "load_all")
"""What asks git for a revision."""
CHANGING = ("append", "dump", "new", "remove", "replace", "undo")
"""What changes the files of a record, so that the next call is given another."""
ONE_WILL_DO = {"PolicyRecord.with_update.quotes", "report_stem.paths"}
"""Where one text needs no list around it."""
STREAM_ARGUMENTS = {"output", *(argument for given in STREAMS.values() for argument in given)}
"""What is a stream of its own where the test gives None."""
CLAUSES = {"registry.reporters"}
"""What is wrong with these is a clause, as with all that a plugin offers."""


def annotation(call: Callable[..., Any], argument: str) -> Any:
    """The type that an argument has, so that what it stands for can be compared."""
    said = inspect.signature(call).parameters[argument].annotation
    return eval(said, {**NAMES, **call_globals(call)}) if isinstance(said, str) else said  # noqa: S307 - the annotations are the library's own


def call_globals(call: Callable[..., Any]) -> dict[str, Any]:
    """The names of the module in which a function or method is defined."""
    return getattr(inspect.unwrap(call), "__globals__", {})


def fits(value: object, kind: Any) -> bool:
    """Whether a value is of the type of an annotation; of what cannot be told, it is."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in (Any, object, inspect.Parameter.empty) or isinstance(kind, TypeVar):
        return True
    if origin in (Union, UnionType):
        return any(fits(value, each) for each in inner)
    if kind is None or origin is Literal:
        return value is None if kind is None else isinstance(value, str) and value in inner
    if not isinstance(origin or kind, type):
        return True
    # A text would be read by its letters, and yes or no counts nothing.
    taken_apart = isinstance(value, str | bytes) and origin is not None
    if taken_apart or not isinstance(value, origin or kind) or (kind is int and value is True):
        return False
    several = isinstance(value, Iterable) and len(inner) == 1
    return not several or all(fits(each, inner[0]) for each in cast("Iterable[object]", value))


def typed_as(value: object, kind: Any) -> bool:
    """Whether a value is of a type, though it may be none of the texts that are known."""
    return fits(value, kind) or (
        isinstance(value, str) and re.search("Literal|str", str(kind)) is not None
    )


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record, of which one change can be undone; it is copied, and stays."""
    home = tmp_path_factory.mktemp("changed")
    ssrpolicy.dump(samples()["record"], home / "small")
    ssrpolicy.append(home / "small", NEW)
    assert (home / "small" / ".ssrpolicy").is_dir()
    return home


def _restore(changed: Path) -> None:
    """Put the record, with its change, in the working folder."""
    for folder in ("small", "made"):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(changed, ".", dirs_exist_ok=True)


def written(value: object) -> str:
    """A value as Python writes it, where it does."""
    return "10**5000" if isinstance(value, int) and value > LARGE else repr(value)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(each, marks=pytest.mark.heavy if each in STARTING_GIT else ())
        for each in CALLED
    ],
)
def test_a_wrong_argument_is_refused_in_a_sentence_of_ours(
    name: str, tmp_path: Path, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is given is of the type that is asked, or a call says in words what it is not."""
    monkeypatch.chdir(tmp_path)
    _restore(changed)
    Path("letter.txt").write_text(str(samples()["record"].documents[0].text), encoding="utf-8")
    call = CALLED[name]
    given = right(name, call)
    faults: list[str] = []
    answer(call, given)  # or every wrong call would be refused for what is wrong with this one
    if name in CHANGING:
        _restore(changed)
    for argument in inspect.signature(call).parameters:
        kind = annotation(call, argument)
        for wrong in () if f"{name}.{argument}" in CLAUSES else WRONG:
            if wrong is None and argument in STREAM_ARGUMENTS:
                continue
            if callable(wrong) and "Callable" in str(kind):
                continue  # it is called, and what it raises is its own
            faults += _fault(name, call, {**given, argument: wrong}, argument, changed)

    assert faults == []


def _fault(
    name: str, call: Callable[..., Any], given: dict[str, Any], argument: str, changed: Path
) -> Iterator[str]:
    """Yield what is wrong with the answer to a call, of which one argument is wrong."""
    wrong, kind = given[argument], annotation(call, argument)
    shown = f"{argument}={written(wrong):.30}"
    try:
        answer(call, given)
        if name in CHANGING:
            _restore(changed)
        if f"{name}.{argument}" not in ONE_WILL_DO and not fits(wrong, kind):
            yield f"{shown}: taken without a word"
    except SsrPolicyError as error:
        said = str(error).replace(written(wrong), "it")
        if INNARDS.search(said) or not error.message.endswith((".", "?")):
            yield f"{shown}: {said}"
        elif not isinstance(error, LEGAL if typed_as(wrong, kind) else TypeError):
            yield f"{shown}: {type(error).__name__}: {said}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the fault looked for
        yield f"{shown}: {type(error).__name__}: {error}"


def test_every_public_callable_is_called_wrongly_or_left_out_for_a_reason() -> None:
    """A new function is called here too; a reason for one that is gone goes as well."""
    known = dict(callables())
    takes_nothing = {
        name
        for name, value in known.items()
        if {*inspect.signature(getattr(value, "__func__", value)).parameters} <= {"self"}
    }
    tests = {name for name in known if "Contract." in name or name.startswith("Group.")}

    assert {*known} - {*CALLED} - takes_nothing - tests == {*LEFT_OUT}
    assert {*GIVEN} <= {*CALLED}
