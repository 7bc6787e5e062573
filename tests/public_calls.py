"""Every public callable with arguments that it takes, for tests that change them one by one."""

import contextlib
import datetime as dt
import importlib
import inspect
import io
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, cast, get_origin

import ssrpolicy
from ssrpolicy import databases, reporting, selection, testing, views

ROOMS = (
    "ssrpolicy",
    "ssrpolicy.reporting",
    "ssrpolicy.views",
    "ssrpolicy.selection",
    "ssrpolicy.commands",
    "ssrpolicy.databases",
    "ssrpolicy.testing",
)
DAY = dt.date(2034, 1, 1)


def callables() -> Iterator[tuple[str, Any]]:
    """Every public function, and method of a public class, with what it is called."""
    for room in ROOMS:
        module = importlib.import_module(room)
        for name in module.__all__:
            value = getattr(module, name)
            if not isinstance(value, type):
                if callable(value) and get_origin(value) is None:
                    yield name, value
            elif not issubclass(value, Enum | BaseException):
                for member in dir(value):
                    found = inspect.getattr_static(value, member)
                    if not member.startswith("_") and isinstance(
                        found, staticmethod | classmethod | type(callables)
                    ):
                        yield f"{name}.{member}", found


@cache
def samples() -> Mapping[str, Any]:
    """What an argument of this name is given where nothing else is said."""
    record = testing.small_record()
    registry = testing.registry()
    chosen = selection.choose(record, selection.Selection(), as_of=DAY)
    report = reporting.Report(records=(record,), as_of=DAY)
    progress = record.progress("report", as_of=DAY)
    ground = ssrpolicy.Ground(document="letter", start=0, end=3)
    proposal = ssrpolicy.Proposal(
        entry=record.statements[0],
        grounds=(ground,),
        rule="own",
        why="Said so.",
        confidence=ssrpolicy.Confidence.SURE,
    )
    update = ssrpolicy.Update(
        statement="report", date=DAY, by="nl-bz", note=ssrpolicy.LocalText(nl="Gebeld.")
    )
    letter = record.documents[0]
    note = views.annex(record, as_of=DAY, language="nl")
    return {
        "amount": 3, "arguments": ["colour=red"], "as_of": DAY, "asked": (), "available": "nl",
        "block": note.blocks[0], "called": "The file", "change": "summary", "chosen": chosen,
        "code": "nl-bz", "commitments": 3, "criterion": "owners", "data": {}, "date": DAY,
        "day": DAY, "days": 30, "disposition": record.dispositions[0], "document": letter.id,
        "doing": "Reading", "draft": ssrpolicy.Draft(record="small", sources={}), "entry": "report",
        "environ": {"SSRPOLICY_DISABLE_PLUGINS": "all"}, "error": ValueError("x"),
        "field": ssrpolicy.EditField.OWNERS, "finding": ssrpolicy.Finding(
            code="own", severity=ssrpolicy.Severity.NOTE, subject="small", message="Look."
        ),
        "given": {}, "id": "x", "items": [1], "key": "report", "keys": ["id"], "kind": "letters",
        "language": "nl", "lines": "ssrpolicy list", "list_name": "parties", "many": "{number} x",
        "message": "Look.", "name": "lines", "new": record, "now": progress, "number": 3,
        "offered": None, "old": record, "one": "{number} x", "option": "--to",
        "other": record.dispositions[0], "package": b"PK", "paper": letter, "party": "nl-bz",
        "paths": ["x"], "place": 0, "plain": {}, "progress": progress, "proposal": proposal,
        "record": record, "records": (record,), "registry": registry, "report": report,
        "request": record.requests[0].id, "in_python": "to=", "run": next(
            run for each in note.blocks for runs in views.texts_of(each) for run in runs
        ),
        "selection": selection.Selection(), "severity": "note", "since": dt.date(2030, 1, 1),
        "statement": "report", "stem": "x", "text": "een tekst", "texts": ["een"],
        "update": update, "value": "field.owners", "wanted": "nl", "words": "een",
        "path_or_records": record,
    }  # fmt: skip


@cache
def owners() -> Mapping[str, Any]:
    """An instance of each public class with methods that take an argument."""
    given = samples()
    record, report = given["record"], given["report"]
    passage = record.statements[0].quotes[0]
    return {
        "Catalogue": reporting.Catalogue("ssrpolicy"),
        "Chosen": given["chosen"],
        "CitationWarning": ssrpolicy.CitationWarning("reprint", ("a", "b", "c")),
        "DecidedProposal": reporting.DecidedProposal(proposal="a", accepted=True, place="A1"),
        "Disposition": record.dispositions[0],
        "Draft": given["draft"],
        "ForeignNames": views.ForeignNames({}),
        "Listing": views.listing(record, "letters", as_of=DAY),
        "LocalText": ssrpolicy.LocalText(nl="een"),
        "Note": views.annex(record, as_of=DAY, language="nl"),
        "PaperNumber": ssrpolicy.PaperNumber.parse("kst-32123-X-124"),
        "Party": ssrpolicy.Party(id="a", name=ssrpolicy.LocalText(nl="een")),
        "Place": ssrpolicy.Place(id="a", name=ssrpolicy.LocalText(nl="een")),
        "Sector": ssrpolicy.Sector(id="a", name=ssrpolicy.LocalText(nl="een")),
        "Framework": ssrpolicy.Framework(id="a", name=ssrpolicy.LocalText(nl="een")),
        "PlaceInText": record.locate(passage),
        "PolicyRecord": record,
        "Progress": given["progress"],
        "Proposal": given["proposal"],
        "ReadingPage": views.reading_page(record, as_of=DAY, language="nl"),
        "Registry": given["registry"],
        "Report": report,
        "Standing": ssrpolicy.Standing(),
        "Table": views.listing(record, "letters", as_of=DAY).table,
        "TextParts": ssrpolicy.TextParts(),
        "Tracker": views.tracker(record, as_of=DAY, language="nl"),
        "Words": selection.Words("een"),
        "Handling": databases.Handling((record,), DAY),
        "InputFile": ssrpolicy.InputFile(name="a", data=b"x"),
        "Finding": given["finding"],
    }


def bound(name: str, value: Any) -> Callable[..., Any] | None:
    """What is called under a name of :func:`callables`; None for a method without an owner."""
    if "." not in name:
        return value  # type: ignore[no-any-return]  # what the name stands for is a function, which getattr does not say
    cls, member = name.split(".")
    if isinstance(value, staticmethod | classmethod):
        for room in ROOMS:
            owner = getattr(importlib.import_module(room), cls, None)
            if owner is not None:
                return getattr(owner, member)  # type: ignore[no-any-return]  # what the name stands for is a method, which getattr does not say
    owner = owners().get(cls)
    return None if owner is None else getattr(owner, member)


def used(made: object) -> None:
    """Go through what a call returned, where the work is done only then."""
    if isinstance(made, Iterator) and not isinstance(made, io.IOBase):
        for _ in made:
            pass
    elif hasattr(made, "__enter__") and not isinstance(made, io.IOBase | Path):
        with contextlib.ExitStack() as stack:
            stack.enter_context(cast("contextlib.AbstractContextManager[object]", made))


def fresh(name: str, given: Any) -> Any:
    """Return an argument that a call may use up: a stream is new for each."""
    return io.BytesIO() if name in ("out", "output", "stream") and given is None else given
