"""A draft as ``draft.toml``: written whole by each draft, read when people decide about it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import attrs

from ssrpolicy.codec.drafts.grounds import grounds_in, grounds_text, table_in, tables_in
from ssrpolicy.codec.envelope import file_text
from ssrpolicy.codec.problems import FlawedError, not_among
from ssrpolicy.codec.scalars import Defaults
from ssrpolicy.codec.shape import Entry, Kind, OneOf, Scalar, fields_of
from ssrpolicy.codec.toml.reading import entry_in
from ssrpolicy.codec.toml.writing import entry_values, string, value_text
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model import (
    DRAFTED_KINDS,
    LANGUAGES,
    STATEMENT_KINDS,
    Confidence,
    Draft,
    LocalText,
    PaperNumber,
    PolicyRecord,
    Proposal,
    member,
)
from ssrpolicy.syntax import toml_mistake, toml_tables

DRAFT_FORMAT: Final = "ssrpolicy-draft/1"
DRAFT_FILE: Final = "draft.toml"

_ABOUT: Final = """\
# What was drafted from the sources of this record. Nothing here is in the record: a proposal comes
# into record.toml when a person accepts it, with `ssrpolicy review`. This file is made anew by each
# `ssrpolicy draft`; what is changed in it by hand is lost.
"""


def draft_text(draft: Draft, record: PolicyRecord) -> str:
    """Return a draft as the text of a ``draft.toml``; each entry as ``record.toml`` would have it.

    ``record`` is the record for which it was drafted.
    """
    sources = ", ".join(f"{id} = {string(sha256)}" for id, sha256 in draft.sources.items())
    lines = [
        *(_ABOUT, f"format = {string(DRAFT_FORMAT)}"),
        *(f"record = {string(draft.record)}", f"sources = {{ {sources} }}", ""),
    ]
    for each in draft.proposals:
        required = ", ".join(map(string, each.requires))
        lines += [
            *("[[proposals]]", f"id = {string(each.id)}", f"drafter = {string(each.drafter)}"),
            *(f"rule = {string(each.rule)}", f"why = {_why_text(each.why)}"),
            *(f'confidence = "{each.confidence}"', f'kind = "{each.kind}"'),
            f"grounds = {grounds_text(each.grounds)}",
            *([f"requires = [{required}]"] if required else []),
            "[proposals.entry]",
            *entry_lines(each.entry, record),
            "",
        ]
    return "\n".join(lines)


def _why_text(why: str | LocalText) -> str:
    """Return a reason as it stands in a draft: a text, or an inline table by language."""
    if isinstance(why, str):
        return string(why)
    said = ((each, getattr(why, each)) for each in LANGUAGES)
    return f"{{ {', '.join(f'{each} = {string(text)}' for each, text in said if text)} }}"


def _why_in(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return LocalText(**{each: value.get(each) for each in LANGUAGES})


def entry_lines(entry: object, record: PolicyRecord) -> list[str]:
    """Return the lines of an entry below its head, as ``record.toml`` would have them."""
    return [f"{key} = {value_text(value)}" for key, value in entry_values(entry, record).items()]


def evolved(entry: Any, changes: Mapping[str, Any], record: PolicyRecord) -> Any:
    """Return an entry with other values; a text or word stands for what a file would read in it.

    Raises ValueError or TypeError for a field that it does not have, or a value that it refuses.
    """
    cls: Any = type(entry)
    fields = fields_of(cls)
    made = {}
    for key, value in changes.items():
        kind = fields[key].kind if key in fields else None
        if isinstance(value, str) and kind is not None:
            made[key] = _read_as(kind, value, record)
        else:
            made[key] = tuple(value) if isinstance(value, list) else value
    return attrs.evolve(entry, **made)


def _read_as(kind: Kind, value: str, record: PolicyRecord) -> Any:
    match kind:
        case OneOf(vocabulary):
            return member(vocabulary, value, vocabulary.__name__)  # type: ignore[type-var]  # each is a StrEnum
        case Entry(cls) if cls is LocalText:
            return LocalText(**{record.language: value})
        case Scalar(cls) if cls is PaperNumber:
            return PaperNumber.parse(value)
        case _:
            return value


def entry_of_text(text: str, kind: str, record: PolicyRecord) -> Any:
    """Return the entry that lines of TOML give, such as a person edited.

    Raises InputError with what is wrong with them.
    """
    try:
        return _entry(toml_tables(text), kind, Defaults(record.language, record.source))
    except FlawedError as error:
        reasons = "\n".join(each.message for each in error.problems)
        raise InputError(_("The entry cannot be read: {reasons}", reasons=reasons)) from None
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise InputError(
            _("The entry cannot be read: {reasons}", reasons=toml_mistake(error, text))
        ) from None


def _entry(table: Mapping[str, Any], kind: Any, defaults: Defaults) -> Any:
    cls = DRAFTED_KINDS.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise ValueError(
            _(
                "{kind!r:.60} is not a kind of proposal; it is one of {known}",
                kind=kind,
                known=", ".join(DRAFTED_KINDS),
            )
        )
    if kind in STATEMENT_KINDS:  # a person may have made it a statement of another kind
        stated = table.get("kind", kind)
        if not isinstance(stated, str) or stated not in STATEMENT_KINDS:
            raise FlawedError(not_among(stated, STATEMENT_KINDS).within("kind"))
        cls = STATEMENT_KINDS[stated]
    return entry_in(cls, table, defaults)


def read_draft(data: bytes, file: Path, record: PolicyRecord) -> Draft:
    """Return the draft that the bytes of a ``draft.toml`` hold; ``record`` is the one next to it.

    The last one is kept: a review looks at the same bytes for each of its decisions. Raises
    InputError for what is not a draft of this version, whole and unchanged.
    """
    return _read(data, file, Defaults(record.language, record.source))


@lru_cache(maxsize=1)
def _read(data: bytes, file: Path, defaults: Defaults) -> Draft:
    again = _("Make it anew: ssrpolicy draft {folder}", folder=file.parent)
    text, problems = file_text(data)
    if text is None:
        reason = "; ".join(each.message for each in problems)
        raise InputError(f"{file}: {reason}", hint=again)
    try:
        tables = toml_tables(text)
        stated = tables.get("format")
        if stated != DRAFT_FORMAT:
            raise InputError(
                _(
                    "{file} has the format {stated!r:.60}, not {known}: another version of "
                    "ssrpolicy made it, or it is not a draft.",
                    file=file,
                    stated=stated,
                    known=DRAFT_FORMAT,
                ),
                hint=again,
            )
        proposed = tables_in(tables.get("proposals", []), "proposals")
        return Draft(
            record=tables["record"],
            sources=table_in(tables["sources"], "sources"),
            proposals=tuple(_proposal(each, defaults) for each in proposed),
        )
    except FlawedError as error:
        reason = "; ".join(each.message for each in error.problems)
    except KeyError as error:
        reason = _("it lacks the key {key}", key=error.args[0])
    except (ValueError, TypeError, AttributeError, RecursionError, ArithmeticError) as error:
        reason = str(toml_mistake(error, text))
    reason = reason.rstrip(".")
    raise InputError(
        _("{file} is not a draft as ssrpolicy writes it: {reason}.", file=file, reason=reason),
        hint=again,
    )


def _proposal(table: Mapping[str, Any], defaults: Defaults) -> Proposal:
    return Proposal(
        id=table["id"],
        drafter=table["drafter"],
        rule=table["rule"],
        why=_why_in(table["why"]),
        confidence=member(Confidence, table["confidence"], "confidence"),
        grounds=grounds_in(table["grounds"]),
        requires=tuple(table.get("requires", ())),
        entry=_entry(table["entry"], table["kind"], defaults),
    )
