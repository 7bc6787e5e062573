"""Every public function and method, called with each of its arguments wrong in turn."""

import collections.abc
import inspect
import io
import re
import typing
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

import pytest

import ssrpolicy
from public_calls import bound, callables, fresh, samples, used
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
STREAMS = {name: {"out": None} for name in ("reproducible_package", "write_json")}
with io.BytesIO() as made:
    zipfile.ZipFile(made, "w").close()
    PACKAGE = made.getvalue()
# What a call is given besides the samples, or another sample of an argument.
GIVEN: dict[str, dict[str, Any]] = {
    **STREAMS,
    "check_office_package": {"package": PACKAGE, "limits": None, "check_names": None},
    "reproducible_package": {"out": None, "package": PACKAGE},
    "Baseline.from_plain": {"plain": reporting.baseline(samples()["report"]).to_plain()},
    "Selection.from_plain": {"plain": {"owners": ["nl-bz"], "due_before": "2030-01-01"}},
    "did_you_mean": {"words": ["een"]},
    "together": {"words": ["een"]},
    "Draft.proposal": {"id": "x"},
    "PaperNumber.parse": {"text": "kst-32123-X-124"},
    "PolicyRecord.asked_on": {"request": samples()["record"].requests[0]},
    "PolicyRecord.code": {"id": "nl-bz"},
    "PolicyRecord.document": {"key": "letter"},
    "PolicyRecord.in_place": {"place": "NLD"},
    "PolicyRecord.with_update": {"by": "nl-bz", "note": "Gebeld.", "quotes": (), "owners": None},
    "PolicyRecord.locate": {"words": "Ik zal", "document": "letter"},
    "PolicyRecord.progress": {"superseded": False},
    "PlaceInText.context": {"chars": 3, "marks": ("[", "]")},
    "Table.column": {"key": "id"},
    "Tracker.table": {"key": "commitments"},
    "Chosen.by_owner": {"full_ids": ("a#b",)},
    "Chosen.of_owner": {"owner": "nl-bz"},
    "Chosen.responsible": {"statement": samples()["record"].statements[0]},
    "responsible": {"statement": samples()["record"].statements[0]},
    "report_stem": {"paths": ("x",)},
    "counted": {"key": "records"},
    "json_text": {"indent": 2, "as_of": None},
    "marked_text": {"text": ssrpolicy.LocalText(nl="een")},
    "motion_key": {"document": samples()["record"].documents[0]},
    "print_json": {"indent": 2},
    "judged": {"more_rules": ()},
    "registry": {"rules": ()},
    "listing": {"sort": None, "only": None, "limit": None},
    "search": {"limit": None},
    "load_plugins": {"environ": samples()["environ"], "disabled": None, "only": ()},
}
# What is called in tests of its own, or by nobody who could be wrong, each with the reason.
LEFT_OUT: dict[str, str] = {
    **dict.fromkeys(
        ("accept", "append", "reject", "remove", "replace", "undo", "withdraw", "new", "dump"),
        "it changes files; test_wrong_arguments and the tests of its room call it wrongly",
    ),
    **dict.fromkeys(
        ("load", "load_all", "draft", "plan_merge", "plan_review", "report", "run_report",
         "read_source", "read_portfolio"),
        "it needs files or plugins; test_wrong_arguments and test_misuse call it wrongly",
    ),
    **dict.fromkeys(
        ("find_records", "ready_folder", "open_database", "file_digest", "read_record_file",
         "refuse_in_record", "packed", "unpacked", "packed_excerpt",
         "unpacked_excerpt", "anchors", "may_be_address", "path_missing"),
        "it is given a path or data that the caller made",
    ),
    **dict.fromkeys(("hookimpl", "option", "rule", "portfolio_rule"), "it decorates; the plugin "
                    "that does so wrongly is refused when it is loaded"),
    **dict.fromkeys(
        ("DATE", "as_of_option", "format_option", "language_option", "path_argument",
         "paths_argument", "plugin_options", "selection_options"),
        "it decorates a command, and click says what is wrong with it",
    ),
    **dict.fromkeys(
        ("OfferedDrafter.of", "OfferedReader.of", "OfferedReporter.of", "options_of"),
        "what a plugin lacks is a clause of the sentence that names the plugin",
    ),
    **dict.fromkeys(
        ("marked", "marked_plural", "argument", "toml_mistake", "xml_mistake", "texts_of",
         "Note.by_language", "package_damage_reported", "option_values", "proposal_data",
         "example", "day_or_today",  "Registry.offering"),
        "it gives back what it is given, or is given what the library made",
    ),
    **dict.fromkeys(
        (
            *("Reporter.write", "EditableReporter.write", "EditableReporter.read_edits"),
            *("ReviewReporter.write", "ReviewReporter.read_decisions", "Reader.read"),
            *("Drafter.propose", "Database.listing", "Database.naming", "Database.search"),
        ),
        "a plugin defines it",
    ),
    **dict.fromkeys(
        (
            *("OfferedDrafter.propose", "OfferedReader.read", "OfferedReporter.read_edits"),
            "OfferedReporter.read_decisions",
        ),
        "it calls what a plugin defines, and says what that did",
    ),
    **dict.fromkeys(
        (
            *("Handling.carrying", "Handling.dealt_with", "Handling.is_later", "Handling.motion"),
            *("Handling.progress", "Handling.relations", "Handling.settled"),
            *("Handling.successors", "Handling.superseded", "SourceText.cuts_word"),
            *("SourceText.describe", "SourceText.display", "SourceText.find"),
            *("SourceText.sentences_in", "Span.touches"),
        ),
        "a database asks it about the records and the text that it was made of",
    ),
    "Reviewed.apply": "it changes files; the tests of reviews call it wrongly",
    "Draft.chain": "test_wrong_arguments has it",
    "PolicyRecord.in_sector": "the small record has no sector; test_wrong_arguments has it",
    "Registry.reporter": "a registry without reporters knows none",
    "Registry.named": "a registry without reporters knows none",
}  # fmt: skip


