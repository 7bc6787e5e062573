"""A call of the package names what it cannot take."""

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from promises.arguments.answers import INNARDS, said
from ssrpolicy import databases, reporting, selection, testing, views
from ssrpolicy.selection import Selection, choose
from ssrpolicy.testing import small_record
from tables import each_case

DAY = dt.date(2034, 1, 1)
ANY: Any = ssrpolicy
VIEWS: Any = views
CHOOSE: Any = choose
SELECTION: Any = Selection
CHOOSING: Any = selection
REPORTING: Any = reporting
THREE: Any = 3
TEXT: Any = "3"


def CHOSEN() -> Any:  # noqa: N802 - it stands among the packages above
    """All of the small record, as a selection that asks nothing chooses it."""
    return choose(small_record(), Selection(), as_of=DAY)


CALLS: dict[str, tuple[Callable[[], object], str]] = {
    "load": (lambda: ANY.load(3), "3 is not a path"),
    "load_all": (lambda: ANY.load_all(None), "None is not a path"),
    "check": (lambda: ANY.check(3), "3 is not a record"),
    "check list": (lambda: ANY.check(["records"]), "'records' is not a record"),
    "dump": (lambda: ANY.dump(small_record(), 3), "3 is not a path"),
    "new": (lambda: ANY.new(3), "3 is not a path"),
    "append": (lambda: ANY.append(3, small_record().statements[0]), "3 is not a path"),
    "undo": (lambda: ANY.undo(3), "3 is not a path"),
    "plan_merge": (lambda: ANY.plan_merge(3, "x", date=DAY), "3 is not a path"),
    "cite": (lambda: ANY.cite(3), "3 is not a text"),
    "report to": (lambda: ANY.report(small_record(), 3, io.BytesIO(), as_of=DAY), "neither the"),
    "report name": (
        lambda: ANY.report(small_record(), "exel", io.BytesIO(), as_of=DAY),
        "Did you mean excel?",
    ),
    "report on": (
        lambda: ANY.report(small_record(), "json", io.BytesIO(), as_of="x"),
        "not a calendar day",
    ),
    "report a selection": (
        lambda: ANY.report(small_record(), "json", io.BytesIO(), as_of=DAY, selection="nl-bz"),
        "selection is 'nl-bz', where Selection(owners=",
    ),
    "what holds an unknown entry": (
        lambda: CHOSEN().holds(small_record(), "reprot"),
        "Did you mean report?",
    ),
    "what is chosen of an unknown owner": (lambda: CHOSEN().of_owner("nl-bzz"), "nl-bz"),
    "an excerpt with an unknown statement": (
        lambda: databases.unpacked_excerpt(
            databases.packed(small_record()).excerpt, statements=("reprot",)
        ),
        "Did you mean report?",
    ),
    "options of a rule that is not there": (
        lambda: testing.registry().with_rule_options({"nope": {}}),
        "No rule called 'nope' has options.",
    ),
    "a row that is not listed": (
        lambda: VIEWS.listing(small_record(), "letters", as_of=DAY, only=("small#lettr",)),
        "Did you mean small#letter?",
    ),
    "ministry of an unknown party": (
        lambda: CHOOSING.ministry(small_record(), "ministri"),
        "Did you mean ministry?",
    ),
    "an empty remark": (lambda: REPORTING.Remark(message=" "), "message is empty."),
    "report named as another's": (
        lambda: ANY.report(small_record(), "excel", "tracker.docx", as_of=DAY),
        "Name it tracker.xlsx, or give to=",
    ),
    "draft's chain": (
        lambda: ANY.Draft(record="small", sources={}).chain("e69045f80c"),
        "proposal is 'e69045f80c'",
    ),
    "choose": (lambda: CHOOSE(small_record(), {}, as_of=DAY), "selection is {}, where Selection("),
    "choose as of": (
        lambda: CHOOSE(small_record(), Selection(), as_of="2034-01-01"),
        "as_of is '2034-01-01', not a calendar day",
    ),
    "owners": (lambda: SELECTION(owners=3), "3 is not a text"),
    "no owners": (lambda: SELECTION(owners=None), "None is not a text"),
    "words": (lambda: SELECTION(words=3), "3 holds no word"),
    "kinds": (lambda: SELECTION(kinds="commitmnt"), "Did you mean commitment"),
    "due within": (lambda: SELECTION(due_within=-3), "due_within is -3; it is 0 to 36500 days."),
    "a criterion": (lambda: SELECTION(updated_since="2034"), "not a calendar day (datetime.date)."),
    "search": (lambda: VIEWS.search(small_record(), None, as_of=DAY), "words is None, where"),
    "changes": (
        lambda: VIEWS.listing(small_record(), "changes", as_of=DAY),
        "needs the day to compare with",
    ),
    "changes since": (
        lambda: VIEWS.listing(small_record(), "changes", as_of=DAY, since="2030-01-01"),
        "since is '2030-01-01', not a calendar day",
    ),
    "listing limit": (
        lambda: VIEWS.listing(small_record(), "motions", as_of=DAY, limit="3"),
        "limit is '3', not a whole number",
    ),
    "baseline": (lambda: REPORTING.baseline(3), "report is 3, where Report("),
    "remark": (lambda: REPORTING.Remark.of("a", "b", "C."), "record is 'a', where ssrpolicy.load("),
    "without notes": (lambda: REPORTING.without_internal(3), "record is 3, where ssrpolicy.load("),
    "judged": (lambda: REPORTING.judged("records"), "'records' is not a record"),
    "read": (lambda: REPORTING.read_portfolio([3]), "3 is not a path"),
    "read a source": (lambda: REPORTING.read_source(3), "3 is not a path"),
    "plugins": (lambda: REPORTING.load_plugins(plugins_dir=3), "3 is not a path"),
    "folder": (lambda: REPORTING.ready_folder(3), "3 is not a path"),
    "json": (lambda: REPORTING.json_text(3), "3 is not a record"),
    "cell": (
        lambda: REPORTING.EditedCell(item="a#b", part="claimed", value="x", place="A1"),
        "part is 'claimed', where EditPart.CLAIMED belongs",
    ),
    "draft by": (lambda: ANY.draft(small_record(), drafter=3), "drafter is 3, where"),
    "record's owners": (
        lambda: small_record().with_update("report", date=DAY, by="x", owners=ANY.Plan),
        "owners is ",
    ),
    "code of a list": (lambda: small_record().code("parties", ANY.Plan), "id is "),
    "codes": (lambda: small_record().check_code(ANY.Plan, "nl"), "is not a value of list_name"),
    "marks": (
        lambda: small_record().locate(small_record().statements[0].quotes[0]).context(marks=THREE),
        "marks is ",
    ),
    "due": (
        lambda: small_record().progress("report", as_of=DAY).is_due_within(TEXT),
        "days is '3', not a whole number",
    ),
    "chosen": (lambda: CHOSEN().holds("small", "report"), "record is 'small', where chosen."),
    "chosen entry": (lambda: CHOSEN().holds(small_record(), 3), "entry is 3, where record["),
    "chosen of another": (
        lambda: CHOSEN().ids(attrs.evolve(small_record(), id="other")),
        "other is not among the records of this selection",
    ),
    "responsible": (lambda: CHOSEN().responsible(small_record(), "report"), "where record.stat"),
    "selection in a line": (lambda: VIEWS.selection_line(3, "nl"), "chosen is 3, where choose("),
    "selection in words": (lambda: VIEWS.selection_words(3, "nl"), "selection is 3, where Sel"),
    "resolved": (lambda: CHOOSING.resolved(3, ()), "selection is 3, where Selection("),
    "folded": (lambda: CHOOSING.folded(3), "text is 3, where"),
    "words in": (lambda: CHOOSING.Words("a").are_in(None), "text is None, where"),
    "ministry": (lambda: CHOOSING.ministry(3, "nl-bz"), "record is 3, where"),
    "dossiers": (lambda: CHOOSING.dossiers_of("32123"), "paper is '32123', where record.doc"),
    "session": (lambda: CHOOSING.session_year_of("32123"), "paper is '32123', where record.doc"),
    "criterion": (lambda: CHOOSING.unknown_code("owner", "x", ()), "Did you mean owners"),
    "proposals": (
        lambda: VIEWS.proposals_table(small_record(), 3, language="nl"),
        "draft is 3, where ssrpolicy.draft(",
    ),
    "unbroken": (lambda: VIEWS.unbroken(3), "text is 3, where"),
    "columns": (
        lambda: VIEWS.listing(small_record(), "letters", as_of=DAY).with_columns(3),
        "keys is 3, where",
    ),
    "label of a list": (lambda: VIEWS.label([], "nl"), "value is [], where"),
    "label in a list": (lambda: VIEWS.label("field.owners", []), "[] is not a language"),
    "day in a list": (lambda: VIEWS.long_date(DAY, []), "[] is not a language"),
    "table": (
        lambda: VIEWS.tracker(small_record(), as_of=DAY, language="nl").table([]),
        "key is [], where",
    ),
    "supplied": (
        lambda: VIEWS.briefing(small_record(), as_of=DAY, language="nl", supplied="x"),
        "supplied is 'x', where Supplied(",
    ),
    "report in": (
        lambda: ANY.report(small_record(), "json", io.BytesIO(), as_of=DAY, language="de"),
        "'de' is not a language",
    ),
}


