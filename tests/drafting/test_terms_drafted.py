"""The terms of what a letter undertakes: found whole, and those of what it is for left out."""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Course, Draft
from tables import each_case

Commitments = Callable[[str], list[Commitment]]


def _terms(made: list[Commitment]) -> list[tuple[str, str | None] | None]:
    terms = [each.timeframe for each in made]
    return [
        (term.phrase, str(term.date) if term.date else None) if term else None for term in terms
    ]


@each_case(
    "sentence, phrase, date",
    [
        ("Ik informeer uw Kamer tussen 1 en 15 oktober over de uitkomsten.",
         "tussen 1 en 15 oktober", "2031-10-01/2031-10-15"),
        ("De regeling gaat voor de gemeenten op 1 juli 2032 in.", "op 1 juli 2032", "2032-07-01"),
        ("Ik stuur uw Kamer uiterlijk twee weken na ontvangst van het advies een brief.",
         "uiterlijk twee weken na ontvangst van het advies", None),
        ("Ik voer de maatregelen, zoals die aan de Kamer zijn gestuurd zo spoedig mogelijk uit.",
         "zo spoedig mogelijk", None),
        ("Zodra het advies er is stuur ik uw Kamer een brief.", "Zodra het advies er is", None),
        ("Ik stuur uw Kamer voor het einde van het parlementaire jaar een plan.",
         "voor het einde van het parlementaire jaar", None),
        ("Ik zal u voorafgaand aan het commissiedebat van 21 oktober 2031 informeren.",
         "voorafgaand aan het commissiedebat van 21 oktober 2031", "2031-10-20"),
        ("Met Prinsjesdag zal ik uw Kamer hierover informeren.", "Met Prinsjesdag", "2031-09-16"),
        ("Ik ontvang in week 45 het advies en zal uw Kamer in week 48 informeren.",
         "in week 48", "2031-11-24/2031-11-30"),
        ("Ik zal tijdens het overleg pleiten voor herziening van afspraken in juni 2032.",
         "tijdens het overleg", None),
        ("Ik zal dit tijdens het debat bespreken in juni 2032.", "tijdens het debat", None),
        ("Ik zal u voor het AO Zeehavens van 20 juni 2032 informeren.",
         "voor het AO Zeehavens van 20 juni 2032", "2032-06-19"),
        ("Ik zal u voor het AO Zeevisserij in april informeren.",
         "voor het AO Zeevisserij in april", "2032-04"),
    ],
)  # fmt: skip
def test_a_term_is_drafted_whole(
    commitments: Commitments, sentence: str, phrase: str, date: str | None
) -> None:
    """Its date is that of its words; an event or occasion has none."""
    assert _terms(commitments(sentence))[0] == (phrase, date)


@each_case(
    "sentence, term",
    [
        ("Ik neem maatregelen om de uitstoot voor 2034 te halveren.", None),
        ("Ik zal het plan herzien, zodat het in 2034 in werking kan treden.", None),
        ("Om de doelen voor 2034 te halen stuur ik uw Kamer eind 2031 een plan.",
         ("eind 2031", "2031")),
        ("Het kabinet stelt in mei 2032 een fonds in om voor 2034 de havens te vergroenen.",
         ("in mei 2032", "2032-05")),
        ("Ik ben voornemens om uw Kamer voor 1 juli 2032 te informeren.",
         ("voor 1 juli 2032", "2032-06-30")),
        ("Ik streef ernaar om het plan in 2032 te sturen.", ("in 2032", "2032")),
    ],
)  # fmt: skip
def test_when_the_effect_will_be_is_not_the_term_of_what_is_done(
    commitments: Commitments, sentence: str, term: tuple[str, str] | None
) -> None:
    """What is done for something has a term of its own or none; what is intended has its term."""
    assert _terms(commitments(sentence)) == [term]


