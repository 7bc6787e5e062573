"""Records read from JSON: one that is the root object, or several in a portfolio."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

from ssrpolicy.codec.envelope import (
    PORTFOLIO_FORMAT,
    file_text,
    format_problem,
    nesting_problem,
    number_problem,
)
from ssrpolicy.codec.json.derived import derived_problems, is_as_written
from ssrpolicy.codec.json.selectors import passage
from ssrpolicy.codec.problems import Place, Problem, shown
from ssrpolicy.codec.reading import Reading, placed, problem_findings, record_findings
from ssrpolicy.codec.scalars import json_date
from ssrpolicy.codec.shape import Data
from ssrpolicy.codec.sources.texts import as_recorded, text_problems
from ssrpolicy.codec.structuring import RecordPlace, Structured, Structuring
from ssrpolicy.messages import _
from ssrpolicy.model import (
    FORMAT,
    Disposition,
    Document,
    Finding,
    Passage,
    PolicyRecord,
    RecordInvalidError,
)
from ssrpolicy.syntax import json_mistake

_PORTFOLIO_KEYS = ("format", "records")


def read_json(data: bytes, file: Path) -> Reading:
    """Return the records that the bytes of a JSON file hold, with all that is wrong with them.

    ``file`` says where they are from; findings name it.
    """
    text, problems = file_text(data)
    del data  # the text is enough, and large files are read too
    roots, more = ([], []) if text is None else _roots(text)
    del text
    findings = problem_findings([*problems, *more], subject=str(file))
    places = [finding.location.path for finding in findings]
    records: list[PolicyRecord] = []
    origins: list[RecordPlace] = []
    for number, (root, each) in enumerate(roots):
        if number:
            roots[number - 1] = (root, None)  # each record's data go when it is made
        found, about = read_object(each, name=file.stem)
        if found.record is not None:
            records.append(found.record)
            origins.append(found.origin._replace(root=root))
        findings += about
        places += [(*root, *finding.location.path) for finding in about]
    return Reading(
        file=file,
        kind="json",
        records=tuple(records),
        findings=placed(findings, places, file=file, lines=None),
        origins=tuple(origins),
    )


def read_object(data: object, *, name: str) -> tuple[Structured, list[Finding]]:
    """Return what could be read of one record's JSON object, and its findings placed in it.

    ``name`` stands in for the id of a record that has none.
    """
    if (problem := format_problem(data, {FORMAT})) is not None:
        made = Structured(record=None, problems=(problem,))
        return made, record_findings(made, (), data, name=name)
    made = _structuring().record(data, name=name)
    about: list[Problem] = []
    if made.record is not None:
        about += text_problems(made.record)
        made = made._replace(record=as_recorded(made.record, about))
        if not made.problems and made.record is not None:
            about += derived_problems(cast("Data", data), made.record)
    return made, record_findings(made, about, data, name=name)


def is_report(data: bytes) -> bool:
    """Whether the bytes of a JSON file are records as a report wrote them, all unchanged."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return False
    several = isinstance(whole, dict) and whole.keys() == {*_PORTFOLIO_KEYS}
    records = whole["records"] if several else [whole]
    return isinstance(records, list) and all(map(is_as_written, records))


@cache
def _structuring() -> Structuring:
    from ssrpolicy.codec.json.generated import generated  # noqa: PLC0415 - it loads cattrs, which a record in TOML does without

    derived = frozenset({"derived"})
    return Structuring(
        {dt.date: json_date},
        entries={Passage: lambda _: passage},
        ignored={Document: derived, Disposition: derived, PolicyRecord: derived | {"format"}},
        generated=generated,
    )


def structure(data: object) -> PolicyRecord:
    """Return the record in the data of one JSON object, such as :func:`unstructure` gives.

    Raises RecordInvalidError with every finding when the data have errors.
    """
    found, findings = read_object(data, name="record")
    errors = [finding for finding in findings if finding.is_error]
    if errors or found.record is None:
        raise RecordInvalidError(_("The data are not those of a record."), findings=errors)
    return found.record


