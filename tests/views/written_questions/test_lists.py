"""Lists and views of a paper that answers questions do not say that it asks them."""

import datetime as dt
from pathlib import Path

import attrs
from click.testing import CliRunner

from notes_read import runs_of, text, under
from ssrpolicy import PolicyRecord
from ssrpolicy.cli.main import _command
from ssrpolicy.selection import Selection, choose
from ssrpolicy.views import briefing, changes, listing, reading_page, tracker
from views.written_questions.answers import ANSWERED, QUESTION

AS_OF = dt.date(2024, 6, 1)


def test_only_a_paper_with_answers_is_not_where_questions_were_asked(record: PolicyRecord) -> None:
    """What a motion asks was asked on its day."""
    how_many, train = record.requests

    assert record.is_reply("answers")
    assert not record.is_reply("motion")
    assert record.asked_on(how_many) is None
    assert record.asked_on(train) == dt.date(2024, 2, 1)


def test_a_paper_with_a_commitment_answers_also_before_an_answer_is_recorded(
    reply: PolicyRecord,
) -> None:
    """Who asks promises nothing: no note says that the minister put the questions."""
    drafted = attrs.evolve(reply, dispositions=())
    note = briefing([drafted], as_of=AS_OF, language="nl")
    said = " ".join(text(runs) for block in note.blocks for runs in runs_of(block))

    assert drafted.is_reply("answers")
    assert not attrs.evolve(drafted, statements=()).is_reply("answers")
    assert "gesteld door" not in said


def test_no_list_says_that_questions_were_asked_in_their_answers(record: PolicyRecord) -> None:
    """The column stays empty, and nothing is asked on the day of the answers."""
    found = listing(record, "requests", as_of=AS_OF).with_columns(["id", "asked_in"])
    since = Selection(asked_since=dt.date(2024, 1, 1))
    chosen = choose(record, since, as_of=AS_OF)

    assert found.table.rows == (
        ("vragen-veldonie#how-many", None),
        ("vragen-veldonie#train", "Motie van 1 februari 2024"),
    )
    assert not chosen.holds(record, "how-many")
    assert chosen.holds(record, "train")


def test_answers_to_questions_are_among_the_letters(record: PolicyRecord) -> None:
    """A minister who answers questions writes to the House as with any letter."""
    found = listing(record, "letters", as_of=AS_OF)

    assert found.table.ids == ("vragen-veldonie#answers",)


def test_a_question_is_listed_with_its_answer_on_the_day_of_that(record: PolicyRecord) -> None:
    """It was asked before; how an answer to it reads says what was asked."""
    found = listing(record, "changes", as_of=AS_OF, since=dt.date(2024, 1, 1))
    rows = found.with_columns(["date", "id", "change", "text"]).table.rows

    assert [row for row in rows if row[1] == "vragen-veldonie#how-many"] == [
        (
            ANSWERED,
            "vragen-veldonie#how-many",
            "Nieuw antwoord",
            f"{QUESTION} Beantwoord: antwoorden van 12 maart 2024 op vragen",
        )
    ]
    assert [row[2] for row in rows if row[1] == "vragen-veldonie#train"] == ["Nieuw verzoek"]


def test_no_report_says_that_questions_were_asked_in_their_answers(
    record: PolicyRecord, folder: Path
) -> None:
    """The tracker, the page and what is shown of one question leave it out, and name the answer."""
    sheet = tracker([record], as_of=AS_OF, language="nl").table("requests")
    assert sheet is not None
    keys = [column.key for column in sheet.columns]
    page = reading_page([record], as_of=AS_OF, language="nl")
    details = {
        entry.id: [each.key for each in entry.details]
        for each in page.records()
        for entry in each.entries
    }
    asked = ["show", str(folder), "how-many", "--as-of", AS_OF.isoformat()]
    shown = CliRunner().invoke(_command, asked).stdout

    assert sheet.rows[0][keys.index("asked_in")] is None
    assert sheet.rows[0][keys.index("answered_in")] is not None
    assert "asked_in" not in details["how-many"]
    assert "asked_in" in details["train"]
    assert "Gevraagd in" not in shown
    assert "Beantwoord in" in shown


def test_questions_are_not_new_where_their_answers_are(record: PolicyRecord) -> None:
    """A note on what changed counts the answer, and the request of the motion."""
    note = changes([record], since=dt.date(2024, 1, 1), as_of=AS_OF, language="nl")

    short = under(note, "In het kort")
    assert "Er is één verzoek gedaan." in short
    assert "Er is één antwoord gegeven." in short
