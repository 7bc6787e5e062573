"""An answer that a later letter took the place of is shown as an earlier one, with its letter."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

from notes_read import under
from ssrpolicy import (
    Answer,
    Disposition,
    Document,
    DocumentKind,
    LocalText,
    PaperNumber,
    PolicyRecord,
    Request,
)
from ssrpolicy.cli.main import _command
from ssrpolicy.model import Handling
from ssrpolicy.testing import small_record
from ssrpolicy.views import dossier, listing, reading_page, tracker
from ssrpolicy.views.shared import ReadingContext
from tables import each_case

FIRST, SECOND = dt.date(2010, 5, 3), dt.date(2010, 9, 14)
DAY = dt.date(2011, 6, 1)
NUMBER = "Kamerstukken II, 99001, nr. 124"


def answered(*answers: tuple[str, Answer, str | None]) -> PolicyRecord:
    """The small record with one request and its answers, each with letter and scope."""
    small = small_record()
    letters = (
        Document(id="first-letter", kind=DocumentKind.LETTER, date=FIRST),
        Document(id="second-letter", kind=DocumentKind.LETTER, date=SECOND),
    )
    return attrs.evolve(
        small,
        documents=(*small.documents, *letters),
        requests=(Request(id="ladders", document="letter", summary=LocalText(nl="Koop ladders.")),),
        dispositions=tuple(
            Disposition(
                request="ladders",
                document=document,
                answer=answer,
                scope=None if scope is None else LocalText(nl=scope),
            )
            for document, answer, scope in answers
        ),
    )


TWICE = (("first-letter", Answer.UNANSWERED, None), ("second-letter", Answer.ANSWERED_HERE, None))


LADDERS = ("first-letter", Answer.DECLINED, "de ladders")
HOSES = ("second-letter", Answer.PROMISED, "de slangen")
SAME_DAY = (TWICE[0], ("first-letter", Answer.DECLINED, None))


@each_case(
    "answers, day, earlier",
    [
        (TWICE, DAY, [True, False]),
        (TWICE, FIRST, [False, False]),
        (TWICE[::-1], DAY, [False, True]),
        ((LADDERS, HOSES), DAY, [False, False]),
        ((LADDERS, TWICE[1]), DAY, [True, False]),
        ((TWICE[0], HOSES), DAY, [True, False]),
        (SAME_DAY, DAY, [False, False]),
    ],
)
def test_a_later_letter_takes_the_place_of_an_answer_of_its_scope(
    answers: tuple[tuple[str, Answer, str | None], ...], day: dt.date, earlier: list[bool]
) -> None:
    """Two answers of one letter, or on two subjects, both count; so does one of a later day."""
    record = answered(*answers)
    context = ReadingContext(record, "nl", day)

    assert [context.is_earlier(each) for each in record.dispositions] == earlier


def test_the_tracker_gives_no_colour_to_an_earlier_answer() -> None:
    """A colour stands for a state that holds; the words say that this one does not any more."""
    requests = tracker([answered(*TWICE)], as_of=DAY, language="nl").table("requests")

    assert requests.column("answer") == ("Niet beantwoord (eerder antwoord)", "Beantwoord")
    assert requests.column("answered_in") == ("Brief van 3 mei 2010", "Brief van 14 september 2010")


def test_the_note_and_the_page_say_which_answer_is_earlier() -> None:
    """Both stand with the letter and its date."""
    record = answered(*TWICE)
    note = dossier([record], as_of=DAY, language="nl")
    (read,) = reading_page([record], as_of=DAY, language="nl").records()
    (request,) = (each for each in read.entries if each.kind == "request")

    assert "De brief van 3 mei 2010 gaat hier niet op in (eerder antwoord)." in under(
        note, "Wat is gevraagd en geantwoord"
    )
    assert [(answer.value, answer.text) for answer in request.answers] == [
        ("earlier", "niet beantwoord (eerder antwoord)"),
        ("answered_here", "beantwoord"),
    ]


@pytest.mark.parametrize("entry", [(), ("radar-when",)])
def test_the_terminal_names_the_letter_of_each_answer(fixtures: Path, entry: tuple[str]) -> None:
    """In the whole record and for one request."""
    record = str(fixtures / "records" / "lagemeer-2031-7")
    command: Callable[..., object] = CliRunner().invoke
    result = command(_command, ["show", record, *entry, "--as-of", "2034-04-15"])
    said = " ".join(str(result.output).split())  # type: ignore[attr-defined]  # click's result

    assert "uitgesteld (eerder antwoord)" in said
    assert "brief van 20 juni 2033" in said


@pytest.mark.parametrize(
    "answers, sentence",
    [
        (
            (Answer.DECLINED, Answer.ANSWERED_HERE),
            "geeft hierop verschillende antwoorden: afgewezen en beantwoord.",
        ),
        ((Answer.PROMISED, Answer.CONDITIONAL), "zegt dit toe en verbindt hieraan voorwaarden."),
    ],
)
def test_a_letter_does_not_decline_and_answer_the_same_thing(
    answers: tuple[Answer, ...], sentence: str
) -> None:
    """Where no answer says what part it is about, they are said to differ."""
    record = answered(*(("first-letter", answer, None) for answer in answers))
    note = dossier([record], as_of=DAY, language="nl")

    assert sentence in " ".join(under(note, "Kernpunten"))


def test_an_answer_in_another_record_takes_the_place_of_one_to_the_same_motion() -> None:
    """What a motion requests is one request, whichever record has it and its later answer."""
    first, second = (_asked(*answer) for answer in (("first", FIRST), ("second", SECOND)))
    handling = Handling((first, second), DAY)
    contexts = [ReadingContext(each, "nl", DAY, handling=handling) for each in (first, second)]

    assert [each.is_earlier(each.record.dispositions[0]) for each in contexts] == [True, False]
    requests = tracker([first, second], as_of=DAY, language="nl").table("requests")
    assert requests.column("answer") == ("Afgewezen (eerder antwoord)", "Afgewezen")
    assert tracker([first], as_of=DAY, language="nl").table("requests").column("answer") == (
        "Afgewezen",
    )


def _asked(id: str, day: dt.date) -> PolicyRecord:
    """A record of a letter of this day that declines what a motion requests."""
    small = small_record()
    motion = Document(
        id="motion", kind=DocumentKind.MOTION, number=PaperNumber.parse("kst-99001-100")
    )
    asked = Request(id="ladders", document="motion", summary=LocalText(nl="Koop ladders."))
    answer = Disposition(request="ladders", document="letter", answer=Answer.DECLINED)
    return attrs.evolve(
        small,
        id=id,
        documents=(attrs.evolve(small.documents[0], date=day), motion),
        requests=(asked,),
        dispositions=(answer,),
    )


def test_a_list_has_the_letter_of_each_answer_and_what_an_earlier_one_promised() -> None:
    """A motion in hand for the promise of an earlier answer has that promise, and its last day."""
    small = small_record()
    record = _asked("asked", FIRST)
    promise = attrs.evolve(
        record.dispositions[0], answer=Answer.PROMISED, by=(small.commitments[0].id,)
    )
    later = Document(id="second-letter", kind=DocumentKind.LETTER, date=SECOND)
    refused = Disposition(request="ladders", document="second-letter", answer=Answer.DECLINED)
    record = attrs.evolve(
        record, documents=(*record.documents, later), dispositions=(promise, refused)
    )
    motions = listing(record, "motions", as_of=DAY).table
    changes = listing(record, "changes", as_of=DAY, since=dt.date(2010, 1, 1)).table

    assert motions.column("open") == (1,)
    assert motions.column("next_due") == (record.progress(small.commitments[0].id, as_of=DAY).due,)
    assert [text for text in changes.column("text") if str(text).startswith("Koop")] == [
        f"Koop ladders. Toegezegd (eerder antwoord): brief van 3 mei 2010 ({NUMBER})",
        "Koop ladders. Afgewezen: brief van 14 september 2010",
    ]
