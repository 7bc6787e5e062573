"""What a citation does not say: doubts, candidates, and words that are kept unresolved."""

import re

import pytest

from ssrpolicy.citations import Citation, CitationWarning, find_citations
from ssrpolicy.citations.citation import sentences
from ssrpolicy.model import LANGUAGES, PaperNumber
from tables import each_case


def only(text: str) -> Citation:
    """The one citation in a text."""
    (citation,) = find_citations(text)
    return citation


def codes(citation: Citation) -> list[str]:
    """What was odd about a citation."""
    return [warning.code for warning in citation.warnings]


def test_letter_cites_the_motion_with_a_year_after_the_chapter() -> None:
    """The letter's "32 123 X-2009, nr. 84" is paper 84, and a warning tells how it was read."""
    sentence = "In antwoord op de motie Peters/Knops (32 123 X-2009, nr. 84) ga ik in deze brief"

    citation = only(sentence)

    assert (citation.words, str(citation.number)) == ("32 123 X-2009, nr. 84", "kst-32123-X-84")
    assert str(citation.warnings[0]) == (
        "2009 was read as the year after the dossier, not as the number of a paper."
    )
    assert citation.warnings[0].message("nl") == (
        "2009 is gelezen als het jaar achter het dossier, niet als het nummer van een stuk."
    )
    assert citation.url == "https://zoek.officielebekendmakingen.nl/kst-32123-X-84.html"


def test_year_after_a_chapter_without_a_number() -> None:
    """Whether 2009 in "32123 X-2009" is a year or a paper is not decided."""
    citation = only("32123 X-2009")

    assert (citation.number, citation.dossier, citation.url) == (None, "32123-X", None)
    assert [str(paper) for paper in citation.candidates] == ["kst-32123-X-2009"]
    assert codes(citation) == ["year-or-number"]


@each_case(
    "text, dossier",
    [
        ("(31 889)", "31889"),
        ("Kamerstuk 35300 VIII", "35300-VIII"),
        ("wetsvoorstel 31930 (wijziging Successiewet 1956)", "31930"),
        ("33 000 (R1967)", "33000"),
        ("Kamerstukken II, 33 201 R1977", "33201"),
        ("https://zoek.officielebekendmakingen.nl/dossier/35300-VIII", "35300-VIII"),
    ],
)
def test_dossier_as_a_whole(text: str, dossier: str) -> None:
    """A dossier without a number names no paper, and has a page of its own."""
    citation = only(text)

    actual = (citation.kind, citation.number, citation.dossier, citation.url)

    assert actual == (
        "dossier",
        None,
        dossier,
        f"https://zoek.officielebekendmakingen.nl/dossier/{dossier}",
    )


def test_dotted_dossier_may_be_an_amount() -> None:
    """A dotted dossier in brackets is read as one, with the doubt said."""
    dossier, commitment = find_citations("(33.344) (T01970)")

    assert (dossier.dossier, codes(dossier)) == ("33344", ["dossier-or-amount"])
    assert commitment.register_number == "T01970"


@each_case("number", ["2009Z23838", "2023D32937", "2024A05766", "TZ202412-116", "T01970"])
def test_register_number(number: str) -> None:
    """Numbers of the registers of House and Senate are found, and have no certain page."""
    citation = only(f"zaak {number}.")

    actual = (citation.kind, citation.words, citation.register_number, citation.url)

    assert actual == ("register", number, number, None)


def test_paper_with_its_register_number() -> None:
    """A paper and its register number, joined by a stroke, are two citations."""
    paper, register = find_citations("29237-118/2010D27017")

    assert (str(paper.number), register.register_number) == ("kst-29237-118", "2010D27017")


def test_numbers_without_a_dossier_are_not_guessed() -> None:
    """A motion's number without a dossier is reported as just that."""
    subject = "Reactie op motie-Brinkman (nr.25) en gewijzigd amendement-Van Beek (nr.26)"

    actual = [(each.words, each.kind, each.number, codes(each)) for each in find_citations(subject)]

    assert actual == [
        ("nr.25", "number", None, ["no-dossier"]),
        ("nr.26", "number", None, ["no-dossier"]),
    ]


def test_numbers_without_a_dossier_name_those_near() -> None:
    """A dossier elsewhere in the text makes a candidate, and no more."""
    number, dossier = find_citations("amendement Slob (nr. 11) over het wetsvoorstel (32 392)")

    assert [str(paper) for paper in number.candidates] == ["kst-32392-11"]
    assert (number.number, dossier.dossier) == (None, "32392")


@pytest.mark.parametrize("default", ["32123-X", PaperNumber.parse("kst-32123-X-124")])
def test_default_dossier(default: str | PaperNumber) -> None:
    """A dossier given by the caller is assumed, with a warning that names it."""
    (citation,) = find_citations("de motie op stuk nr. 84", default_dossier=default)

    assert str(citation.number) == "kst-32123-X-84"
    assert str(citation.warnings[0]) == (
        "The number stands without a dossier; dossier 32123-X was assumed."
    )


@each_case("default", ["32123 X", "X", PaperNumber.parse("blg-240936")])
def test_default_that_is_no_dossier(default: str | PaperNumber) -> None:
    """What is not a dossier is refused, and the message says what would be one."""
    with pytest.raises(ValueError, match="32123-X"):
        find_citations("nr. 84", default_dossier=default)