ONE_WILL_DO = {"PolicyRecord.with_update.quotes", "report_stem.paths"}
"""Where one text needs no list around it."""
STREAM_ARGUMENTS = {argument for given in STREAMS.values() for argument in given}
"""What is a stream of its own where the test gives None."""
CLAUSES = {"registry.reporters"}
"""What is wrong with these is a clause, as with all that a plugin offers."""


def called() -> dict[str, Callable[..., Any]]:
    """What is called wrongly, by its name."""
    found = {}
    for name, value in callables():
        if name in LEFT_OUT or name.endswith("Contract") or "Contract." in name:
            continue
        call = bound(name, value)
        if call is not None and len(inspect.signature(call).parameters):
            found[name] = call
    return found


CALLED = called()


def sample(name: str, argument: str) -> Any:
    """What an argument of a call is given where it is right."""
    given = GIVEN.get(name, {})
    return given[argument] if argument in given else samples()[argument]


def right(name: str, call: Callable[..., Any]) -> dict[str, Any]:
    """The arguments with which a call works."""
    return {
        each.name: sample(name, each.name)
        for each in inspect.signature(call).parameters.values()
        if each.kind is not each.VAR_KEYWORD
        and (each.default is each.empty or each.name in GIVEN.get(name, {}))
        and not (each.kind is each.VAR_POSITIONAL and each.name not in samples())
    }


def answer(call: Callable[..., Any], given: dict[str, Any]) -> None:
    """Call with arguments by their names, in whatever way each is taken."""
    positional, named = [], {}
    for each in inspect.signature(call).parameters.values():
        if each.name in given:
            value = fresh(each.name, given[each.name])
            if each.kind in (each.POSITIONAL_ONLY, each.VAR_POSITIONAL):
                positional.append(value)
            else:
                named[each.name] = value
    used(call(*positional, **named))


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
        return value in (inner or (None,))
    if not isinstance(origin or kind, type):
        return True
    # A text would be read by its letters, and yes or no counts nothing.
    taken_apart = isinstance(value, str | bytes) and origin is not None
    if taken_apart or not isinstance(value, origin or kind) or (kind is int and value is True):
        return False
    several = isinstance(value, Iterable) and len(inner) == 1
    return not several or all(fits(each, inner[0]) for each in cast("Iterable[object]", value))


def written(value: object) -> str:
    """A value as Python writes it, where it does."""
    return "10**5000" if isinstance(value, int) and value > LARGE else repr(value)


@pytest.mark.parametrize("name", CALLED)
def test_a_wrong_argument_is_refused_in_a_sentence_of_ours(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is given is of the type that is asked, or a call says in words what it is not."""
    monkeypatch.chdir(tmp_path)
    call = CALLED[name]
    given = right(name, call)
    faults = []
    answer(call, given)  # or every wrong call would be refused for what is wrong with this one
    for argument in inspect.signature(call).parameters:
        kind = annotation(call, argument)
        for wrong in () if f"{name}.{argument}" in CLAUSES else WRONG:
            if wrong is None and argument in STREAM_ARGUMENTS:
                continue
            if callable(wrong) and "Callable" in str(kind):
                continue  # it is called, and what it raises is its own
            try:
                answer(call, {**given, argument: wrong})
                if f"{name}.{argument}" not in ONE_WILL_DO and not fits(wrong, kind):
                    faults.append(f"{argument}={written(wrong):.30}: taken without a word")
            except SsrPolicyError as error:
                said = str(error).replace(written(wrong), "it")
                if INNARDS.search(said) or not error.message.endswith((".", "?")):
                    faults.append(f"{argument}={written(wrong):.30}: {said}")
            except Exception as error:  # noqa: BLE001 - whatever it is, it is the fault looked for
                faults.append(f"{argument}={written(wrong):.30}: {type(error).__name__}: {error}")

    assert faults == []


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
