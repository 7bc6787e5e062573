"""Written questions of which only the answers are recorded: when they were asked is not known."""

import datetime as dt
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

import ssrpolicy
from notes_read import grid, runs_of, text, under
from ssrpolicy import (
    Answer,
    Commitment,
    Course,
    Firmness,
    Language,
    LocalText,
    PaperNumber,
    Party,
    Passage,
    PolicyRecord,
    Update,
)
from ssrpolicy.cli.main import _command
from ssrpolicy.selection import Selection, choose
from ssrpolicy.views import annex, briefing, changes, dossier, listing, reading_page, tracker

AS_OF = dt.date(2024, 6, 1)
ANSWERED = dt.date(2024, 3, 12)
QUESTION = "Hoeveel opleiders werken er op dit moment in Veldonië?"
RECORD = f"""format = "ssrpolicy-record/1"
id = "vragen-veldonie"
language = "nl"
source = "answers"

[[documents]]
id = "answers"
kind = "question"
date = {ANSWERED}
file = "sources/answers.txt"

[[documents]]
id = "motion"
kind = "motion"
date = 2024-02-01

[[requests]]
id = "how-many"
document = "answers"
summary = "{QUESTION}"
quotes = ["{QUESTION}"]

[[requests]]
id = "train"
document = "motion"
summary = "De Kamer verzoekt de regering opleiders te zenden."

[[dispositions]]
request = "how-many"
document = "answers"
answer = "answered_here"
quotes = ["Er werken twaalf opleiders in Veldonië."]
"""
TEXT = f"Vraag 1\n{QUESTION}\n\nAntwoord\nEr werken twaalf opleiders in Veldonië.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The record on disk."""
    made = tmp_path / "vragen-veldonie"
    (made / "sources").mkdir(parents=True)
    (made / "record.toml").write_text(RECORD, encoding="utf-8")
    (made / "sources" / "answers.txt").write_text(TEXT, encoding="utf-8")
    return made


@pytest.fixture
def record(folder: Path) -> PolicyRecord:
    """The record: a question with its answer, and a request of a motion."""
    return ssrpolicy.load(folder)


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
        (ANSWERED, "vragen-veldonie#how-many", "Nieuw antwoord", f"{QUESTION} Beantwoord")
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


@pytest.fixture
def reply(record: PolicyRecord) -> PolicyRecord:
    """The same without the motion: nothing but questions, in Dutch, and who answered."""
    minister = Party(id="minister", name=LocalText(nl="minister van Buitenlandse Betrekkingen"))
    answers = attrs.evolve(
        record.document("answers"),
        authors=("minister",),
        title=LocalText(nl="Antwoorden op vragen over de opleiders"),
    )
    report = Commitment(
        id="inform",
        summary=LocalText(nl="De minister informeert de Kamer over de opleiders."),
        firmness=Firmness.FIRM,
        course=Course.ONCE,
        cue="werken",
        owners=("minister",),
        quotes=(Passage(document="answers", quote="Er werken twaalf opleiders in Veldonië."),),
    )
    return attrs.evolve(
        record,
        documents=(answers,),
        requests=record.requests[:1],
        statements=(report,),
        parties=(minister,),
    )


@pytest.mark.parametrize(
    "language, asked, heading",
    [
        ("nl", "Er is één vraag gesteld", "Vragen en antwoorden"),
        ("en", "There was one question", "Questions and answers"),
    ],
)
def test_a_note_on_questions_speaks_of_questions(
    reply: PolicyRecord, language: Language, asked: str, heading: str
) -> None:
    """Members put questions, and do not make requests."""
    note = briefing([reply], as_of=AS_OF, language=language)
    points = under(note, {"nl": "Kern", "en": "Issue"}[language])

    assert points[0].startswith(asked)
    assert under(note, heading)