def restructure(data: Data) -> PolicyRecord:
    """Return the record in data that :func:`unstructure` gave, be it without some of its entries.

    Nothing is checked but the shape. Raises RecordInvalidError for other data.
    """
    fields = {key: value for key, value in data.items() if key != "format"}
    found = _structuring().record(fields, name="record")
    if found.record is None:
        findings = record_findings(found, (), data, name="record")
        raise RecordInvalidError(_("The data are not those of a record."), findings=findings)
    return found.record


def _roots(text: str) -> tuple[list[tuple[Place, Any]], list[Problem]]:
    """Return the records' objects in a file with their places, and what is wrong around them."""
    data, found = _parsed(text)
    if data is None:
        return [], found
    if not isinstance(data, dict) or data.get("format") != PORTFOLIO_FORMAT:
        problem = format_problem(data, {FORMAT, PORTFOLIO_FORMAT})
        return ([], [*found, problem]) if problem else ([((), data)], found)
    found += [
        Problem(
            "key-unknown",
            _("The file has the unknown key {key!r:.60}.", key=key),
            _(
                "Known here: {portfolio_keys}. A newer ssrpolicy may know it.",
                portfolio_keys=", ".join(_PORTFOLIO_KEYS),
            ),
            (key,),
        )
        for key in data
        if key not in _PORTFOLIO_KEYS
    ]
    if "records" not in data:
        found.append(Problem("key-missing", _("The file lacks the key records."), None))
    records = data.get("records", [])
    if type(records) is not list:
        message = _(
            "records is {records}, where a list of records belongs.", records=shown(records)
        )
        return [], [*found, Problem("type-wrong", message, None, ("records",))]
    return [(("records", index), each) for index, each in enumerate(records)], found


def _parsed(text: str) -> tuple[Any, list[Problem]]:
    """Return the data in a JSON text, or None, and what is wrong with it as JSON."""
    twice: list[tuple[Data, str]] = []

    def object_of(pairs: list[tuple[str, Any]]) -> Data:
        found = dict(pairs)
        if len(found) != len(pairs):
            keys = Counter(key for key, __ in pairs)
            twice.extend((found, key) for key, count in keys.items() if count > 1)
        return found

    try:
        data = json.loads(
            text, parse_float=Decimal, parse_constant=Decimal, object_pairs_hook=object_of
        )
    except json.JSONDecodeError as error:
        message = _(
            "This is not JSON: {reason} (column {column}).",
            reason=json_mistake(error).reason,
            column=error.colno,
        )
        hint = _(
            "The mistake may stand just before this place: a comma, quotation mark or bracket."
        )
        return None, [Problem("json-syntax", message, hint, line=error.lineno)]
    except RecursionError:
        return None, [nesting_problem()]
    except (ValueError, ArithmeticError):
        return None, [number_problem(text)]
    if data is None:
        return None, [Problem("type-wrong", _("The file holds null, and no record."), None)]
    return data, [
        Problem(
            "key-duplicate",
            _("The key {key!r:.60} stands twice in one object.", key=key),
            _("Remove one of the two."),
            (*place, key),
        )
        for place, key in _places(data, twice)
    ]


def _places(data: Any, wanted: list[tuple[Data, str]]) -> Iterator[tuple[Place, str]]:
    """Yield the places of objects in JSON data; the whole is searched only if there are any."""
    waiting: list[tuple[Place, Any]] = [((), data)] if wanted else []
    keys: dict[int, list[str]] = {}
    for each, key in wanted:
        keys.setdefault(id(each), []).append(key)
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict):
            yield from ((place, key) for key in keys.get(id(value), ()))
            waiting.extend(((*place, key), each) for key, each in value.items())
        elif isinstance(value, list):
            waiting.extend(((*place, index), each) for index, each in enumerate(value))
