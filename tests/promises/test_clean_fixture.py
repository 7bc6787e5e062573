"""What the invented record in order promises: nothing is found in it, and much happens in it."""

import datetime as dt
from pathlib import Path

from notes_read import runs_of, text
from ssrpolicy.evidence.anchoring import AnchorState, anchors
from ssrpolicy.model import (
    CoverageState,
    DocumentKind,
    EvidenceStatus,
    PolicyRecord,
    RelationKind,
    Schedule,
)
from ssrpolicy.reporting.portfolio import Portfolio, read_portfolio
from ssrpolicy.views import briefing


def _record(clean: Portfolio) -> PolicyRecord:
    (record,) = clean.records
    return record


def test_nothing_is_found_in_it(clean: Portfolio) -> None:
    """No error, no warning, not even a note."""
    assert clean.findings == ()


def test_it_adds_no_finding_to_the_others(clean: Portfolio, fixtures: Path) -> None:
    """Read with the other records of the fixtures, it contradicts none of them."""
    together = read_portfolio([fixtures / "records"])

    id = _record(clean).id
    assert [f for f in together.findings if f.subject.partition("#")[0] == id] == []


def test_every_sentence_of_every_document_is_recorded(clean: Portfolio) -> None:
    """Each is quoted or set aside, whole; and every document has its text."""
    record = _record(clean)
    states = {each.state for each in record.coverage()}

    assert all(document.text for document in record.documents)
    assert states == {CoverageState.QUOTED, CoverageState.SET_ASIDE}
    quoted = [
        quote
        for entries in (record.requests, record.statements, record.updates)
        for entry in entries
        for quote in entry.quotes
    ]
    assert {anchors(record).of(quote).state for quote in quoted} == {AnchorState.FOUND}


def test_it_is_visibly_invented(clean: Portfolio) -> None:
    """Title, texts, numbers and addresses say so, so that nobody takes it for real."""
    record = _record(clean)

    assert record.title is not None
    assert str(record.title.nl).startswith("Verzonnen: ")
    assert str(record.title.en).startswith("Invented: ")
    for document in record.documents:
        text = str(document.text)
        assert text.startswith("VERZONNEN STUK: HET VORSTENDOM DUINMARK BESTAAT NIET\n")
        assert document.number is None
        assert (document.register_number or "VERZONNEN").startswith("VERZONNEN")
        assert document.url is None or document.url.startswith("https://example.org/")


def test_it_is_of_three_letters_two_motions_and_a_committee(clean: Portfolio) -> None:
    """Five ministries answer, and each request has an answer of some letter."""
    record = _record(clean)
    kinds = [document.kind for document in record.documents]
    ministries = {
        name
        for document in record.documents
        for name in (*document.authors, *document.on_behalf_of)
        if name.startswith("minister-")
    }

    assert kinds.count(DocumentKind.LETTER) == 3
    assert kinds.count(DocumentKind.MOTION) == 2
    assert kinds.count(DocumentKind.REQUEST) == 1
    assert len(ministries) == 5
    assert {d.request for d in record.dispositions} == {request.id for request in record.requests}


def test_two_years_bring_every_kind_of_update(clean: Portfolio, clean_as_of: dt.date) -> None:
    """Claims with evidence, a moved term with its document, a transfer, a supersession."""
    record = _record(clean)
    days = sorted(update.date for update in record.updates)
    moved = [update for update in record.updates if update.timeframe is not None]
    handed_over = record.progress("judges", as_of=clean_as_of)
    relations = {relation.kind for each in record.statements for relation in each.relations}

    assert 1.8 * 365 < (days[-1] - days[0]).days < 2.2 * 365
    assert {update.axis for update in record.updates} == {
        "claimed",
        "evidence",
        "timeframe",
        "owners",
    }
    assert [update.document for update in moved] == ["second-letter"]
    assert handed_over.handed_over
    assert handed_over.owners == ("dm-samenwerking",)
    assert RelationKind.SUPERSEDES in relations
    evidence = {update.evidence for update in record.updates}
    assert {
        EvidenceStatus.SUPPORTS,
        EvidenceStatus.PARTLY_SUPPORTS,
        EvidenceStatus.NONE_FOUND,
    } < evidence


def test_what_is_late_and_due_soon_makes_sense(clean: Portfolio, clean_as_of: dt.date) -> None:
    """Two terms have passed, two end within a month, and the others show every other state."""
    record = _record(clean)
    schedules = {
        each.id: record.progress(each.id, as_of=clean_as_of) for each in record.commitments
    }

    def at(schedule: Schedule) -> set[str]:
        return {id for id, progress in schedules.items() if progress.schedule is schedule}

    assert at(Schedule.OVERDUE) == {"radio-network", "prison-review"}
    assert at(Schedule.DUE_SOON) == {"second-account", "head-of-school"}
    assert at(Schedule.MET_LATE) == {"training-plan"}
    assert at(Schedule.MET_MOVED) == {"patrol-boats"}
    assert at(Schedule.SAID_MET) == set()
    assert {progress.schedule for progress in schedules.values()} == set(Schedule) - {
        Schedule.SAID_MET,
        # Nothing with a last day was given up.
        Schedule.NOT_PURSUED,
        # What was superseded had been met, or was said to be.
        Schedule.SUPERSEDED,
    }


def test_what_goes_on_is_not_due_on_a_day_that_was_met(clean: Portfolio) -> None:
    """The yearly account was given in time: the note says that it recurs, not a past day."""
    note = briefing(_record(clean), as_of=dt.date(2042, 2, 15), language="nl")
    said = [text(runs) for block in note.blocks for runs in runs_of(block)]
    yearly = [each for each in said if each.startswith("De minister van Externe Zaken informeert")]

    assert yearly[0].endswith("; terugkerend).")
