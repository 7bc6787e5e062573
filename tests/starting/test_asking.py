"""Who put the questions that a paper answers, and when."""

import datetime as dt

import pytest

from ssrpolicy.starting.head import Head, head_of
from tables import each_case

ANSWERS = (
    "Vragen van {who} aan de Minister van Defensie over de havens (ingezonden 2 juli 2024).\n"
    "Antwoord van Minister Voorbeeld (Defensie) (ontvangen 3 september 2024).\n"
    "Vraag 1\nKlopt dit?\nAntwoord 1\nJa.\n"
)
LIST = (
    "31 999 Havenbeleid\nNr. 12 LIJST VAN VRAGEN EN ANTWOORDEN\nVastgesteld 4 december 2018\n"
    "De vaste commissie voor Havens1 heeft een aantal vragen voorgelegd aan de {whom} over de "
    "brief van 31 oktober 2018 inzake havens (Kamerstuk 31 999, nr. 9).\n{answered}\n"
    "De voorzitter van de commissie, Bos\nVraag 1\nKlopt dit?\nJa.\nVraag 2\nEn dit?\nNee.\n"
)
ANSWERED = "De vragen zijn hierna afgedrukt. De Minister heeft deze vragen beantwoord bij brief."


def asked(head: Head) -> list[str]:
    """The ids of those who asked."""
    return [] if head.questions is None else [each.value for each in head.questions.authors]


@each_case("day", ["2 juli 2024", "2 jul. 2024"])
def test_questions_are_of_the_day_on_which_they_were_sent(day: str) -> None:
    """As it is written in a heading: whole, or with a month that is cut short."""
    words = ANSWERS.replace("2 juli 2024", day).format(who="het lid Bos (XYZ)")
    questions = head_of(words).questions

    assert questions is not None
    assert questions.date == dt.date(2024, 7, 2)


@each_case(
    "who, names",
    [
        ("het lid Bos (XYZ)", ["bos"]),
        ("het lid Karel van Kok (XYZ)", ["karel-van-kok"]),
        ("de leden Bos, Van Kok en\nDe Wit (allen XYZ)", ["bos", "van-kok", "de-wit"]),
        ("de leden Bos (XYZ), Kok-Smit (QR) en De Wit (XYZ)", ["bos", "kok-smit", "de-wit"]),
        ("de leden Bos, die eerder vragen stelde, en Kok", []),
    ],
)
def test_members_ask(who: str, names: list[str]) -> None:
    """All who ask are read, without their parties; where a name is not one, nobody is."""
    head = head_of(ANSWERS.format(who=who))

    assert asked(head) == names
    assert [each.value for each in head.authors] == ["minister-defensie"]
    assert head.date == dt.date(2024, 9, 3)
    if head.questions is not None:
        assert head.questions.date == dt.date(2024, 7, 2)


@pytest.mark.parametrize(
    "whom, authors",
    [
        ("Minister van Defensie", ["minister-defensie"]),
        ("Ministers van Defensie en van Financiën", ["minister-defensie", "minister-fin"]),
    ],
)
def test_a_committee_asks(whom: str, authors: list[str]) -> None:
    """A list of questions and answers is by those who answer, and the committee asked."""
    head = head_of(LIST.format(whom=whom, answered=ANSWERED))

    assert [each.value for each in head.authors] == authors
    assert asked(head) == ["vaste-commissie-voor-havens"]


@each_case(
    "asks",
    [
        "De vaste commissie voor Havens, Visserij en Kust heeft de volgende vragen gesteld",
        (
            "De vaste commissie voor Havens, Visserij en Kust (1) heeft vragen voorgelegd aan de "
            "Minister van Defensie"
        ),
        (
            "In de vaste commissie voor Havens, Visserij en Kust bestond bij enkele fracties "
            "behoefte vragen en opmerkingen voor te leggen aan de Minister van Defensie"
        ),
        (
            "Binnen de vaste commissie voor Havens, Visserij en Kust hebben enkele fracties de "
            "behoefte om vragen en opmerkingen voor te leggen"
        ),
    ],
)
@each_case("them", ["ze", "deze", "de vragen en opmerkingen"])
def test_a_report_of_questions_says_who_answered_them(asks: str, them: str) -> None:
    """By letter, in the passive voice, and whether or not it names whom the questions went to."""
    head = head_of(
        "31 999 Havenbeleid\nNr. 12 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN\n"
        f"Vastgesteld 4 december 2018\n{asks} over de brief van 31 oktober 2018 inzake havens.\n"
        "De vragen zijn op 5 november 2018 voorgelegd. Bij brief van 3 december 2018 "
        f"zijn {them} door de Minister van Defensie beantwoord.\nVraag 1\nKlopt dit?\nJa.\n"
    )

    assert [each.value for each in head.authors] == ["minister-defensie"]
    assert asked(head) == ["vaste-commissie-voor-havens-visserij-en-kust"]


