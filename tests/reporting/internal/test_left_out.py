"""What a report leaves out of working notes, and says of it."""

import io
import pickle
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import ssrpolicy
from reporting.internal.notes import (
    DAY,
    NAME,
    NOTE,
    Plain,
    Working,
    offered,
    with_working_notes,
    written,
)
from ssrpolicy import LocalText, Update, codec
from ssrpolicy.reporting import baseline, load_plugins, run_report, without_internal
from ssrpolicy.selection import Selection
from ssrpolicy.testing import small_record
from tables import each_case


def test_a_reporter_that_says_nothing_gets_no_internal_note() -> None:
    """Note and name are gone, an update that was only a note too, and the status stays."""
    text, remarks = written(Plain(), with_working_notes())

    assert NOTE not in text
    assert "de Wit" not in text
    assert text.splitlines()[-2:] == ["report claimed None None", "-"]
    assert "".join(remarks) == (
        "2 internal notes left out, with the names of who made them; internal=True includes them."
    )


def test_a_script_takes_them_out_as_the_host_does() -> None:
    """A record without its internal notes is what a reporter gets; one that has none stays."""
    record = with_working_notes()
    written(Plain(), record)

    assert Plain.given is not None
    assert Plain.given.records == (without_internal(record),) != (record,)
    assert without_internal(small_record()) == small_record()


@each_case("given", ["yes", "ja", True])
def test_internal_notes_are_included_where_they_are_asked_for(given: object) -> None:
    """`-o internal=yes` fits a reporter without options of its own; nothing is remarked."""
    text, remarks = written(Plain(), with_working_notes(), {"internal": given})

    assert f"report note {NAME} {NOTE}" in text
    assert remarks == ()


def test_a_reporter_for_the_office_gets_them() -> None:
    """A reporter that declares `shows_internal` has them, unless it is asked to leave them out."""
    text, remarks = written(Working(), with_working_notes())
    assert (NOTE in text, remarks) == (True, ())

    text, remarks = written(Working(), with_working_notes(), {"internal": "no"})
    assert NOTE not in text
    assert len(remarks) == 1


def test_a_name_alone_is_left_out_and_remarked() -> None:
    """An internal update without a note loses its name, of which there is one."""
    record = small_record().with_update(
        "report", date=DAY, by=NAME, internal=True, claimed="fulfilled"
    )

    text, remarks = written(Plain(), record)

    assert "de Wit" not in text
    assert remarks == (
        "1 name left out, of an internal update without a note; internal=True includes it.",
    )


def test_a_selection_counts_what_is_in_it_and_what_is_not() -> None:
    """Two notes and a name are on a commitment, one note is on a statement of another kind."""
    record = with_working_notes()
    other = next(each.id for each in record.statements if each not in record.commitments)
    noted: dict[str, Any] = {"date": DAY, "by": NAME, "internal": True}
    record = record.with_update(other, **noted, note="Nog niet begonnen.")
    record = record.with_update("report", **noted, claimed="open")
    reporter = evolve(offered(Plain()), supports_selection=True)

    said = run_report(
        record, reporter, io.BytesIO(), as_of=DAY, selection=Selection(kinds=("commitment",))
    )

    notes, names = said
    assert notes == (
        "Internal notes left out, with the names of who made them: 2 on what is in this selection, "
        "1 on the rest of the records; internal=True leaves them in."
    )
    assert names == (
        "Names left out, of internal updates without a note: 1 on what is in this selection, "
        "0 on the rest of the records; internal=True leaves them in."
    )


def test_public_notes_stay_and_nothing_is_remarked() -> None:
    """Where nothing is internal the reporter gets the very records that were given."""
    record = small_record()

    _, remarks = written(Plain(), record)

    assert Plain.given is not None
    assert Plain.given.records[0] is record
    assert remarks == ()


def test_both_reports_say_the_same_of_every_statement() -> None:
    """What internal updates say of status, evidence, term and owner counts in every report."""
    record = with_working_notes().with_update(
        "report", date=DAY, by=NAME, internal=True, owners=("ministry",)
    )
    term = ssrpolicy.Timeframe(phrase="eind 2011", date=ssrpolicy.EdtfDate("2011-12-31"))
    record = record.with_update("report", date=DAY, by=NAME, internal=True, timeframe=term)

    written(Plain(), record)

    assert Plain.given is not None
    (shown,) = Plain.given.records
    for statement in record.statements:
        ours, theirs = (r.progress(statement.id, as_of=DAY) for r in (record, shown))
        for axis in (
            "claimed",
            "evidence",
            "schedule",
            "first_schedule",
            "due",
            "owners",
            "met_on",
        ):
            assert getattr(ours, axis) == getattr(theirs, axis)


def test_a_report_names_the_digest_of_the_whole_record() -> None:
    """Digest and number of updates are those of the record, also where something is left out."""
    record = with_working_notes()
    other = evolve(small_record(), id="other")

    run_report([record, other], offered(Plain()), io.BytesIO(), as_of=DAY)

    assert Plain.given is not None
    assert not Plain.given.internal
    assert Plain.given.digests == (codec.digest(record), codec.digest(other))
    standing = baseline(Plain.given).standings[record.full_id("report")]
    assert standing.recorded == len(record.history("report"))
    assert standing.note == LocalText(nl="Het bericht is in concept.", en="The report is in draft.")


def test_nothing_of_a_report_leads_to_what_was_left_out() -> None:
    """Whatever a reporter looks at in its report, it finds neither note nor name."""
    written(Plain(), with_working_notes())

    assert Plain.given is not None
    everything = pickle.dumps(Plain.given)
    assert NOTE.encode() not in everything
    assert NAME.encode() not in everything


def test_json_without_internal_notes_is_a_record() -> None:
    """It can be loaded again without an error, and says where every statement stands."""
    out = io.BytesIO()
    run_report(
        with_working_notes(),
        "json",
        out,
        as_of=DAY,
        options={"internal": False},
        registry=load_plugins(environ={}),
    )

    reading = codec.read_json(out.getvalue(), Path("small.json"))

    assert NOTE.encode() not in out.getvalue()
    assert b"de Wit" not in out.getvalue()
    assert [finding for finding in reading.findings if finding.is_error] == []
    (record,) = reading.records
    assert record.updates[-1] == Update(
        statement="report", date=DAY, internal=True, claimed=ssrpolicy.ClaimedStatus.FULFILLED
    )


def test_a_record_with_notes_is_not_replaced_by_one_without(tmp_path: Path) -> None:
    """A JSON record may be the only place where its notes stand; without any it is renewed."""
    file = tmp_path / "small.json"
    ssrpolicy.dump(with_working_notes(), file)
    before = file.read_bytes()

    def report(name: Path) -> None:
        ssrpolicy.report(ssrpolicy.load(file), "json", name, as_of=DAY, options={"internal": False})

    with pytest.raises(ssrpolicy.OutputError, match="has internal notes, and this report leaves"):
        report(file)
    assert file.read_bytes() == before

    for _ in range(2):
        report(tmp_path / "public.json")
