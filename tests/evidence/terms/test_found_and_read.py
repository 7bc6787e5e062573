"""What is found as a term is read as the same term."""

import datetime as dt

import pytest

from ssrpolicy.evidence.terms import phrases_in, read_term
from tables import each_case

PAPER = dt.date(2024, 3, 5)


@each_case(
    "language, phrase, date",
    [
        ("nl", "eind van de maand", "2024-03"),
        ("nl", "voor het einde van de maand", "2024-03"),
        ("nl", "aanstaande vrijdag", "2024-03-08"),
        ("nl", "uiterlijk dinsdag", "2024-03-12"),
        ("nl", "vrijdag a.s.", "2024-03-08"),
        ("nl", "uiterlijk vrijdag 5 juli", "2024-07-05"),
        ("en", "by Friday", "2024-03-08"),
        ("en", "before Friday", "2024-03-07"),
        ("en", "in FY2026", "2026~"),
        ("en", "by the end of FY2026-27", "2026/2027"),
        ("en", "in financial year 2026-27", "2026/2027"),
        ("en", "up to 2030", "2030"),
        ("nl", "in 2026 en verder", "2026/.."),
        ("nl", "in 2026 e.v.", "2026/.."),
        ("en", "in 2026 and beyond", "2026/.."),
        ("nl", "zo spoedig mogelijk, maar uiterlijk in mei 2026", "2026-05"),
        ("nl", "zo snel mogelijk en in ieder geval voor 1 juli", "2024-06-30"),
        ("en", "as soon as possible, and no later than 1 June", "2024-06-01"),
        ("nl", "op een termijn van twee jaar", "2026-03-05"),
        ("nl", "over enige maanden", "None"),
        ("nl", "wanneer het advies gereed is", "None"),
        ("nl", "voordat de regeling op 1 juli 2026 ingaat", "None"),
        ("nl", "alvorens te besluiten", "None"),
        ("nl", "volgend jaar maart", "2025-03"),
        ("nl", "volgend jaar in het derde kwartaal", "2025-07/2025-09"),
        ("nl", "volgend jaar op 1 mei", "2025-05-01"),
        ("nl", "eind volgend jaar september", "2025-09"),
        ("en", "next year, in the spring", "2025-21"),
        ("nl", "in het vierde kwartaal van dit jaar of het voorjaar van 2025", "2024-10/2025-21"),
        ("nl", "uiterlijk de eerste van juni", "2024-06-01"),
        ("en", "by the first of June", "2024-06-01"),
        ("nl", "primo 2026", "2026~"),
        (
            "nl",
            "binnen drie maanden na de laatste oefening, die gepland staat voor 12 mei 2024",
            "2024-08-12",
        ),
        ("nl", "binnen twee weken na het beraad, dat op 3 april 2024 plaatsvindt", "2024-04-17"),
        ("nl", "zes weken na de opening van de brug, voorzien voor 1 juni 2024", "2024-07-13"),
        ("nl", "binnen een half jaar na de proef (gepland op 4 april 2024)", "2024-10-04"),
        (
            "en",
            "within three months of the last exercise, which is planned for 12 May 2024",
            "2024-08-12",
        ),
        ("en", "within two months after the round, scheduled for 7 September 2024", "2024-11-07"),
    ],
)
def test_a_phrase_is_found_and_read_as_one(language: str, phrase: str, date: str) -> None:
    """What is found in a sentence is what is read; of two terms the day by which it is done."""
    frame = {"nl": "Dit is gereed {}.", "en": "This is ready {}."}[language].format(phrase)
    found = [frame[start:end] for start, end in phrases_in(frame, language)]

    assert found == [phrase]
    assert str(read_term(phrase, language=language, paper_date=PAPER).date) == date


@pytest.mark.parametrize(
    "language, sentence, phrases",
    [
        ("nl", "In mei 2026 en verder zal ik dit melden.", ["In mei 2026"]),
        ("nl", "Op vrijdag is de kade dicht.", []),
        ("nl", "Alvorens te besluiten wordt de Kamer bericht.", ["Alvorens te besluiten"]),
        (
            "nl",
            "Binnen twee weken na de oefening, op 3 juni 2024, stuur ik u een verslag.",
            ["Binnen twee weken na de oefening", "op 3 juni 2024"],
        ),
        (
            "nl",
            "Binnen twee weken na de oefening, die nog niet gepland staat, stuur ik een verslag.",
            ["Binnen twee weken na de oefening"],
        ),
        ("nl", "Voordat de wet ingaat informeer ik u.", ["Voordat de wet ingaat"]),
    ],
)
def test_what_only_looks_like_more_of_a_term_is_left(
    language: str, sentence: str, phrases: list[str]
) -> None:
    """A phrase ends where the sentence goes on, and a weekday by itself may be any."""
    assert [sentence[start:end] for start, end in phrases_in(sentence, language)] == phrases


@each_case(
    "sentence, phrase, date",
    [
        (
            "De evaluatie is voorzien voor het eerste kwartaal van 2025.",
            "het eerste kwartaal van 2025",
            "2025-01/2025-03",
        ),
        ("Het debat staat voor 3 mei 2024 gepland.", "3 mei 2024", "2024-05-03"),
        ("De evaluatie, die gepland staat voor mei 2025, volgt.", "mei 2025", "2025-05"),
        ("Het plan volgt voor mei 2025.", "voor mei 2025", "2025-04-30"),
        ("De start is gepland vóór mei 2025.", "vóór mei 2025", "2025-04-30"),
        ("Dit plan (gepland voor 2026) volgt.", "2026", "2026"),
        ("Ik zal het zoals gepland voor mei 2025 afronden.", "voor mei 2025", "2025-04-30"),
        ("Ik heb gepland voor mei 2025 klaar te zijn.", "voor mei 2025", "2025-04-30"),
    ],
)
def test_what_is_planned_for_a_period_is_in_it_and_not_before_it(
    sentence: str, phrase: str, date: str
) -> None:
    """Only of what is done, not of what is planned, "voor" says that it is before a period."""
    ((start, end),) = phrases_in(sentence, "nl")

    assert sentence[start:end] == phrase
    assert str(read_term(phrase, language="nl", paper_date=PAPER).date) == date
