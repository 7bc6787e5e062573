"""Records as JSON: the data, the text, the digest, and the file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path

from ssrpolicy.codec.envelope import PORTFOLIO_FORMAT
from ssrpolicy.codec.json.derived import add_derived
from ssrpolicy.codec.json.selectors import passage_data
from ssrpolicy.codec.problems import FlawedError
from ssrpolicy.codec.reading import problem_findings
from ssrpolicy.codec.scalars import Defaults
from ssrpolicy.codec.shape import Data
from ssrpolicy.codec.unstructuring import Unstructuring
from ssrpolicy.errors import RecordInvalidError
from ssrpolicy.model.documents import Passage
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.findings import Finding
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.record import FORMAT, PolicyRecord
from ssrpolicy.storage import replacing

_NO_DEFAULTS = Defaults("nl", "")  # in JSON every text and quote stands in full


def unstructure(
    record: PolicyRecord, *, derived: bool = True, as_of: dt.date | None = None
) -> Data:
    """Return a record as the data of a JSON object, with or without what is derived.

    With a day, ``as_of``, where each statement stands on that day is derived too.

    Raises RecordInvalidError when a value in the record has another type than its class says.
    """
    try:
        data = {"format": FORMAT, **_unstructuring().data(record, _NO_DEFAULTS)}
    except FlawedError as error:
        findings = problem_findings(error.problems, subject=str(record.id))
        raise RecordInvalidError(f"{record.id} cannot be written.", findings=findings) from None
    if derived:
        add_derived(data, record, as_of)
    return data


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
    With a day, ``as_of``, where each statement stands on that day is among what is derived.
    """
    several = (records,) if isinstance(records, PolicyRecord) else tuple(records)
    data: Data = {"format": PORTFOLIO_FORMAT, "records": []}
    if len(several) == 1 and not portfolio:
        data = unstructure(several[0], derived=derived, as_of=as_of)
    else:
        data["records"] = [unstructure(record, derived=derived, as_of=as_of) for record in several]
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        data, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return f"{text}\n"


def dump(records: PolicyRecord | Iterable[PolicyRecord], path: Path | str) -> None:
    """Write a record, or several, as JSON; the file is replaced whole or not at all.

    Raises OutputError when it cannot be written, RecordInvalidError when a record cannot.
    """
    data = dumps(records).encode("utf-8")
    with replacing(Path(path)) as stream:
        stream.write(data)


def digest(record: PolicyRecord) -> str:
    """Return the SHA-256 of a record, in 64 hexadecimal digits.

    It is that of its JSON without what is derived: UTF-8, keys sorted, no white space.
    """
    text = json.dumps(
        unstructure(record, derived=False),
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _number(value: Decimal) -> int | float:
    # The model allows 15 significant digits, which a binary number gives back unharmed.
    return int(value) if value == value.to_integral_value() else float(value)


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
        _unstructuring().data(record, _NO_DEFAULTS)
    except FlawedError as error:
        return tuple(problem_findings(error.problems, subject=str(record.id)))
    return ()
