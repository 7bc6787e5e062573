"""The events of a calendar: one on the last day of each commitment's term."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import BinaryIO

from attrs import frozen
from icalendar import Calendar, Event

from ssrpolicy import Language, PolicyRecord, Progress, Statement
from ssrpolicy.reporting import Report
from ssrpolicy.views import Value, label, reckoned_words, selection_line, tracker, visible
from ssrpolicy_calendar.messages import ngettext
from ssrpolicy_calendar.words import WORDS

_MET = ("met", "met_moved", "met_late")
# What changes an event without an update of its record, in the order in which it comes.
_CHANGES = ("due_soon", "overdue", "superseded")
_ENDED = dt.time(tzinfo=dt.UTC)


@frozen(kw_only=True)
class Term:
    """A commitment with a term that ends on a known day, and its row in the tracker."""

    record: PolicyRecord
    statement: Statement
    now: Progress
    due: dt.date
    row: dict[str, Value]
    schedule: str | None

    @property
    def state(self) -> str:
        """Whether it is due, met, said to be met, or off: superseded, or not pursued."""
        if self.schedule in ("superseded", "not_pursued"):
            return "off"
        if self.schedule == "said_met":
            return "said"
        return "met" if self.schedule in _MET else "due"

    @property
    def changed(self) -> dt.date:
        """The day of the last update, or else of the paper, or of the term."""
        paper = self.record.document(self.statement.document).date
        return self.now.last_update or paper or self.due

    @property
    def sequence(self) -> int:
        """How often the event can have changed: it grows with updates, and between them.

        A day that passes, or another record, changes what an event says; programs take in only an
        event with a greater number than the one that they have.
        """
        updates = sum(update.axis != "note" for update in self.now.updates)
        since = _CHANGES.index(self.schedule) + 1 if self.schedule in _CHANGES else 0
        return updates * (len(_CHANGES) + 1) + since


def _name(report: Report) -> str:
    """Return the calendar's name on a phone: the subject of its record, where it is one."""
    words = WORDS[report.language]
    if len(report.records) == 1:
        (record,) = report.records
        source = record.source_document if record.source in record else None
        title = record.title or (None if source is None else source.title)
        if title is not None:
            about = title.text(title.language(report.language))
            return words["about"].format(title=_plain(about))
    return words["name"]


def write_calendar(report: Report, out: BinaryIO) -> None:
    """Write the calendar of a report's records."""
    words = WORDS[report.language]
    chosen = report.selection
    calendar = Calendar()
    calendar.add("prodid", f"-//ssrpolicy//calendar//{report.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = _name(report)
    calendar.add("x-wr-calname", name if chosen is None else words["selected"].format(name=name))
    if chosen is not None:
        calendar.add("x-wr-caldesc", _plain(selection_line(chosen, report.language)))
    undated = 0
    for term in _terms(report):
        if term is None:
            undated += 1
        else:
            calendar.add_component(_event(term, report))
    if undated:
        report.remark(
            ngettext(
                "{number} commitment has no term that ends on a known day, and no event.",
                "{number} commitments have no term that ends on a known day, and no event.",
                undated,
            )
        )
    out.write(calendar.to_ical())


def _terms(report: Report) -> Iterator[Term | None]:
    """Yield the commitments of the report in order; None for one without a known last day."""
    table = tracker(
        report.records, as_of=report.as_of, language=report.language, selection=report.selection
    ).table("commitments")
    rows = dict(zip(table.ids, table.to_dicts(), strict=True))
    # What another record superseded is known to the table of all of them.
    place = [column.key for column in table.columns].index("schedule")
    schedules = {id: codes[place] for id, codes in zip(table.ids, table.codes, strict=True)}
    for record in report.records:
        for each in record.commitments:
            row = rows.get(record.full_id(each.id))
            paper = record.document(each.document).date
            if row is None or (paper is not None and paper > report.as_of):
                continue
            now = record.progress(each.id, as_of=report.as_of)
            if now.due is None or now.due == dt.date.max:
                yield None
            else:
                yield Term(
                    record=record,
                    statement=each,
                    now=now,
                    due=now.due,
                    row=row,
                    schedule=schedules[record.full_id(each.id)],
                )


def _event(term: Term, report: Report) -> Event:
    event = Event()
    event.add("uid", f"{term.record.full_id(term.statement.id)}@ssrpolicy")
    event.add("dtstamp", dt.datetime.combine(term.changed, _ENDED))
    event.add("sequence", term.sequence)
    event.add("dtstart", term.due)
    event.add("dtend", term.due + dt.timedelta(days=1))
    event.add("summary", _title(term, report.language))
    event.add("description", "\n".join(_description(term, report)))
    event.add("status", "CANCELLED" if term.state == "off" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    address = term.record.document(term.statement.document).address
    if address is not None:
        event.add("url", address)
    return event


def _title(term: Term, language: Language) -> str:
    """What a calendar shows of an event: also the words of the term where its day is a reading."""
    words = WORDS[language]
    said, summary = reckoned_words(term.record, term.now, language), _plain(term.row["summary"])
    if said is None or term.state != "due":
        return words[term.state].format(summary=summary)
    return words["due_in_words"].format(term=_plain(said), summary=summary)


def _description(term: Term, report: Report) -> Iterator[str]:
    words, row = WORDS[report.language], term.row
    owners = ", ".join(_plain(row["owners"]).splitlines())
    yield words["owners"].format(names=owners) if owners else words["nobody"]
    yield words["term"].format(term=_plain(row["latest_term"]))
    for key in ("first_term", "moved_in"):
        if row[key] and term.now.moved_by is not None:
            yield f"{label(f'field.{key}', report.language)}: {_plain(row[key])}"
    states = (row["schedule"], f"{label('field.claimed', report.language)}: {row['claimed']}")
    yield words["state"].format(state="; ".join(map(_plain, states)))
    yield words["source"].format(document=_plain(row["document"]))
    yield _plain(row["quote"])


def _plain(value: Value) -> str:
    """Return a cell as text in which nothing acts unseen."""
    return "" if value is None else visible(str(value))