@pytest.mark.parametrize(
    "language, title, kind",
    [
        ("nl", "Vragen en toezeggingen: ", "vraag"),
        ("en", "Questions and commitments: ", "question"),
    ],
)
def test_tracker_and_page_on_questions_speak_of_questions(
    reply: PolicyRecord, language: Language, title: str, kind: str
) -> None:
    """In the title, the counts, the columns, the kind of each entry and what it is chosen by."""
    found = tracker([reply], as_of=AS_OF, language=language)
    page = reading_page([reply], as_of=AS_OF, language=language)
    (shown,) = page.records()
    (kinds,) = [each for each in page.filters if each.key == "kind"]

    assert found.title.startswith(title)
    assert f"1 {kind}" in found.counts
    assert title.partition(" ")[0] in [each.label for each in found.table("records").columns]
    assert f"1\N{NO-BREAK SPACE}{kind}" in page.sentences[0]
    assert (page.figures[0].number, page.figures[0].text) == ("1", kind)
    assert shown.asked == "questions"
    assert [each.kind_label for each in shown.requests] == [kind]
    assert kinds.choices[0].label == kind.capitalize()


def test_of_questions_that_are_alike_it_is_said_that_all_are(reply: PolicyRecord) -> None:
    """Neither "six put: six answered", nor a line for each of many that nobody answered yet."""
    asked, answer = reply.requests[0], reply.dispositions[0]
    requests = tuple(attrs.evolve(asked, id=f"asked-{n}") for n in range(6))
    answers = tuple(attrs.evolve(answer, request=each.id) for each in requests)
    every = attrs.evolve(reply, requests=requests, dispositions=answers)
    none = attrs.evolve(every, dispositions=())

    def points(record: PolicyRecord, language: Language) -> list[str]:
        note = briefing([record], as_of=AS_OF, language=language)
        return under(note, {"nl": "Kern", "en": "Issue"}[language])

    assert points(every, "nl")[0] == "Er zijn zes vragen gesteld: alle beantwoord."
    assert points(every, "en")[0] == "There were six questions: all answered."
    assert points(none, "nl")[0] == "Er zijn zes vragen gesteld: alle zonder vastgelegd antwoord."


@pytest.mark.parametrize("answered", [True, False])
def test_a_question_that_asks_on_says_after_which(reply: PolicyRecord, *, answered: bool) -> None:
    """By itself "Zo nee, waarom niet?" asks nothing; the question before it may have its answer."""
    asked = reply.requests[0]
    on = attrs.evolve(asked, id="why-not", summary=LocalText(nl="Zo nee, waarom niet?"))
    why = attrs.evolve(asked, id="why", summary=LocalText(nl="Waarom niet?"))
    known = attrs.evolve(reply, requests=(asked, on, why))
    known = known if answered else attrs.evolve(known, dispositions=())
    points = under(briefing([known], as_of=AS_OF, language="nl"), "Kern")
    lead = "Geen antwoord vastgelegd: "
    missing = [each for each in points if each.startswith(lead)]

    assert missing[-2:] == [
        f"{lead}Zo nee, waarom niet? Dat is een vervolgvraag op: {QUESTION}",
        f"{lead}Waarom niet? Dat is een vervolgvraag op: {QUESTION} Zo nee, waarom niet?",
    ]
    assert missing[:-2] == ([] if answered else [f"{lead}{QUESTION}"])


def test_one_answer_in_two_places_is_one_sentence(reply: PolicyRecord) -> None:
    """The same paper answers once, and says of what; another that does so too is named."""
    answer = attrs.evolve(reply.dispositions[0], scope=LocalText(nl="de opleiders"))
    second = attrs.evolve(answer, scope=LocalText(nl="de kosten"))
    later = attrs.evolve(reply.documents[0], id="later", date=ANSWERED + dt.timedelta(days=1))
    third = attrs.evolve(answer, document="later", scope=None)
    known = attrs.evolve(
        reply, documents=(*reply.documents, later), dispositions=(answer, second, third)
    )
    said = " ".join(under(briefing([known], as_of=AS_OF, language="nl"), "Vragen en antwoorden"))

    assert "geeft hierop antwoord (de opleiders; de kosten)" in said
    assert said.count("geeft hierop antwoord") == 1
    assert "van 13 maart 2024 doet dat ook." in said


