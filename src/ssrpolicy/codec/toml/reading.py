"""A record read from ``record.toml`` and the folder around it."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ssrpolicy.codec.envelope import file_text, format_problem, nesting_problem, number_problem
from ssrpolicy.codec.problems import Problem, invalid
from ssrpolicy.codec.reading import Reading, placed, problem_findings, record_findings
from ssrpolicy.codec.scalars import Convert, Defaults, toml_date
from ssrpolicy.codec.shape import Data
from ssrpolicy.codec.sources.texts import unfinished_files, unnamed_sources, with_texts
from ssrpolicy.codec.structuring import Structured, Structuring
from ssrpolicy.codec.toml.places import Lines
from ssrpolicy.messages import _
from ssrpolicy.model import FORMAT, Document, Passage, PolicyRecord
from ssrpolicy.syntax import toml_tables


def read_toml(data: bytes, file: Path, put: Mapping[Path, bytes] | None = None) -> Reading:
    """Return the record that the bytes of a ``record.toml`` hold, with all that is wrong with it.

    ``file`` says where they are from: documents are read from the folder around it, and findings
    name it. ``put`` has, by their real paths, the bytes of files that are yet to be written there.
    """
    text, problems = file_text(data)
    tables, more = (None, None) if text is None else _tables(text)
    problems += [more] if more is not None else []
    findings = problem_findings(problems, subject=str(file))
    made, record = Structured(record=None), None
    if tables is not None:
        # A record without an id is called after its folder.
        name = file.absolute().parent.name
        made = _structuring().record(tables, name=name)
        about: list[Problem] = []
        if made.record is not None:
            record, about = with_texts(made.record, file.parent, put or {})
            about += unfinished_files(file.parent)
            # Where a name is wrong, the text that it should name is not one that none names.
            named = all(d.file is None or d.text is not None for d in record.documents)
            if named and not any(place[:1] == ("documents",) for place in made.origin.damaged):
                about += unnamed_sources(record, file.parent)
        findings += record_findings(made, about, tables, name=name)
    lines = Lines(data)
    places = [finding.location.path for finding in findings]
    return Reading(
        file=file,
        kind="toml",
        records=() if record is None else (record,),
        findings=placed(findings, places, file=file, lines=lines),
        origins=() if record is None else (made.origin,),
        lines=lines,
    )


def structured(tables: Data, *, name: str) -> PolicyRecord | None:
    """Return the record that the tables of a file make, without its texts; None if it makes none.

    A record without an id is called by ``name``.
    """
    return _structuring().record(tables, name=name).record


def entry_in(cls: type, table: object, defaults: Defaults) -> Any:
    """Return the entry of a class that one table of TOML holds; raises FlawedError."""
    return _structuring().entry(cls, table, defaults)


@cache
def _structuring() -> Structuring:
    return Structuring(
        {dt.date: toml_date},
        entries={Passage: _passage},
        apart={Document: frozenset({"text", "parts"})},  # they stand in files of their own
        ignored={PolicyRecord: frozenset({"format"})},
    )


def _passage(read: Convert) -> Convert:
    """Return the reader of a quote: its words alone, or a table; it is from the usual document."""

    def passage(value: object, defaults: Defaults) -> Any:
        if type(value) is str:
            try:
                return Passage(document=defaults.document, quote=value)
            except ValueError as error:
                raise invalid(error) from None
        if type(value) is dict:
            value = {"document": defaults.document, **value}
        return read(value, defaults)

    return passage


def _tables(text: str) -> tuple[Data | None, Problem | None]:
    """Return the tables of a record's file, or what is wrong with it as such a file."""
    try:
        tables = toml_tables(text)
    except RecursionError:
        return None, nesting_problem()
    except (ValueError, ArithmeticError) as error:
        from tomllib import TOMLDecodeError  # noqa: PLC0415 - for a text that is refused

        if isinstance(error, TOMLDecodeError):
            return None, _syntax_problem(error, text)
        # What TOML allows and Python does not read: numbers of thousands of digits.
        return None, number_problem(text)
    problem = format_problem(tables, {FORMAT})
    return (tables, None) if problem is None else (None, problem)


def _syntax_problem(error: Exception, text: str) -> Problem:
    from ssrpolicy.syntax import toml_mistake  # noqa: PLC0415 - for a text that is refused

    said, mistake = str(error), toml_mistake(error, text)
    line = mistake.line or text.count("\n") + 1
    where = "" if mistake.line else _(" (at the end of the file)")
    if mistake.column is not None:
        where = _(" (column {at})", at=mistake.column)
    hint: str | None = _(
        "The mistake may stand just before this place: a quotation mark or bracket left open."
    )
    if mistake.line and mistake.column is None:
        hint = None  # the line ends, said with what would work
    elif r"character '\n'" in said:
        hint = _("Close the quotation mark; a text of several lines stands between three of them.")
    elif "Illegal character" in said or "invalid character" in said:
        hint = _(
            "Control characters cannot stand here; remove it, or write a tab as \\t between "
            "quotation marks."
        )
    elif "overwrite" in said or "twice" in said:
        hint = _("Each key stands once in a table; each entry of a list begins with [[its-table]].")
    return Problem(
        "toml-syntax",
        _("This is not TOML: {reason}{where}.", reason=mistake.reason, where=where),
        hint,
        line=line,
    )
