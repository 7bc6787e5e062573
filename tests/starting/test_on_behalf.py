"""On whose behalf a letter is written, as running text says it."""

import pytest

from ssrpolicy.starting.head import head_of
from tables import each_case

MINISTER = "De minister van Buitenlandse Zaken,\nW.B. Voorbeeld"


def behalf(body: str, foot: str = MINISTER) -> list[str]:
    """The ids of those on whose behalf a letter of March 2023 with this text is written."""
    found = head_of(f"Den Haag, 3 maart 2023\n\n{body}\n\n{foot}\n")
    return [each.value for each in found.on_behalf_of]


@each_case(
    "words, named",
    [
        (
            "de Minister van Defensie en Staatssecretaris van Justitie en Veiligheid",
            ["minister-defensie", "staatssecretaris-jenv"],
        ),
        ("mijn ambtgenoten van Defensie en Financi\u00ebn", ["minister-defensie", "minister-fin"]),
        (
            "mijn ambtgenoten van Defensie en van Justitie en Veiligheid",
            ["minister-defensie", "minister-jenv"],
        ),
        (
            "mijn collega\u2019s, de ministers van Defensie en Financi\u00ebn,",
            ["minister-defensie", "minister-fin"],
        ),
        ("mijn ambtgenoot van Sociale Zaken en Werkgelegenheid", ["minister-szw"]),
        (
            (
                "de ministers van Buitenlandse Handel en Ontwikkelingssamenwerking, van Defensie "
                "en van Justitie en Veiligheid"
            ),
            ["minister-bhos", "minister-defensie", "minister-jenv"],
        ),
        (
            "de minister voor Klimaat en Energie (KenE) en de minister voor Natuur en Stikstof",
            ["minister-klimaat-en-energie", "minister-natuur-en-stikstof"],
        ),
        (
            "de minister en de staatssecretaris van Defensie",
            ["minister-defensie", "staatssecretaris-defensie"],
        ),
        ("de Minister-President en de Minister van Defensie", ["minister-az", "minister-defensie"]),
        (
            "de staatssecretarissen van Defensie en van Financi\u00ebn",
            ["staatssecretaris-defensie", "staatssecretaris-fin"],
        ),
        (
            "de\nministers van Volksgezondheid, Wel-\nzijn en Sport en van Financi\u00ebn,",
            ["minister-vws", "minister-fin"],
        ),
        ("de minister van Justitie & Veiligheid", ["minister-jenv"]),
        (
            "de staatssecretaris van Infrastructuur & Waterstaat en de minister van Defensie",
            ["staatssecretaris-ienw", "minister-defensie"],
        ),
        ("het kabinet", []),
    ],
)
def test_each_of_a_list_is_named(words: str, named: list[str]) -> None:
    """Colleagues, plurals, abbreviations and divided words: each whole function counts once."""
    assert behalf(f"Hierbij bied ik u, mede namens {words} het rapport aan.") == named
    assert behalf(f"Mede namens {words} informeer ik uw Kamer.") == named


@pytest.mark.parametrize("closing", ["Hoogachtend,", "Met vriendelijke groet,"])
def test_it_may_stand_between_the_closing_and_who_signs(closing: str) -> None:
    """Above who signs it belongs to this letter as well as below."""
    foot = f"{closing}\nmede namens de minister van Financi\u00ebn\n\n{MINISTER}"

    assert behalf("Hierbij ontvangt u het rapport.", foot) == ["minister-fin"]


def test_the_list_ends_where_the_sentence_goes_on() -> None:
    """Another minister in the same sentence is not one on whose behalf it is written."""
    words = (
        "Mede namens de minister van Defensie informeer ik u over de minister van Financi\u00ebn."
    )

    assert behalf(words) == ["minister-defensie"]


def test_a_colleague_of_a_state_secretary_is_just_that() -> None:
    """Whether the colleague is a minister, the words do not say."""
    foot = "De staatssecretaris van Defensie,\nC. Voorbeeld"

    assert behalf("Mede namens mijn ambtgenoot van Financi\u00ebn stuur ik u dit.", foot) == [
        "ambtgenoot-van-financien"
    ]


@pytest.mark.parametrize("between", ["mede namens ", "Mede namens\n", "mede namens:\n\n"])
@pytest.mark.parametrize(
    "function", ["de minister van Financi\u00ebn", "DE MINISTER VAN FINANCI\u00cbN"]
)
def test_a_signature_may_say_it(between: str, function: str) -> None:
    """Below the function of who signs stands on whose behalf too, on its line or below it."""
    foot = f"De minister van Defensie,\nK. Voorbeeld\n\n{between}{function}\nS. Naam"
    text = f"Den Haag, 3 maart 2023\n\nNederland volgt dit.\n\n{foot}\n"

    assert behalf("Nederland volgt dit.", foot) == ["minister-fin"]
    assert [each.value for each in head_of(text).authors] == ["minister-defensie"]