@pytest.fixture
def asked(reply: PolicyRecord) -> PolicyRecord:
    """The reply with the questions as a paper of their own, which has two members as authors."""
    members = tuple(
        Party(
            id=name.lower(), name=LocalText(nl=f"het lid {name}", en=f"{name}, Member of the House")
        )
        for name in ("Peters", "Jansen")
    )
    questions = attrs.evolve(
        reply.documents[0],
        id="questions",
        date=dt.date(2024, 2, 1),
        authors=("peters", "jansen"),
        title=None,
        text=None,
        file=None,
    )
    return attrs.evolve(
        reply,
        documents=(*reply.documents, questions),
        parties=(*reply.parties, *members),
        statements=(),
    )


def test_note_and_page_say_who_put_the_questions(asked: PolicyRecord, reply: PolicyRecord) -> None:
    """Where the record has the questions with their authors; where it has not, nothing is said."""

    def said(record: PolicyRecord, language: Language) -> str:
        note = briefing([record], as_of=AS_OF, language=language)
        return " ".join(text(runs) for block in note.blocks for runs in runs_of(block))

    def about(record: PolicyRecord, language: Language) -> str:
        return reading_page([record], as_of=AS_OF, language=language).sentences[0]

    assert "De vragen zijn gesteld door de leden Peters en Jansen." in said(asked, "nl")
    assert "The questions were put by MPs Peters and Jansen." in said(asked, "en")
    assert ", met antwoorden op vragen van het lid Peters en het lid Jansen, en wat" in about(
        asked, "nl"
    )
    assert "with answers to questions put by" in about(asked, "en")
    assert "gesteld door" not in said(reply, "nl")
    assert "vragen van het" not in about(reply, "nl")


@pytest.mark.parametrize(
    "title, shown",
    [
        ("Antwoorden op vragen over opleiders", ", “Antwoorden op vragen over opleiders”."),
        ("Vraag en antwoord", "."),
        ("Opleiders in Veldonië", "."),
        (None, "."),
    ],
)
def test_a_note_gives_a_numbered_paper_its_title(
    reply: PolicyRecord, title: str | None, shown: str
) -> None:
    """But for one that says which kind it is, or that the heading of the note has already."""
    numbered = attrs.evolve(
        reply.documents[0],
        number=PaperNumber.parse("ah-tk-20232024-1234"),
        title=None if title is None else LocalText(nl=title),
    )
    record = attrs.evolve(
        reply, documents=(numbered,), title=LocalText(nl="Opleiders in Veldonië"), statements=()
    )
    first = under(briefing([record], as_of=AS_OF, language="nl"), "Toelichting")[0]
    paper = numbered.number.display("nl") if numbered.number else ""

    assert first.startswith(f"Het onderwerp is de beantwoording van 12 maart 2024 ({paper}){shown}")


@pytest.mark.parametrize("others", [0, 2])
def test_many_questions_that_are_just_answered_are_told_so_once(
    reply: PolicyRecord, others: int
) -> None:
    """Above the questions; each of the others has a sentence of its own."""
    question, answer = reply.requests[0], reply.dispositions[0]
    ids = [f"question-{number}" for number in range(4 + others)]
    kinds = [Answer.ANSWERED_HERE] * 4 + [Answer.DECLINED] * others
    record = attrs.evolve(
        reply,
        requests=tuple(attrs.evolve(question, id=id) for id in ids),
        dispositions=tuple(
            attrs.evolve(answer, request=id, answer=kind)
            for id, kind in zip(ids, kinds, strict=True)
        ),
        statements=(),
    )
    said = under(briefing([record], as_of=AS_OF, language="nl"), "Vragen en antwoorden")
    all_of_them = "De beantwoording van 12 maart 2024 geeft antwoord op alle vragen."
    rest = all_of_them.replace("alle vragen", "elke vraag waarbij niets anders staat")

    assert said[1] == (rest if others else all_of_them)
    assert not [each for each in said if "geeft hierop antwoord" in each]
    assert len([each for each in said if "wijst dit af" in each]) == others
    assert len([each for each in said if each.startswith(QUESTION)]) == 4 + others