@each_case(
    "sentence, term",
    [
        ("Ik stuur uw Kamer in mei van het volgende jaar een brief.",
         ("in mei van het volgende jaar", "2032-05")),
        ("In het voorjaar van het komende jaar stuur ik uw Kamer een brief.",
         ("In het voorjaar van het komende jaar", "2032-21")),
        ("Ik stuur uw Kamer in het eerste kwartaal van komend jaar een brief.",
         ("in het eerste kwartaal van komend jaar", "2032-01/2032-03")),
        ("Zoals ik in mei vorig jaar heb toegezegd, ontvangt u een brief.", None),
        ("Zoals ik in het derde kwartaal van vorig jaar heb toegezegd, ontvangt u een brief.",
         None),
        ("Zoals ik op 1 oktober jl. heb toegezegd, ontvangt u een brief.", None),
        ("Zoals toegezegd tijdens het AO Havens van 10 mei, ontvangt u een brief.", None),
        ("Zoals ik afgelopen mei heb toegezegd, ontvangt u in oktober een brief.",
         ("in oktober", "2031-10")),
    ],
)  # fmt: skip
def test_a_term_of_another_year_is_that_years_and_one_that_is_over_is_none(
    commitments: Commitments, sentence: str, term: tuple[str, str] | None
) -> None:
    """What was promised last year says not by when something will be done."""
    assert _terms(commitments(sentence)) == [term]


@each_case(
    "sentence, first, second",
    [
        ("Ik publiceer het plan uiterlijk 1 juni 2032 en werk het jaarlijks bij.",
         "uiterlijk 1 juni 2032", "jaarlijks"),
        ("Ik stuur uw Kamer in mei het plan en daarna jaarlijks een rapportage.",
         "in mei", "jaarlijks"),
        ("Voor het zomerreces ontvangt uw Kamer het plan, en na het kerstreces de evaluatie.",
         "Voor het zomerreces", "na het kerstreces"),
    ],
)  # fmt: skip
def test_what_is_done_by_a_day_and_what_comes_back_are_two(
    commitments: Commitments, sentence: str, first: str, second: str
) -> None:
    """Each has its term, and only the second recurs where it says so."""
    made = commitments(sentence)

    assert [each.timeframe and each.timeframe.phrase for each in made] == [first, second]
    assert (made[1].course is Course.RECURRING) == (second == "jaarlijks")


@each_case(
    "sentence, course",
    [
        ("Ik informeer uw Kamer om de twee jaar over de havens.", Course.RECURRING),
        ("Ik zal uw Kamer een tweejaarlijkse rapportage over de havens sturen.", Course.RECURRING),
        ("Ik stel hiervoor in 2032 drie miljoen euro per jaar beschikbaar.", Course.ONCE),
    ],
)
def test_what_comes_back_by_the_words_of_the_grammar_recurs(
    commitments: Commitments, sentence: str, course: Course
) -> None:
    """How often something is done is read by the same words; an amount a year is not that."""
    assert [each.course for each in commitments(sentence)] == [course]


@pytest.mark.parametrize(
    "sentence",
    [
        "Na inwerkingtreding van de wet informeer ik uw Kamer binnen drie maanden.",
        "Er volgt overleg, waarna ik uw Kamer binnen twee weken zal informeren.",
    ],
)
def test_what_counts_from_what_happens_first_has_no_date(
    commitments: Commitments, sentence: str
) -> None:
    """The day on which that happens is not known, wherever the sentence says it."""
    terms = [each.timeframe for each in commitments(sentence)]

    assert terms
    assert [term for term in terms if term is None or term.date is not None] == []


def test_who_works_towards_something_promises_no_outcome(commitments: Commitments) -> None:
    """Whatever year it is to be reached in."""
    (made,) = commitments("Daarom werkt het kabinet toe naar schone havens in 2050.")

    assert made.firmness == "aspirational"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ambities voor 2034 en 2050 helpen de stap te zetten naar schone havens.",
        "Deze cijfers dienen als basis voor de raming voor het lopende jaar en verder.",
    ],
)
def test_what_is_made_for_a_year_is_not_done_by_then(
    commitments: Commitments, sentence: str
) -> None:
    """The year says what the plan or estimate is about."""
    assert commitments(sentence) == []