@each_case(
    "words",
    [
        "De ambassadeur sprak namens de minister van Defensie met de president.",
        "De Minister van Financi\u00ebn heeft u, mede namens de Minister van Defensie, ingelicht.",
        "In mijn brief van 3 maart heb ik u mede namens de Minister van Defensie ingelicht.",
        "Daarover heb ik mede namens de Minister van Defensie in het debat iets gezegd.",
        "Die steun heb ik ook namens de Minister van Defensie tijdens het overleg toegezegd.",
    ],
)
def test_what_others_did_on_behalf_of_a_minister_is_not_this_letter(words: str) -> None:
    """Another speaker and an earlier letter are not the writer of this one."""
    assert behalf(words) == []


def test_english_words() -> None:
    """An English letter says it likewise."""
    words = "Also on behalf of the Minister of Defence and the Minister of Finance, I inform you."

    assert behalf(words) == ["minister-defensie", "minister-fin"]


def test_two_ministers_answer_written_questions() -> None:
    """The line above the answers names both, and on whose behalf they write."""
    head = (
        "Vergaderjaar 2023\u20132024 Aanhangsel van de Handelingen\n2210\nVragen van het lid X.\n"
        "Antwoord van Minister Voorbeeld (Landbouw, Natuur en Voedselkwaliteit) en van Minister "
        "Van der Naam (Natuur\nen Stikstof), mede namens de Minister voor Klimaat en Energie "
        "(ontvangen 23 mei 2024)."
    )
    found = head_of(head)

    assert [each.value for each in found.authors] == [
        "minister-lnv-2017",
        "minister-natuur-en-stikstof",
    ]
    assert [each.value for each in found.on_behalf_of] == ["minister-klimaat-en-energie"]


def test_the_first_word_after_a_function_is_not_part_of_it() -> None:
    """An English sentence goes on with its subject after a comma."""
    text = (
        "The Hague, 3 March 2023\n\nDear President,\n\nAlso on behalf of the State Secretary for "
        "Example Affairs, I will report before the summer.\n\nThe Minister of Foreign Affairs,\nA."
    )

    assert [each.words for each in head_of(text).on_behalf_of] == [
        "State Secretary for Example Affairs"
    ]


def test_the_words_are_those_of_the_paper() -> None:
    """A list may have "van" where the letter says "voor"."""
    words = "Mede namens de minister voor Defensie informeer ik uw Kamer."
    found = head_of(f"Den Haag, 3 maart 2023\n\n{words}\n\n{MINISTER}\n").on_behalf_of

    assert [(each.value, each.words) for each in found] == [
        ("minister-defensie", "minister voor Defensie")
    ]


def test_answers_name_a_minister_by_person_and_portfolio() -> None:
    """The portfolio stands in brackets, for who answers as for whom it is done."""
    text = (
        "Vergaderjaar 2025\u20132026 Aanhangsel van de Handelingen\n\n1202\n\nAntwoord van "
        "Minister Bakker (Buitenlandse Zaken), mede namens Minister Visser (Defensie) (ontvangen "
        "24 februari 2026).\n\nVraag 1\nKlopt het?\n\nAntwoord 1\nJa.\n"
    )

    assert [each.value for each in head_of(text).on_behalf_of] == ["minister-defensie"]


@pytest.mark.parametrize("also", ["Tevens namens", "Ook namens"])
def test_it_is_said_in_several_words(also: str) -> None:
    """What "mede" says, other words say too."""
    assert behalf(f"{also} de minister van Defensie informeer ik u.") == ["minister-defensie"]


def test_a_day_with_dots_ends_no_sentence() -> None:
    """Those named after it are of the sentence in which the letter is sent."""
    body = (
        "Hierbij ontvangt u de agenda van 5 juni a.s. te Luxemburg, mede namens de minister van "
        "Defensie."
    )
    assert behalf(body) == ["minister-defensie"]


@pytest.mark.parametrize(
    "foot",
    [
        "Namens de Minister van Financi\u00ebn,\nDe Staatssecretaris van Defensie,\nK. Voorbeeld",
        "Namens de Minister van Financi\u00ebn, De Staatssecretaris van Defensie,\n\nK. Voorbeeld",
        "De Staatssecretaris van Defensie, mede namens de Minister van Financi\u00ebn\nK. Naam",
        "On behalf of the Minister of Finance,\nThe State Secretary for Defence,\nK. Voorbeeld",
        "On behalf of the Minister of Finance, The State Secretary for Defence,\n\nK. Voorbeeld",
        "The State Secretary for Defence, also on behalf of the Minister of Finance\nK. Voorbeeld",
    ],
)
def test_a_minister_who_signs_for_another_is_the_author(foot: str) -> None:
    """Both functions may stand on one line, in either order, with one name below them."""
    found = head_of(f"Den Haag, 3 maart 2023\n\nNederland volgt dit.\n\n{foot}\n")

    assert [each.value for each in found.authors] == ["staatssecretaris-defensie"]
    assert [each.value for each in found.on_behalf_of] == ["minister-fin"]