def test_what_is_in_dutch_throughout_is_said_once(reply: PolicyRecord) -> None:
    """A mark before each summary would be a wall; runs say their language to a screen reader."""
    for view in (briefing, dossier, annex):
        note = view([reply], as_of=AS_OF, language="en")
        said = " ".join(text(runs) for block in note.blocks for runs in runs_of(block))

        assert "[Dutch]" not in said + note.title
        assert "The summaries are in Dutch; they do not exist in English yet." in said
        assert "Functions and names that are recorded in Dutch only are given in Dutch." in said
        assert note.foreign_names.names["minister van Buitenlandse Betrekkingen"] == "nl"


def test_tracker_and_page_say_once_what_is_in_dutch_throughout(reply: PolicyRecord) -> None:
    """As the note does; on the page each text says its language to a screen reader."""
    said_once = "The summaries are in Dutch; they do not exist in English yet."
    found = tracker([reply], as_of=AS_OF, language="en")
    page = reading_page([reply], as_of=AS_OF, language="en")
    (shown,) = page.records()
    cells = [
        str(cell) for each in (*found.sections, *found.tables) for r in each.rows for cell in r
    ]

    assert found.languages == said_once
    assert not [cell for cell in cells if "[Dutch]" in cell]
    assert page.languages == said_once
    assert said_once not in dict(page.notes()).values()
    assert [(e.summary.text, e.summary.language) for e in shown.entries] == [
        (QUESTION, "nl"),
        ("De minister informeert de Kamer over de opleiders.", "nl"),
    ]
    assert tracker([reply], as_of=AS_OF, language="nl").languages is None


def test_what_people_edit_keeps_the_mark_of_its_language(reply: PolicyRecord) -> None:
    """In an English tracker a Dutch note that is corrected after its mark stays Dutch."""
    update = Update(
        statement="inform",
        date=ANSWERED,
        by="minister",
        note=LocalText(nl="De opleiders zijn vertrokken."),
    )
    known = attrs.evolve(reply, updates=(update,))
    (note,) = tracker([known], as_of=AS_OF, language="en").table("commitments").column("note")

    assert note == "[Dutch] De opleiders zijn vertrokken."


def test_what_is_in_dutch_in_part_is_marked_where_it_stands(reply: PolicyRecord) -> None:
    """With one summary in English, a reader cannot know which others are."""
    asked = attrs.evolve(
        reply.requests[0], summary=LocalText(nl=QUESTION, en="How many trainers work in Veldonia?")
    )
    mixed = attrs.evolve(reply, requests=(asked,))
    note = dossier([mixed], as_of=AS_OF, language="en")
    said = " ".join(text(runs) for block in note.blocks for runs in runs_of(block))

    assert "[Dutch] De minister informeert de Kamer over de opleiders." in said
    assert "where it says [Dutch], the Dutch text follows" in said


def test_a_table_names_a_paper_without_a_number_by_its_day(reply: PolicyRecord) -> None:
    """Its title in each row would take more lines than all else in it."""
    note = annex([reply], as_of=AS_OF, language="nl")
    ((*_, paper, _owner, _day, _state),) = grid(note, "Nr.").rows

    assert text(paper) == "Beantwoording van vragen van 12 maart 2024"


def test_two_commitments_alike_are_both_so(reply: PolicyRecord) -> None:
    """Of two nobody says that all of them are."""
    first = reply.commitments[0]
    twice = attrs.evolve(reply, statements=(first, attrs.evolve(first, id="again")))

    dutch = under(briefing([twice], as_of=AS_OF, language="nl"), "Kern")
    english = under(briefing([twice], as_of=AS_OF, language="en"), "Issue")

    assert "Twee toezeggingen staan open; ze zijn allebei stellig." in " ".join(dutch)
    assert "Two commitments are open; both are firm." in " ".join(english)