@each_case(
    "sentence, phrase, date",
    [
        ("Ik zal u zo spoedig mogelijk informeren, uiterlijk op 20 juni 2032.",
         "uiterlijk op 20 juni 2032", "2032-06-20"),
        ("Ik zal uw Kamer zo spoedig mogelijk het plan sturen, maar in elk geval voor 1 juli 2032.",
         "voor 1 juli 2032", "2032-06-30"),
        ("Ik zal u spoedig informeren, in elk geval ruimschoots voor het WGO Havens op 20 juni.",
         "ruimschoots voor het WGO Havens op 20 juni", "2032-06-19"),
        ("Op korte termijn stuur ik uw Kamer een brief, in elk geval in mei 2032.",
         "in mei 2032", "2032-05"),
        ("Te zijner tijd informeer ik uw Kamer, doch niet later dan 1 juli 2032.",
         "niet later dan 1 juli 2032", "2032-07-01"),
        ("Voor 1 juli 2032 zal ik uw Kamer zo spoedig mogelijk informeren.",
         "Voor 1 juli 2032", "2032-06-30"),
        ("Ik stuur uw Kamer de nota zodra die gereed is, maar uiterlijk 1 oktober 2032.",
         "uiterlijk 1 oktober 2032", "2032-10-01"),
        ("Ik stuur uw Kamer in mei 2032 de nota zodra die gereed is.",
         "in mei 2032", "2032-05"),
        ("Zo spoedig mogelijk stuur ik uw Kamer een brief, maar de havens sluiten op 1 juli 2032.",
         "Zo spoedig mogelijk", None),
        ("Ik zal uw Kamer zo spoedig mogelijk informeren en voor 1 juli 2032 gaan de havens dicht.",
         "zo spoedig mogelijk", None),
        ("Ik informeer uw Kamer binnenkort over het plan en uiterlijk 1 juli 2032 gaat de wet in.",
         "binnenkort", None),
        ("Ik zal zo spoedig mogelijk starten en uiterlijk 1 september 2032 evalueren.",
         "zo spoedig mogelijk", None),
        ("Ik stuur uw Kamer binnenkort een plan, en in elk geval voor 1 juli 2032 sluit de haven.",
         "binnenkort", None),
        ("Ik informeer uw Kamer binnenkort over het plan en uiterlijk op 1 juli 2032 per brief.",
         "uiterlijk op 1 juli 2032", "2032-07-01"),
    ],
)  # fmt: skip
def test_the_harder_end_of_what_is_done_soon_is_its_term(
    commitments: Commitments, sentence: str, phrase: str, date: str | None
) -> None:
    """Soon, and in any case by a day: that day; what something else says when is not its end."""
    assert _terms(commitments(sentence))[0] == (phrase, date)


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "In de nieuwe Havenwet, die op 1 januari 2032 in werking treedt, is vastgelegd dat "
            "havens hun kades meten."
        ),
        (
            "Mijn collega begeleidt de uitvoering van de Havenwet, welke op 1 januari 2032 in "
            "werking treedt."
        ),
    ],
)
def test_a_term_in_a_relative_clause_is_not_that_of_the_main_verb(
    commitments: Commitments, sentence: str
) -> None:
    """What is so already is not announced by a day on which something else happens."""
    assert commitments(sentence) == []


def test_a_decision_has_no_term_of_what_it_follows_from(commitments: Commitments) -> None:
    """It is undertaken, and when is not said."""
    assert _terms(
        commitments("Op basis van de meting, die in mei 2032 klaar is, neem ik maatregelen.")
    ) == [None]


def test_what_is_done_not_then_but_later_has_the_later_term(
    english: Callable[[str], Draft],
) -> None:
    """The words deny the day, and not what is done."""
    said = "I will not publish the review in June 2032, but in July 2032."
    entries = [each.entry for each in english(said).proposals]

    assert _terms([each for each in entries if isinstance(each, Commitment)]) == [
        ("in July 2032", "2032-07")
    ]
