"""Signatures and dates of a letter are not sentences of it, however they are set."""

from ssrpolicy.evidence import SourceText, coverage
from ssrpolicy.model import CoverageState
from tables import each_case

SENTENCE = "Ik zal u informeren over de voortgang van de missie."


SIGNED = "\n\nHoogachtend,\n\nDe Minister van Defensie,\n\nA. Voorbeeld"


def sentences(head: str, foot: str) -> list[str]:
    """The sentences of a letter with this head and signature."""
    return [each.text for each in SourceText(f"{head}{SENTENCE}{foot}\n").sentences]


@each_case(
    "foot",
    [
        "\n\nDe Minister van Defensie,\nA. Voorbeeld",
        "\n\nDe Minister van Defensie,\n\n\n\ndrs. A. Voorbeeld",
        "\n\nHoogachtend,\n\nDe Minister van Defensie,\n\nA. Voorbeeld",
        "\n\nDe Minister van Defensie,\nA. Voorbeeld\n\nDe Minister van Justitie,\nmr. B. de Naam",
        "\n\nDe Minister van Defensie,\n\nDr. A. Voorbeeld\n\nDe Minister van Justitie,\n\nB. Naam",
        "\n\nDe Minister van Volksgezondheid,\nWelzijn en Sport,\n\nA. Voorbeeld",
        "\n\nDe Minister van Defensie,\nnamens deze,\n\nde secretaris-generaal,\n\nA. Voorbeeld",
        "\n\nDe Minister van Defensie, A. Voorbeeld",
        "\nDe Minister van Defensie,\nA. Voorbeeld",
        "\nDe Minister van Defensie,\n\nA. Voorbeeld",
        "\nHoogachtend,\nDe Minister van Defensie,\nA. Voorbeeld",
        "\nDe Minister van Defensie,\nA. Voorbeeld\nDe Minister van Justitie,\nB. Naam",
        "\n\nHet kabinet,\nnamens deze,\nDe Minister van Defensie,\nA. Voorbeeld",
        "\nDe regering,\nnamens deze,\n\nA. Voorbeeld",
        "\n\nDigitaal ondertekend door A. Voorbeeld op 5 maart 2024\nDe Minister van Defensie",
        "\n\nDe Minister van Defensie,\n\nElektronisch getekend door\nA. Voorbeeld",
        "\n\nDigitally signed by A. Voorbeeld",
        "\n\n| De Minister van Defensie, | De Minister van Justitie, |\n| A. Voorbeeld | B. Naam |",
        "\n| De Minister van Defensie, |\n|---|\n| A. Voorbeeld |",
    ],
)
def test_a_signature_is_no_sentence(foot: str) -> None:
    """With blank lines or none, with titles, one below the other, it is to be recorded nowhere."""
    assert sentences("Den Haag, 7 november 2013\n\n", foot) == [SENTENCE]


@each_case(
    "date",
    [
        "Datum 5 maart 2024",
        "Datum 05-03-2024",
        "Datum\n5 maart 2024",
        "Datum 5 maart 2024\nBetreft Voortgang missie",
        "Vastgesteld 5 maart 2024",
        "The Hague, December 16, 2021",
    ],
)
def test_a_line_with_the_date_is_no_heading(date: str) -> None:
    """It belongs to the head of the letter."""
    kinds = [block.kind.value for block in SourceText(f"{date}\n\n{SENTENCE}\n").blocks]

    assert kinds == ["letterhead", "body"]


@each_case(
    "notes",
    [
        "\n\nNoot 1 Kamerstukken II 2009/10, 32 123 X, nr. 84.",
        "\n\nNoot 1: Zie de brief van 2 maart.\n\nNoot 2: Dit loopt tot 2011. Daarna niet meer.",
        "\n\n1 Kamerstukken II 2009/10, 32 123 X, nr. 84.\n2 Zie https://www.rijksoverheid.nl.",
        "\n\n[1] De inzet is in 2009 verlengd.\n[2] Aanhangsel 2009/10, nr. 12.",
        "\n\n\u00b9 De inzet is in 2009 verlengd.",
        "\nNoot 1 Kamerstukken II 2009/10, 32 123 X, nr. 84.",
        "\n\nVoetnoten\n\n1) Zie de brief van 2 maart.",
        "\n\n-- 2 --\n\nNoot 1 Zie de brief van 2 maart.",
    ],
)
@each_case("foot", ["\n\nDe Minister van Defensie,\nA. Voorbeeld", SIGNED])
def test_notes_below_a_signature_are_no_sentences(foot: str, notes: str) -> None:
    """They say where something stands, with a blank line above them or none."""
    assert sentences("Den Haag, 7 november 2013\n\n", f"{foot}{notes}") == [SENTENCE]


