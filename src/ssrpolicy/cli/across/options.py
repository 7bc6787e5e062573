"""The options that say which entries are meant, the same for every command."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

from ssrpolicy.cli.values import DATE, WHOLE, Parsed, known_word
from ssrpolicy.model import (
    STATEMENT_KINDS,
    ClaimedStatus,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    Schedule,
    compact_session_year,
)
from ssrpolicy.selection import Selection

F = TypeVar("F", bound=Callable[..., Any])

_SESSION_YEAR = Parsed("session year", compact_session_year)


def _words(vocabulary: Any) -> Parsed:
    return known_word(vocabulary, vocabulary, labels=vocabulary)


# Each option with the criterion that it gives, its type and what it asks for.
_OPTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "--kind",
        "kinds",
        {
            "type": known_word(STATEMENT_KINDS, labels="statement_kind"),
            "metavar": "WORD",
            "help": "Only statements of this kind: {words}.",
        },
    ),
    (
        "--document-kind",
        "document_kinds",
        {
            "type": _words(DocumentKind),
            "metavar": "WORD",
            "help": "Only what stands in such a paper: {words}.",
        },
    ),
    (
        "--owner",
        "owners",
        {
            "metavar": "CODE",
            "help": "Only what this party is responsible for, such as nl-bz: as owner, or as "
            "author of the letter where that names nobody; none for what belongs to nobody.",
        },
    ),
    (
        "--partner",
        "partners",
        {"metavar": "CODE", "help": "Only what is done with this party, such as african-union."},
    ),
    (
        "--place",
        "places",
        {"metavar": "CODE", "help": "Only what is about this place, such as AFG."},
    ),
    (
        "--sector",
        "sectors",
        {"metavar": "CODE", "help": "Only what is about this sector, such as police."},
    ),
    (
        "--framework",
        "frameworks",
        {"metavar": "CODE", "help": "Only what falls under this policy framework."},
    ),
    (
        "--dossier",
        "dossiers",
        {"metavar": "NUMBER", "help": "Only what stands in a paper of this dossier: 32123."},
    ),
    (
        "--session-year",
        "session_years",
        {
            "type": _SESSION_YEAR,
            "metavar": "YEARS",
            "help": "Only what stands in a paper of this session year: 2009-2010.",
        },
    ),
    (
        "--schedule",
        "schedules",
        {
            "type": _words(Schedule),
            "metavar": "WORD",
            "help": "Only what the calendar says this of: {words}.",
        },
    ),
    (
        "--claimed",
        "claimed",
        {
            "type": _words(ClaimedStatus),
            "metavar": "WORD",
            "help": "Only what is reported as this: {words}.",
        },
    ),
    (
        "--evidence",
        "evidence",
        {
            "type": _words(EvidenceStatus),
            "metavar": "WORD",
            "help": "Only what evidence shows this of: {words}.",
        },
    ),
    (
        "--firmness",
        "firmness",
        {
            "type": _words(Firmness),
            "metavar": "WORD",
            "help": "Only commitments as firm as this: {words}.",
        },
    ),
)
_SINGLE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "--asked-since",
        "asked_since",
        {"type": DATE, "metavar": "DATE", "help": "Only what was asked on this day or later."},
    ),
    (
        "--promised-since",
        "promised_since",
        {"type": DATE, "metavar": "DATE", "help": "Only what was said on this day or later."},
    ),
    (
        "--updated-since",
        "updated_since",
        {"type": DATE, "metavar": "DATE", "help": "Only what has an update of this day or later."},
    ),
    (
        "--due-before",
        "due_before",
        {"type": DATE, "metavar": "DATE", "help": "Only what is due before this day."},
    ),
    (
        "--due-within",
        "due_within",
        {"type": WHOLE, "metavar": "DAYS", "help": "Only what falls due within DAYS days."},
    ),
    (
        "--words",
        "words",
        {"metavar": "TEXT", "help": "Only what has all of these words, in summary or quote."},
    ),
)


def selection_options(function: F) -> F:
    """Add the options that say which entries are meant, given as ``selection``.

    Without any of them that is a selection that asks nothing. An option that is given more than
    once asks for either; different options must all be met.
    """

    @functools.wraps(function)
    def with_selection(*args: Any, overdue: bool, **given: Any) -> Any:
        criteria = {name: given.pop(name) for _option, name, _more in (*_OPTIONS, *_SINGLE)}
        if overdue:
            criteria["schedules"] = (*criteria["schedules"], Schedule.OVERDUE)
        try:
            selection = Selection(**criteria)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        return function(*args, selection=selection, **given)

    made: Any = with_selection
    made = click.option(
        "--overdue", is_flag=True, help="Only what is overdue; with --due-within, either."
    )(made)
    for option, name, more in reversed(_SINGLE):
        made = click.option(option, name, **more)(made)
    for option, name, more in reversed(_OPTIONS):
        made = click.option(option, name, multiple=True, **more)(made)
    return made  # type: ignore[no-any-return]  # click's decorators keep the type of a function
