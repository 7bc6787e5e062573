"""Records as JSON: the data, the text, the digest, and the file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from json.encoder import encode_basestring as _quoted
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from ssrpolicy.arguments import DEEPEST_INDENT, check_flag, check_number, check_stream, check_type
from ssrpolicy.codec.envelope import PORTFOLIO_FORMAT
from ssrpolicy.codec.json.compiled import COMPACT, SmallFloat, json_bytes
from ssrpolicy.codec.json.derived import add_derived, add_digest, data_digest
from ssrpolicy.codec.json.selectors import passage_data
from ssrpolicy.codec.outputs import refuse_output
from ssrpolicy.codec.pausing import collection_paused
from ssrpolicy.codec.problems import FlawedError
from ssrpolicy.codec.reading import problem_findings
from ssrpolicy.codec.scalars import NO_DEFAULTS
from ssrpolicy.codec.shape import Data
from ssrpolicy.codec.unstructuring import Unstructuring
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _
from ssrpolicy.model import (
    FORMAT,
    EdtfDate,
    Finding,
    Handling,
    PaperNumber,
    Passage,
    PolicyRecord,
    RecordInvalidError,
    check_day,
    several,
)
from ssrpolicy.selection import Chosen
from ssrpolicy.storage import replacing
from ssrpolicy.unseen import all_seen_in, visible


def unstructure(
    record: PolicyRecord,
    *,
    derived: bool = True,
    handling: Handling | None = None,
    selection: Chosen | None = None,
) -> Data:
    """Return a record as the data of a JSON object, with or without what is derived.

    With ``handling``, that of all records that are written, where each statement stands on its day
    is derived too; the digest by which a report is renewed is there even without what is derived.

    Raises RecordInvalidError when a value in the record has another type than its class says.
    """
    try:
        data = {"format": FORMAT, **_unstructuring().data(record, NO_DEFAULTS)}
    except FlawedError as error:
        findings = problem_findings(error.problems, subject=str(record.id))
        raise RecordInvalidError(
            _("{id} cannot be written.", id=record.id), findings=findings
        ) from None
    if derived:
        add_derived(data, record, handling, selection)
    elif handling is not None:
        add_digest(data)
    return data


def entry_data(entry: object) -> Data:
    """Return one entry as a JSON record has it, without what is derived."""
    data: Data = _unstructuring().data(entry, NO_DEFAULTS)
    return data


def entry_fault(entry: object) -> str | None:
    """Return what is wrong with the types of an entry's values; None where nothing is."""
    try:
        entry_data(entry)
    except FlawedError as error:
        return "; ".join(problem.message for problem in error.problems)
    return None


def dumps(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    indent: int | str | None = 2,
    derived: bool = True,
    as_of: dt.date | None = None,
    portfolio: bool = False,
) -> str:
    """Return a record, or several as a portfolio, as JSON text that ends with a line feed.

    One record is the root object, be it given alone or in a list; with ``portfolio`` it is the
    one entry of a portfolio. ``indent`` None gives one line.
    With a day, ``as_of``, where each statement stands on that day is among what is derived, and so
    is the digest of a report, which is there without the rest too.
    """
    given = several(records)
    indent = _checked_layout(indent, as_of, derived=derived)
    check_flag(portfolio, "portfolio")
    objects = _objects(given, as_of, derived=derived)
    return b"".join(_pieces(objects, indent, portfolio=portfolio or len(given) != 1)).decode()


def write_json(
    records: PolicyRecord | Iterable[PolicyRecord],
    out: BinaryIO,
    *,
    indent: int | str | None = 2,
    derived: bool = True,
    as_of: dt.date | None = None,
    selection: Chosen | None = None,
) -> None:
    """Write the text that ``json_text`` gives to a binary stream, one record after the other.

    With ``as_of``, ``selection`` is what is reported of the records; these come whole, with the ids
    of what is in among what is derived.
    """
    given = several(records)
    check_stream(out, "write", "out")
    indent = _checked_layout(indent, as_of, derived=derived)
    if selection is not None:
        check_type(selection, Chosen, "selection", "choose(records, Selection(...), as_of=day)")
    objects = _objects(given, as_of, derived=derived, selection=selection)
    with collection_paused():
        out.writelines(_pieces(objects, indent, portfolio=len(given) != 1))


