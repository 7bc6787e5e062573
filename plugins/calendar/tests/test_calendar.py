"""The calendar: the contract, and events that another program reads and takes updates of."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from icalendar import Calendar

import ssrpolicy
from ssrpolicy import EdtfDate, PolicyRecord, Timeframe
from ssrpolicy.reporting import Report, load_plugins, run_report
from ssrpolicy.selection import Selection
from ssrpolicy.testing import ReporterContract
from ssrpolicy_calendar.reporter import CalendarReporter

DAY = dt.date(2034, 1, 1)
REGISTRY = load_plugins()


@pytest.fixture
def lagemeer(fixtures: Path) -> PolicyRecord:
    """The invented record with slips."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def events(
    *records: PolicyRecord, as_of: dt.date = DAY, selection: Selection | None = None
) -> dict[str, Any]:
    """The events of a calendar by their UIDs, as icalendar reads them."""
    out = io.BytesIO()
    run_report(records, "calendar", out, as_of=as_of, registry=REGISTRY, selection=selection)
    found = Calendar.from_ical(out.getvalue()).walk("VEVENT")
    return {str(each["uid"]): each for each in found}


@pytest.mark.heavy
class TestCalendar(ReporterContract):
    """The reporter keeps the contract of reporters."""

    reporter = CalendarReporter()

    def text_of(self, data: bytes) -> str:
        """Return every text of every event."""
        read = Calendar.from_ical(data)
        return "\n".join(str(value) for each in read.walk("VEVENT") for value in each.values())

    def expected(self, report: Report) -> Iterable[str]:
        """Return the summaries of the commitments whose term ends on a known day."""
        return _dated(report)


def _dated(report: Report) -> Iterator[str]:
    for record in report.records:
        for each in record.commitments:
            paper = record.document(each.document).date
            known = paper is None or paper <= report.as_of
            if known and record.progress(each.id, as_of=report.as_of).due is not None:
                yield each.summary.text(report.language)


def test_an_event_is_the_last_day_of_a_term(lagemeer: PolicyRecord) -> None:
    """All day, with who, by when in the letter's words, how it stands, and the letter."""
    found = events(lagemeer)
    event = found["lagemeer-2031-7#patrol-teams@ssrpolicy"]

    assert event.start == dt.date(2033, 12, 31)
    assert event.end == dt.date(2034, 1, 1)
    assert str(event["summary"]).startswith("Termijn: De minister van Kustwacht levert in 2033")
    about = str(event["description"])
    assert "Verantwoordelijk: Ministerie van Kustwacht van Lagemeer" in about
    assert "Termijn verstreken; Gemelde status: Deels voldaan" in about
    assert "Bron: Brief van 12 maart 2031" in about
    assert str(event["url"]) == "https://example.org/lagemeer/brief-7"
    assert str(event["status"]) == "CONFIRMED"


def test_every_commitment_with_a_last_day_has_one_event(lagemeer: PolicyRecord) -> None:
    """And no other; the rest is counted in a remark."""
    dated = {
        f"{lagemeer.full_id(each.id)}@ssrpolicy"
        for each in lagemeer.commitments
        if lagemeer.progress(each.id, as_of=DAY).due is not None
        and lagemeer.dates[each.document] <= DAY
    }
    out = io.BytesIO()
    remarks = run_report(lagemeer, "calendar", out, as_of=DAY, registry=REGISTRY)

    assert set(events(lagemeer)) == dated
    assert any("no term that ends on a known day" in each for each in remarks)


def test_a_moved_term_is_an_update_of_the_same_event(lagemeer: PolicyRecord) -> None:
    """Its UID stays, its SEQUENCE grows, and DTSTAMP is the day of the update."""
    before = events(lagemeer)["lagemeer-2031-7#patrol-teams@ssrpolicy"]
    moved = lagemeer.with_update(
        "patrol-teams",
        date=dt.date(2033, 12, 30),
        by="lm-kustwacht",
        timeframe=Timeframe(phrase="in 2034", date=EdtfDate("2034")),
    )
    after = events(moved)["lagemeer-2031-7#patrol-teams@ssrpolicy"]

    assert after.start == dt.date(2034, 12, 31)
    assert after["sequence"] > before["sequence"]
    assert after["dtstamp"].dt.date() == dt.date(2033, 12, 30)


def test_a_moved_term_is_shown_with_the_first_and_the_letter(lagemeer: PolicyRecord) -> None:
    """The trainers came within the moved term; both are told, and what moved it."""
    said = str(events(lagemeer)["lagemeer-2031-7#send-trainers@ssrpolicy"]["description"])

    assert "Eerste termijn: “Uiterlijk op 1 oktober 2031”" in said
    assert "Nieuwe termijn staat in: Brief van 3 september 2031" in said
    assert "Eerste termijn" not in str(
        events(lagemeer)["lagemeer-2031-7#patrol-teams@ssrpolicy"]["description"]
    )


def test_what_is_not_due_any_longer_is_cancelled_and_stays(lagemeer: PolicyRecord) -> None:
    """An import never deletes: the event is there, and says that it is off."""
    off = lagemeer.with_update(
        "patrol-teams", date=dt.date(2033, 12, 30), by="lm-kustwacht", claimed="not_pursued"
    )
    event = events(off)["lagemeer-2031-7#patrol-teams@ssrpolicy"]

    assert str(event["status"]) == "CANCELLED"
    assert str(event["summary"]).startswith("Vervallen: ")


