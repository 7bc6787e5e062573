"""Note, tracker and page on written questions speak of questions, and of who put them."""

import datetime as dt

import attrs
import pytest

from notes_read import grid, runs_of, text, under
from ssrpolicy import Answer, Language, LocalText, PaperNumber, PolicyRecord
from ssrpolicy.views import annex, briefing, reading_page, tracker
from views.written_questions.answers import ANSWERED, QUESTION

AS_OF = dt.date(2024, 6, 1)


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
    other = attrs.evolve(reply, id=f"{reply.id}-2")
    page = reading_page([reply], as_of=AS_OF, language=language)
    (shown,) = page.records()
    (kinds,) = [each for each in page.filters if each.key == "kind"]

    assert found.title.startswith(title)
    assert f"1 {kind}" in found.counts
    both = tracker([reply, other], as_of=AS_OF, language=language)
    assert title.partition(" ")[0] in [each.label for each in both.table("records").columns]
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


@pytest.mark.parametrize(
    "language, head, name",
    [
        ("nl", "Nr.", "Antwoorden van 12 maart 2024 op vragen"),
        ("en", "No.", "Answers of 12 March 2024 to questions"),
    ],
)
def test_a_table_names_a_paper_without_a_number_by_its_day(
    reply: PolicyRecord, language: Language, head: str, name: str
) -> None:
    """The day is that of the answers; the title in each row would take more lines than all else."""
    note = annex([reply], as_of=AS_OF, language=language)
    ((*_, paper, _owner, _day, _state),) = grid(note, head).rows

    assert text(paper) == name


def test_two_commitments_alike_are_both_so(reply: PolicyRecord) -> None:
    """Of two nobody says that all of them are."""
    first = reply.commitments[0]
    twice = attrs.evolve(reply, statements=(first, attrs.evolve(first, id="again")))

    dutch = under(briefing([twice], as_of=AS_OF, language="nl"), "Kern")
    english = under(briefing([twice], as_of=AS_OF, language="en"), "Issue")

    assert "Twee toezeggingen staan open; ze zijn allebei stellig." in " ".join(dutch)
    assert "Two commitments are open; both are firm." in " ".join(english)