def _checked_layout(
    indent: int | str | None, as_of: object, *, derived: object
) -> int | str | None:
    """Return by how much JSON is indented; raises ArgumentError for what is not a layout."""
    check_flag(derived, "derived")
    if indent is not None:
        if not isinstance(indent, str):
            indent = check_number(indent, "indent", most=DEEPEST_INDENT)
        elif indent.strip(" \t"):
            raise ArgumentError(
                _("indent is {indent!r:.80}; JSON is indented by spaces and tabs.", indent=indent)
            )
    if as_of is not None:
        check_day(as_of, "as_of")
    return indent


def dump_json(records: PolicyRecord | Iterable[PolicyRecord], path: Path | str) -> None:
    """Write a record, or several, as JSON; the file is replaced whole or not at all.

    Raises OutputError when it cannot be written or would replace another record,
    RecordInvalidError when a record cannot.
    """
    given = (records,) if isinstance(records, PolicyRecord) else tuple(records)
    refuse_output(Path(path), replaceable=[str(record.id) for record in given])
    with replacing(Path(path)) as stream:
        write_json(given, stream)


def _objects(
    records: Sequence[PolicyRecord],
    as_of: dt.date | None,
    *,
    derived: bool,
    selection: Chosen | None = None,
) -> Iterator[Data]:
    handling = None if as_of is None else Handling(records, as_of)
    return (
        unstructure(record, derived=derived, handling=handling, selection=selection)
        for record in records
    )


def _pieces(
    objects: Iterable[Data], indent: int | str | None, *, portfolio: bool
) -> Iterator[bytes]:
    """Yield the JSON text of the objects of records in UTF-8, one object at a time."""
    step = " " * indent if isinstance(indent, int) else indent
    line = "\n"
    before, after = "", ""
    if portfolio:
        # The text around one record, and between two of them.
        around = _text({"format": PORTFOLIO_FORMAT, "records": [None]}, step)
        before, after = around.split("null")
        line = f"\n{(step or '') * 2}"
    number = 0
    for number, each in enumerate(objects, start=1):
        between = "," if step is None else f",{line}"
        yield (before if number == 1 else between).encode()
        written = json_bytes(each, step, depth=line.count(" ") // 2)
        if written is None:
            written = _text(each, step, line).encode()
        # Characters that are not seen stand in strings alone, which have the same code for them.
        if not all_seen_in(written):
            written = visible(written.decode(), controls=False).encode()
        yield written
    if portfolio and not number:
        after = _text({"format": PORTFOLIO_FORMAT, "records": []}, step)
    yield f"{after}\n".encode()


def _text(value: Any, step: str | None, line: str = "\n") -> str:
    """Return data as JSON; with ``step`` on lines, as json.dumps has them and in less time.

    ``line`` is the line end, with the indent of the value.
    """
    if type(value) is str:
        return _quoted(value)
    if step is None or type(value) not in (dict, list) or not value:
        return json.dumps(value, **COMPACT)
    inner = line + step
    if type(value) is list:
        return f"[{inner}{f',{inner}'.join([_text(each, step, inner) for each in value])}{line}]"
    pairs = [f"{_quoted(key)}: {_text(each, step, inner)}" for key, each in value.items()]
    return f"{{{inner}{f',{inner}'.join(pairs)}{line}}}"


def plain(value: Any) -> Any:
    """Return a value of the model as the data of JSON: an entry, a field, or a part of either."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, EdtfDate | PaperNumber):
        return str(value)
    return _unstructuring().data(value, NO_DEFAULTS) if attrs.has(type(value)) else value


def digest(record: PolicyRecord) -> str:
    """Return the SHA-256 of a record, in 64 hexadecimal digits.

    It is that of its JSON without what is derived: UTF-8, keys sorted, no white space.
    """
    return data_digest(unstructure(record, derived=False))


def _number(value: Decimal) -> int | float:
    # The model allows 15 significant digits, which a binary number gives back unharmed.
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return SmallFloat(number) if "e" in repr(number) else number


@cache
def _unstructuring() -> Unstructuring:
    return Unstructuring(
        {Decimal: _number, dt.date: dt.date.isoformat, EdtfDate: str, PaperNumber: str},
        {Passage: passage_data},
        required_first=True,
    )


def type_findings(record: PolicyRecord) -> tuple[Finding, ...]:
    """Return a finding for each value in a record whose type is not what its class says."""
    try:
        _unstructuring().data(record, NO_DEFAULTS)
    except FlawedError as error:
        return tuple(problem_findings(error.problems, subject=str(record.id)))
    return ()