def test_what_another_commitment_takes_the_place_of_is_an_update_of_its_event(
    lagemeer: PolicyRecord,
) -> None:
    """No update says so; a calendar that has the event takes the change for its SEQUENCE."""
    uid = "lagemeer-2031-7#radar-post@ssrpolicy"
    alone = attrs.evolve(
        lagemeer, statements=tuple(attrs.evolve(each, relations=()) for each in lagemeer.statements)
    )
    before, after = events(alone)[uid], events(lagemeer)[uid]

    assert (str(before["status"]), str(after["status"])) == ("CONFIRMED", "CANCELLED")
    assert after["sequence"] > before["sequence"]


def test_a_day_that_passes_is_an_update_of_the_event(lagemeer: PolicyRecord) -> None:
    """What was due soon is overdue without any update; the next update is one again."""
    uid = "lagemeer-2031-7#patrol-teams@ssrpolicy"
    alone = attrs.evolve(lagemeer, updates=())
    told = alone.with_update(
        "patrol-teams", date=dt.date(2034, 2, 1), by="lm-kustwacht", claimed="in_progress"
    )
    days = (dt.date(2033, 6, 1), dt.date(2033, 12, 31), DAY)
    found = [
        *(events(alone, as_of=day)[uid] for day in days),
        events(told, as_of=dt.date(2034, 2, 1))[uid],
    ]

    assert len({str(each["description"]) for each in found}) == len(found)
    assert sorted({each["sequence"] for each in found}) == [each["sequence"] for each in found]


def test_a_selection_is_said_and_held(lagemeer: PolicyRecord) -> None:
    """Only events of what is in."""
    found = events(lagemeer, selection=Selection(schedules="overdue"))

    assert set(found) == {
        f"lagemeer-2031-7#{id}@ssrpolicy"
        for id in ("interpreters", "port-inspection", "patrol-teams")
    }


def test_a_text_cannot_add_lines_to_the_calendar(lagemeer: PolicyRecord) -> None:
    """A summary with line ends and a property in it stays one text."""
    index = next(i for i, s in enumerate(lagemeer.statements) if s.id == "patrol-teams")
    nasty = attrs.evolve(
        lagemeer.statements[index],
        summary=ssrpolicy.LocalText(nl="Een\nEND:VEVENT\nBEGIN:VEVENT; twee\\n, drie"),
    )
    statements = (*lagemeer.statements[:index], nasty, *lagemeer.statements[index + 1 :])
    found = events(attrs.evolve(lagemeer, statements=statements))

    assert set(found) == set(events(lagemeer))
    text = str(found["lagemeer-2031-7#patrol-teams@ssrpolicy"]["summary"])
    assert "BEGIN:VEVENT; twee\\n, drie" in text


def test_a_calendar_is_called_by_what_its_record_is_about(lagemeer: PolicyRecord) -> None:
    """A phone shows it among others; of several records, and of none with a title, it says less."""
    untitled = attrs.evolve(lagemeer, title=None)
    source = untitled.source_document.title
    assert source is not None

    assert _called(lagemeer) == "Termijnen: Verzonnen: de inzet van Lagemeer in Bergovië"
    assert _called(untitled) == f"Termijnen: {source.text('nl')}"
    assert _called(lagemeer, attrs.evolve(untitled, id="other")) == "Termijnen van toezeggingen"


def _called(*records: PolicyRecord) -> str:
    out = io.BytesIO()
    run_report(records, "calendar", out, as_of=DAY, registry=REGISTRY)
    return str(Calendar.from_ical(out.getvalue())["x-wr-calname"])


def test_what_is_only_said_to_be_met_is_not_called_fulfilled(lagemeer: PolicyRecord) -> None:
    """The line that a phone shows does not say more than is known."""
    said_met = {
        each.id
        for each in lagemeer.commitments
        if lagemeer.progress(each.id, as_of=DAY).schedule == "said_met"
    }
    shown = {str(event["uid"]): str(event["summary"]) for event in events(lagemeer).values()}
    begun = {
        uid.partition("#")[2].partition("@")[0]
        for uid, summary in shown.items()
        if summary.startswith("Gemeld als voldaan, niet aangetoond: ")
    }

    assert begun
    assert begun <= said_met


def test_the_words_of_a_term_without_a_last_day_stand_in_the_title(lagemeer: PolicyRecord) -> None:
    """A calendar puts "begin 2035" on the last day of the year, and says that it is a reading."""
    term = Timeframe(phrase="begin 2035", date=EdtfDate("2035~"))
    first = attrs.evolve(lagemeer.statement("patrol-teams"), timeframe=term)
    others = tuple(each for each in lagemeer.statements if each.id != first.id)
    record = attrs.evolve(lagemeer, statements=(first, *others), updates=())
    found = events(record)[f"{record.full_id(first.id)}@ssrpolicy"]

    assert str(found["summary"]).startswith("Termijn “begin 2035”: ")