@each_case(
    "text",
    [
        "Noot 1 Zie de brief van 2 maart.",
        "1 De regering zendt drie schepen.",
        "Bijlage\n\nDit is de bijlage.\n\nNoot 1 Zie de brief van 2 maart.",
    ],
)
def test_what_may_be_text_is_not_hidden_as_a_note(text: str) -> None:
    """Without a signature right above, or with a number alone, it is to be accounted for."""
    foot = "" if text.startswith("Noot") else "\n\nDe Minister van Defensie,\nA. Voorbeeld"
    found = sentences("", f"{foot}\n\n{text}")
    assert found[-1] == text.rpartition("\n")[2]


def test_a_minister_in_a_sentence_signs_nothing() -> None:
    """Words that go on below a line with an office are text."""
    text = "Dit is besproken.\nDe Minister van Defensie,\ndie het overnam, is het eens."

    assert len(SourceText(text).sentences) == 2


def missing(sentence: str, *quotes: str) -> list[str]:
    """What coverage says is missing of a sentence of which some words are quoted."""
    source = SourceText(sentence)
    spans = [span for quote in quotes for span in source.find(quote)]
    (found,) = coverage(source, spans)
    assert (found.state is CoverageState.QUOTED) == (not found.missing)
    return [source.display(span.start, span.end) for span in found.missing]


@each_case(
    "sentence, quotes",
    [
        ("Nederland zet in op scholing van de politie.", ["Nederland zet in", "scholing van de"]),
        ("De regering steunt de missie.", ["regering steunt de missie"]),
        ("The government supports the mission.", ["government supports", "mission"]),
    ],
)
def test_a_function_word_between_quotes_is_not_missing(sentence: str, quotes: list[str]) -> None:
    """An article or a preposition alone says nothing that is to be recorded."""
    rest = ["politie"] if "politie" in sentence else []

    assert missing(sentence, *quotes, *rest) == []


@each_case(
    "sentence, quotes, words",
    [
        ("De regering steunt niet de missie.", ["De regering steunt", "de missie"], ["niet"]),
        ("De regering kan de missie steunen.", ["De regering", "de missie steunen"], ["kan"]),
        ("Nederland geeft geen steun.", ["Nederland geeft", "steun"], ["geen"]),
        ("Dit gebeurt v\u00f3\u00f3r de zomer.", ["Dit gebeurt", "de zomer"], ["v\u00f3\u00f3r"]),
        ("Dit gebeurt na de zomer.", ["Dit gebeurt", "zomer"], ["na de"]),
        ("Er komen drie schepen.", ["Er komen", "schepen"], ["drie"]),
        ("Er komt \u00e9\u00e9n schip.", ["Er komt", "schip"], ["\u00e9\u00e9n"]),
        ("Er zijn er op 3 juni genoeg.", ["Er zijn er", "3 juni genoeg"], ["op"]),
        ("It will not be done.", ["It will", "be done"], ["not"]),
        ("It may be done by June.", ["It", "be done", "June"], ["may", "by"]),
    ],
)
def test_what_changes_the_meaning_is_missing(
    sentence: str, quotes: list[str], words: list[str]
) -> None:
    """A negation, a modal, a number and what sets a term are never function words."""
    assert missing(sentence, *quotes) == words


@each_case(
    "text",
    [
        "Digitaal ondertekend door beide partijen is het verdrag sinds 5 maart 2024.",
        "Het kabinet, namens deze de minister, heeft de missie verlengd.",
        "| Missie | De minister van Defensie verlengde haar. |",
    ],
)
def test_what_begins_as_a_signature_and_says_more_is_a_sentence(text: str) -> None:
    """A table and a government that does something sign nothing."""
    assert any(text.split()[-2] in each for each in sentences("", f"\n\n{text}"))
