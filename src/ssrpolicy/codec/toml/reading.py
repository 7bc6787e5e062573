"""A record read from ``record.toml`` and the folder around it."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

from ssrpolicy.codec.converter import Data, toml_form
from ssrpolicy.codec.formats import decoded, format_problem, nesting_problem, number_problem
from ssrpolicy.codec.problems import Problem
from ssrpolicy.codec.reading import (
    Origin,
    Reading,
    all_problems,
    entry_findings,
    findings_of,
    placed,
)
from ssrpolicy.codec.salvage import Salvage, salvage
from ssrpolicy.codec.sources import with_texts
from ssrpolicy.model.record import FORMAT

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(data: bytes, file: Path) -> Reading:
    """Return the record that the bytes of a ``record.toml`` hold, with all that is wrong with it.

    ``file`` says where they are from: documents are read from the folder around it, and findings
    name it.
    """
    text, problems = decoded(data)
    if text is None:
        return _unread(file, problems, data)
    tables = _tables(text)
    problem = tables if isinstance(tables, Problem) else format_problem(tables, {FORMAT})
    if isinstance(tables, Problem) or problem is not None:
        return _unread(file, [*problems, *([problem] if problem else [])], data)
    findings = findings_of(problems, subject=str(file))
    found = _structured(tables, file)
    record, origin = found.record, Origin.of(found)
    problems = list(found.problems)
    if record is not None:
        record, about = with_texts(record, file.parent)
        problems = all_problems(found, about)
    findings += entry_findings(problems, tables, name=_name(file))
    places = [finding.location.path for finding in findings]
    return Reading(
        file=file,
        kind="toml",
        records=() if record is None else (record,),
        findings=placed(findings, places, file=file, kind="toml", data=data) if findings else (),
        origins=() if record is None else (origin,),
    )


def _tables(text: str) -> Data | Problem:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return _syntax_problem(str(error), text)
    except RecursionError:
        return nesting_problem()
    except ArithmeticError:
        return number_problem(text)
    except ValueError:
        # What TOML allows and Python does not read: numbers of thousands of digits.
        return number_problem(text)


def _syntax_problem(message: str, text: str) -> Problem:
    at = _AT.search(message)
    said = message if at is None else message[: at.start()]
    line = int(at[1]) if at and at[1] else text.count("\n") + 1
    where = f" (column {at[2]})" if at and at[2] else " (at the end of the file)"
    hint = "The mistake may stand just before this place: a quotation mark or bracket left open."
    if said == r"Illegal character '\n'":
        said = "the line ends inside a text"
        hint = "Close the quotation mark; a text of several lines stands between three of them."
    elif "Illegal character" in said:
        hint = "Control characters cannot stand here; remove it, or write a tab as \\t in quotes."
    elif "overwrite" in said or "twice" in said:
        hint = "Each key stands once in a table; each entry of a list begins with [[its-table]]."
    return Problem("toml-syntax", f"This is not TOML: {said}{where}.", hint, line=line)


def _structured(tables: Data, file: Path) -> Salvage:
    form = toml_form()
    try:
        return Salvage(record=form.structure(tables))
    except Exception:  # noqa: BLE001 - whatever stopped it, salvaging finds it, names it and goes on
        return salvage(tables, form, name=_name(file))


def _name(file: Path) -> str:
    """Return what a record without an id is called: after its folder."""
    return file.absolute().parent.name


def _unread(file: Path, problems: list[Problem], data: bytes) -> Reading:
    findings = findings_of(problems, subject=str(file))
    places = [finding.location.path for finding in findings]
    found = placed(findings, places, file=file, kind="toml", data=data)
    return Reading(file=file, kind="toml", findings=found)