@each_case(
    "question",
    [
        "",
        "Kunt u deze vragen afzonderlijk beantwoorden?",
        "Wilt u deze vragen vóór 1 september beantwoorden?",
        "Heeft u signalen ontvangen?",
        "Wanneer heeft u de brief (ontvangen 3 mei 2024) gelezen?",
        "Klopt het dat de vorige Minister deze vragen niet heeft beantwoord?",
        "Waarom zijn de vragen beantwoord die niemand stelde?",
        "Heeft u een\nantwoord van de haven?",
        "Graag de vragen afzonderlijk beantwoorden.",
    ],
)
@each_case("heading", ["Vraag 1\n", "1\n", "1. ", ""])
def test_questions_by_themselves_are_of_who_asks(heading: str, question: str) -> None:
    """They have their authors and the day on which they were sent, whatever a question asks for."""
    text = ANSWERS.format(who="het lid Bos (XYZ)").partition("Antwoord van")[0]
    head = head_of(f"{text}{heading}Klopt dit?\n{question}\n")

    assert ([each.value for each in head.authors], head.questions) == (["bos"], None)
    assert head.date == dt.date(2024, 7, 2)


@each_case(
    "answers",
    [
        "Antwoord\nvan Minister Voorbeeld (Defensie).\nVraag 1\nKlopt dit?",
        "Vraag 1\nKlopt dit?\nAntwoord 1\nJa.",
        "Vraag 1\nKlopt dit?\nAntwoord op vraag 1\nJa.",
        "1. Klopt dit?\nAntwoord: Ja.",
        "1. Klopt dit?\nANTWOORD\nJa.",
        "De Minister heeft deze vragen bij brief van 3 mei 2024 beantwoord.",
        "Geachte voorzitter,\nHierbij beantwoord ik deze vragen.",
    ],
)
def test_a_head_or_a_heading_says_that_a_paper_answers(answers: str) -> None:
    """Who asked is then not its author."""
    text = ANSWERS.format(who="het lid Bos (XYZ)").partition("Antwoord van")[0]

    assert "bos" not in [each.value for each in head_of(f"{text}{answers}\n").authors]


@each_case(
    "between",
    [
        ".\nZie ook de vragen van het lid Kok (ingezonden 1 januari 2030).\n",
        ". Zie ook mijn brief (ingezonden 1 januari 2030).\n",
        " en over de antwoorden op vragen van het lid Kok (ingezonden 1 januari 2030).\n",
        ".\nVraag 1\nKent u de brief (ingezonden 1 januari 2030)?\n",
    ],
)
def test_the_day_of_other_questions_is_not_theirs(between: str) -> None:
    """The day on which they were sent stands in the sentence that says who asks."""
    head = head_of(
        f"Vragen van het lid Bos (XYZ) aan de Minister van Defensie over de havens{between}"
        "Antwoord van Minister Voorbeeld (Defensie) (ontvangen 3 september 2031).\n"
    )

    assert asked(head) == ["bos"]
    assert head.questions is not None
    assert (head.questions.date, head.questions.words) == (None, "Bos (XYZ)")


@each_case("link", [", en de\n", " en de ", " alsmede van de\n", ", de\n"])
def test_of_questions_answered_together_all_or_nobody_asked(link: str) -> None:
    """One of two is not named as the only one."""
    head = head_of(
        f"Vragen van het lid Bos (XYZ) aan de Minister van Defensie over de havens{link}vragen van "
        "het lid Kok (QR) aan de Minister van Defensie over de haven (ingezonden 3 maart 2031).\n"
        "Antwoord van Minister Voorbeeld (Defensie) (ontvangen 3 september 2031).\n"
    )
    later = head_of(
        "AH 12\nAntwoord van Minister Voorbeeld (Defensie) op de vragen van het lid Bos (XYZ) aan "
        f"de Minister van Defensie over de havens{link}vragen van het lid Kok (QR) aan de Minister "
        "van Defensie over de haven (ingezonden 3 maart 2031).\n"
    )

    assert (asked(head), asked(later)) == ([], [])


@pytest.mark.parametrize("put", ["geen vragen meer gesteld", "niet langer vragen voorgelegd"])
def test_who_asks_nothing_is_not_who_asked(put: str) -> None:
    """A denial names nobody."""
    head = head_of(
        "31 999 Havenbeleid\nNr. 12 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 4 december "
        f"2018\nDe vaste commissie voor Defensie heeft {put} aan de Minister van Defensie over de "
        "brief van 31 oktober 2018 inzake havens.\n"
    )

    assert (asked(head), head.authors) == ([], ())


def test_a_notice_is_of_who_sends_it() -> None:
    """A notice that the answers come later is not the paper of who asked."""
    head = head_of(
        ANSWERS.format(who="het lid Bos (XYZ)").replace("Antwoord van", "Mededeling van")
    )

    assert ([each.value for each in head.authors], asked(head)) == (["minister-defensie"], ["bos"])


def test_a_motion_of_a_meeting_has_its_day() -> None:
    """A motion that was moved in a committee has the day of its meeting."""
    head = head_of(
        "31 999 Havenbeleid\nNr. 16 MOTIE VAN HET LID BOS\nVoorgesteld tijdens het "
        "Wetgevingsoverleg van 3 juni 2031\nDe Kamer,\ngehoord de beraadslaging,\n"
    )

    assert head.date == dt.date(2031, 6, 3)