@each_case("text", ["29 477, nrs. 12 t/m 15", "29 477, nrs. 12-15", "29477, nr. 12 tot en met 15"])
def test_range_stands_for_each_paper_in_it(text: str) -> None:
    """A range is one citation that stands for all its papers."""
    citation = only(text)

    actual = [str(paper) for paper in citation.papers]

    assert actual == ["kst-29477-12", "kst-29477-13", "kst-29477-14", "kst-29477-15"]
    assert (citation.kind, codes(citation)) == ("range", ["range"])


def test_range_that_falls_is_not_read_as_one() -> None:
    """Of a range that does not rise only the two numbers named are candidates."""
    citation = only("29 477, nrs. 15 t/m 12")

    assert [str(paper) for paper in citation.candidates] == ["kst-29477-15", "kst-29477-12"]
    assert (citation.papers, codes(citation)) == ((), ["range-doubtful"])


@each_case(
    "text, candidates, code",
    [
        ("(31 293/31 289, nr. 100)", ["31293-100", "31289-100"], "joint-dossiers"),
        ("(Kamerstuk 29911 en 29279-290)", ["29911-290", "29279-290"], "joint-dossiers"),
        ("Kamerstukken 33118 en 34986, EA", ["33118-EA", "34986-EA"], "joint-dossiers"),
        ("32 123-X, nr 12, letter C", ["32123-X-12", "32123-X-C"], "letter-and-number"),
        ("Kamerstuk 33000-A", ["33000-A"], "letter-or-chapter"),
        ("Kamerstuk 21501-30", ["21501-30"], "dossier-or-paper"),
        (
            "Kamerstukken I 2009/10, 32 024, C",
            ["20092010-32024-C", "32024-C"],
            "session-year-doubtful",
        ),
    ],
)
def test_what_cannot_be_told_apart(text: str, candidates: list[str], code: str) -> None:
    """Where two readings are open both are candidates, and neither is the number."""
    citation = only(text)

    assert [str(paper) for paper in citation.candidates] == [f"kst-{each}" for each in candidates]
    assert (citation.number, citation.url, code in codes(citation)) == (None, None, True)


def test_answers_of_an_unnamed_house() -> None:
    """Answers whose House is not named may be of either."""
    citation = only("Aanhangsel van de Handelingen, vergaderjaar 2009-2010, nr. 123")

    actual = [str(paper) for paper in citation.candidates]

    assert actual == ["ah-tk-20092010-123", "ah-ek-20092010-123"]


@each_case(
    "text, code",
    [
        ("motie 32500 A 31", "no-number-marker"),
        ("(29628, 212)", "no-number-marker"),
        ("zie ook 29817-83 hierover", "unmarked"),
        ("(30913, nr. E)", "session-year-missing"),
        ("Kamerstuk 22112-2019", "year-or-number"),
        ("Kamerstuk 25000-10-3", "dossier-part"),
    ],
)
def test_odd_but_readable(text: str, code: str) -> None:
    """An unusual form is read, and the warning says what was taken for granted."""
    citation = only(text)

    assert (citation.number is not None, codes(citation)) == (True, [code])


@each_case(
    "text, code",
    [
        ("Handelingen II 2009/10, nr. 35, p. 3053", "proceedings-page"),
        ("Handelingen II, nr. 19, item 11", "session-year-unknown"),
        ("kst-32123-X-0", "malformed-identifier"),
    ],
)
def test_words_are_kept_where_no_number_can_be_derived(text: str, code: str) -> None:
    """What cannot be resolved still stands in the result, word for word."""
    citation = only(text)

    assert (citation.words, citation.number, codes(citation)) == (text, None, [code])


@each_case("behind", ["H", "-H1", " (herdruk)"])
def test_a_reprint_is_not_passed_over_in_silence(behind: str) -> None:
    """The paper is found, and that a reprint of it was meant is said."""
    citation = find_citations(f"Kamerstuk 36 200 VII, nr. 200{behind}")[0]

    assert (str(citation.number), codes(citation)) == ("kst-36200-VII-200", ["reprint"])


@each_case("code", sorted(sentences()))
def test_each_warning_speaks_both_languages(code: str) -> None:
    """Each warning is a sentence in Dutch and one in English."""
    warning = CitationWarning(code, ("84", "85", "86"))

    for language in ("nl", "en"):
        message = warning.message(language)
        assert re.fullmatch(r"[A-ZÉ0-9].+\.", message)
        assert "{" not in message


def test_unknown_warning_is_refused() -> None:
    """A warning outside the list cannot be made."""
    with pytest.raises(ValueError, match="No citation warning is called 'x'"):
        CitationWarning("x")


@each_case("code", sorted(sentences()))
def test_a_warning_without_its_details_is_a_sentence_with_gaps(code: str) -> None:
    """Whoever makes one without them reads where they lack."""
    whole = CitationWarning(code, ("84", "85", "86"))
    lacking = CitationWarning(code)

    for language in LANGUAGES:
        said = whole.message(language)
        for each in ("84", "85", "86"):
            said = said.replace(each, "…")
        assert lacking.message(language) == said
