"""Internal notes: who sees them, what else stays, and what is said of those that are left out."""

import datetime as dt
import io
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from attrs import evolve, frozen

import ssrpolicy
from ssrpolicy import LocalText, OptionError, PolicyRecord, Update, codec
from ssrpolicy.messages import at_command_line
from ssrpolicy.reporting import (
    NoOptions,
    OfferedReporter,
    Origin,
    Report,
    baseline,
    load_plugins,
    option,
    options_asked,
    run_report,
    without_internal,
)
from ssrpolicy.selection import Selection
from ssrpolicy.testing import small_record

DAY = dt.date(2011, 4, 1)
NOTE = "Concept ligt bij DAF"
NAME = "J. de Wit, DAF"


class Plain:
    """Writes every update; it says nothing of internal notes."""

    name = "plain"
    summary = "Every update, a line each."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options: type[Any] = NoOptions
    given: Report | None = None

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the updates as they are given, and keep the report for the test."""
        type(self).given = report
        for record in report.records:
            for each in record.updates:
                line = f"{each.statement} {each.axis} {each.by} {each.note}\n"
                out.write(line.encode())
        out.write(b"-\n")


class Working(Plain):
    """The same for the office itself."""

    name = "working"
    shows_internal = True


def offered(reporter: Any) -> OfferedReporter:
    """The reporter as a plugin offers it."""
    return OfferedReporter.of(reporter, Origin(distribution="acme", entry_point="acme"))


def with_working_notes() -> PolicyRecord:
    """The small record with an internal note, and an internal status that has a note."""
    noted: dict[str, Any] = {"date": DAY, "by": NAME, "internal": True, "note": NOTE}
    record = small_record().with_update("report", **noted)
    return record.with_update("report", **noted, claimed="fulfilled")


def written(
    reporter: Any, record: PolicyRecord, options: Mapping[str, object] | None = None
) -> tuple[str, tuple[str, ...]]:
    """The report on a record, and what is remarked."""
    out = io.BytesIO()
    remarks = run_report(record, offered(reporter), out, as_of=DAY, options=options)
    return out.getvalue().decode(), remarks


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


@pytest.mark.parametrize("given", ["yes", "ja", True])
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


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    """The option takes what every option of this kind takes."""
    with pytest.raises(OptionError, match="internal of plain is 'soms'"):
        written(Plain(), small_record(), {"internal": "soms"})


def test_the_option_is_one_of_all_reporters() -> None:
    """`-o internal=yes` is for every reporter asked, `-o working.internal=no` for that one."""
    plain, working = offered(Plain()), offered(Working())

    values = options_asked(["internal=yes", "working.internal=no"], [plain, working])

    assert values == {plain: {"internal": "yes"}, working: {"internal": "no"}}
    assert [each.default for each in plain.all_options] == [False]
    assert [each.default for each in working.all_options] == [True]


def test_a_reporter_with_an_option_of_that_name_is_refused() -> None:
    """What the host does for all cannot be taken over by a plugin."""

    @frozen(kw_only=True)
    class Options:
        internal: bool = option(default=True, help="Everything, always.")

    class Taking(Plain):
        options: type[Any] = Options

    with pytest.raises(TypeError, match="declares an option internal, which every reporter has"):
        offered(Taking())


def test_what_a_reporter_declares_is_true_or_false() -> None:
    """A word is not an answer: "no" would count as yes."""

    class Wordy(Plain):
        shows_internal = "no"

    with pytest.raises(TypeError, match="shows_internal is 'no', not True or False"):
        offered(Wordy())


@pytest.mark.parametrize(
    "name, shown",
    [
        ("excel", True),
        ("html", False),
        ("json", True),
        ("word", True),
        ("word-annex", False),
        ("word-changes", True),
    ],
)
def test_the_reporters_of_this_repository_have_their_defaults(name: str, shown: bool) -> None:  # noqa: FBT001 - a case's expectation
    """What is handed in or published leaves internal notes out; working papers have them."""
    assert load_plugins(environ={}).reporter(name).shows_internal is shown


@pytest.mark.parametrize("shown", [True, False])
def test_an_option_object_goes_with_internal(shown: bool) -> None:  # noqa: FBT001 - a case's expectation
    """Who gives an instance of the options class says it apart; so can who gives a mapping."""

    @frozen(kw_only=True)
    class Options:
        loud: bool = option(default=False, help="Louder.")

    class Made(Plain):
        options: type[Any] = Options

    for options in (Options(loud=True), {"loud": True}, None):
        out = io.BytesIO()
        run_report(
            with_working_notes(), offered(Made()), out, as_of=DAY, options=options, internal=shown
        )
        assert (NOTE.encode() in out.getvalue()) is shown


def test_internal_asked_twice_and_not_alike_is_refused() -> None:
    """One of the two would be overruled in silence."""
    with pytest.raises(OptionError, match="internal is given twice"):
        run_report(
            with_working_notes(),
            offered(Plain()),
            io.BytesIO(),
            as_of=DAY,
            options={"internal": "no"},
            internal=True,
        )


def test_what_was_left_out_is_asked_for_in_the_words_of_the_caller() -> None:
    """An option on the command line, an argument in Python."""
    with at_command_line():
        _text, (remark,) = written(Plain(), with_working_notes())
    assert "-o internal=yes includes" in remark
    _text, (remark,) = written(Plain(), with_working_notes())
    assert "internal=True includes" in remark