@each_case("what", CALLS)
def test_a_call_of_the_package_names_what_it_cannot_take(what: str) -> None:
    """What is not a path, a record or a reporter is said to be none."""
    call, words = CALLS[what]
    message = said(call)

    assert words in message
    assert not INNARDS.search(message)
    assert re.search(r"\.$", message, re.MULTILINE), message


@pytest.mark.parametrize("entry", ["words", [1], None])
def test_what_is_no_entry_is_not_appended(entry: Any, letter_copy: Path) -> None:
    """Nor is it put in the place of one."""
    appended = said(lambda: ANY.append(letter_copy, entry))
    replaced = said(lambda: ANY.replace(letter_copy, "african-union", entry))

    assert f"{entry!r} is not an entry of a record." in appended
    assert f"{entry!r} is not an entry of a record." in replaced


def test_one_column_is_named_by_its_key() -> None:
    """A text is not read by its letters."""
    found = views.listing(small_record(), "letters", as_of=DAY)

    assert found.with_columns("id") == found.with_columns(["id"])


def test_a_report_is_of_one_record_or_many() -> None:
    """A report takes a record as it takes several, and nothing else."""
    record, given = small_record(), reporting.Report
    made: Any = given

    assert made(records=record, as_of=DAY) == given(records=(record,), as_of=DAY)
    assert made(records=[record], as_of=DAY) == given(records=(record,), as_of=DAY)
    assert "is not a record" in said(lambda: made(records=("x",), as_of=DAY))
    assert "at least one record" in said(lambda: made(records=(), as_of=DAY))
