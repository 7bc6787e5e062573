"""What kind of paper a new record takes a cited one for."""

import pytest

from ssrpolicy.model import PaperNumber, TextParts
from ssrpolicy.starting.cited import CitedPaper, cited_papers
from tables import each_case

LETTER = (
    "Geachte voorzitter,\n\nIn de motie van het lid De Wit¹ wordt gevraagd om overleg. In mijn "
    "brief van 3 mei² schreef ik daarover.\n\nHoogachtend,\n\n"
)
NOTES = (
    "¹ Kamerstuk 36 725, nr. 29.\n\n² Kamerstuk 25 424, nr. 744.\n\n³ Kamerstuk 25 424, nr. 745.\n"
)


def cited(text: str, parts: TextParts | None = None, own: str | None = None) -> list[CitedPaper]:
    """The papers that a text cites, and not its own."""
    number = None if own is None else PaperNumber.parse(own)
    return list(cited_papers(text, parts, frozenset((number,)), number))


def test_a_paper_in_a_note_is_what_the_text_calls_it_at_the_mark() -> None:
    """That a motion stands before the mark says that the paper in the note is a motion."""
    found = cited(LETTER + NOTES, TextParts(notes=len(LETTER)))

    assert [(str(each.number), each.kind) for each in found] == [
        ("kst-36725-29", "motion"),
        ("kst-25424-744", "letter"),
        ("kst-25424-745", "other"),
    ]


def test_of_a_mark_that_stands_twice_nothing_is_guessed() -> None:
    """Each page may begin to count its notes anew."""
    text = f"{LETTER}De brief van 5 mei¹ volgt.\n\n"
    found = cited(text + NOTES, TextParts(notes=len(text)))

    assert (str(found[0].number), found[0].kind) == ("kst-36725-29", "other")


@pytest.mark.parametrize(
    "own, number",
    [("ah-tk-20232024-2313", "ah-tk-20232024-2166"), ("ah-ek-20232024-9", "ah-ek-20232024-2166")],
)
def test_answers_are_of_the_house_of_the_paper(own: str, number: str) -> None:
    """What does not say of which House it is, is of the one whose questions are answered."""
    (found,) = cited("Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 2166.", own=own)

    assert (str(found.number), found.kind) == (number, "question")


def test_answers_of_no_known_house_are_left_out() -> None:
    """A letter may mean either House."""
    assert cited("Zie Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 2166.") == []


@each_case("mark, note", [("1", "1"), ("\u00b9", "\u00b9"), ("[1]", "[1]"), ("1", "\u00b9")])
@each_case(
    "words, kind",
    [
        ("In de motie van de leden Yurt en Van 't Ven{} wordt gevraagd om", "motion"),
        ("De gewijzigde motie-De Wit c.s.{} vraagt om", "motion"),
        ("In mijn Kamerbrief over de kades{} gaf ik", "letter"),
        ("In antwoord op Kamervragen van het lid Kok{} gaf ik", "question"),
        ("Het rapport van de waterraad.{} Ook gaf ik", "report"),
        ("De motie is verwerkt in het amendement-Kok{} op", "other"),
        ("Dit volgt op de motie. De waterraad{} gaf", "other"),
    ],
)
def test_a_mark_in_plain_text_is_followed_to_its_note(
    words: str, kind: str, mark: str, note: str
) -> None:
    """Notes stand at the end of a text of which nothing says where its notes begin."""
    text = f"Over CO2 en de A1.\n\n{words.format(mark)} overleg.\n\nDe minister,\nA. Kok\n\n"
    (found,) = cited(f"{text}{note} Kamerstuk 36 725, nr. 29. Zie over kades ook het rapport.\n")

    assert (str(found.number), found.kind) == ("kst-36725-29", kind)


def test_each_mark_has_the_words_before_it() -> None:
    """What another note cites is named by other words; a name in the plural is of both."""
    notes = "\n\n1 Kamerstuk 36 725, nr. 29.\n2 Kamerstuk 36 725, nr. 30.\n"

    def kinds(words: str) -> list[str]:
        return [each.kind for each in cited(words + notes)]

    assert kinds("De motie-Bos1 en het oordeel van de raad2.") == ["motion", "other"]
    assert kinds("De moties van de leden Bos1 en Kok2.") == ["motion", "motion"]


def test_of_two_papers_in_one_note_the_text_names_the_first() -> None:
    """The other may be anything; a note says itself what its papers are, before or in brackets."""
    found = cited(
        "De motie-Bos1 en de raad2.\n\n1 Kamerstuk 36 725, nr. 29; Kamerstuk 36 800, nr. 3.\n"
        "2 Kamerstuk 36 725, nr. 31 (motie-Kok).\n"
    )

    assert [each.kind for each in found] == ["motion", "other", "motion"]


@each_case(
    "said, outcome",
    [
        ("Op 2 juli jl. aanvaardde Uw Kamer de motie De Wit ({}).", "adopted"),
        ("De motie van het lid De Wit ({}) is op 3 mei door uw Kamer aangenomen.", "adopted"),
        ("Met de aangenomen motie De Wit c.s. ({}) vraagt uw Kamer om niet te bouwen.", "adopted"),
        ("Op 3 mei nam uw Kamer de motie De Wit ({}) met algemene stemmen aan.", "adopted"),
        ("Uw Kamer heeft op 3 mei de motie-De Wit c.s. ({}) verworpen.", "rejected"),
        ("On 3 May the House has adopted the motion by De Wit ({}).", "adopted"),
        ("The motion by De Wit ({}) was rejected.", "rejected"),
        ("De motie De Wit ({}) is niet aangenomen.", None),
        ("Als de motie De Wit ({}) is aangenomen, volgt een brief.", None),
        ("In de motie De Wit ({}) is aangenomen dat de kade dicht is.", None),
        ("Uw Kamer verwierp de motie Peters en nam de motie De Wit ({}) aan.", None),
        ("De motie De Wit ({}) is aangehouden en de motie Peters is aangenomen.", None),
        ("De motie De Wit ({}) verzoekt om een plan dat is aangenomen.", None),
    ],
)
def test_what_was_decided_on_a_motion_is_read_where_it_is_certain(
    said: str, outcome: str | None
) -> None:
    """A denial, a condition or a second motion leaves it open."""
    (found,) = cited(f"Geachte voorzitter,\n\n{said.format('Kamerstuk 36 725, nr. 29')} Zo is het.")

    assert (found.decision.outcome if found.decision else None) == outcome


@pytest.mark.parametrize(
    "second, outcome", [("", "adopted"), ("² Kamerstuk 36 725, nr. 30.", None)]
)
def test_what_was_decided_is_read_at_the_mark_of_a_note(second: str, outcome: str | None) -> None:
    """A mark that stands twice is not a place."""
    mark = "¹" if second else ""
    text = f"Uw Kamer aanvaardde de motie De Wit¹ in mei. De motie Peters{mark} volgt.\n\n"
    found = cited(f"{text}¹ Kamerstuk 36 725, nr. 29.\n\n{second}", TextParts(notes=len(text)))

    assert (found[0].decision.outcome if found[0].decision else None) == outcome


def test_where_a_letter_contradicts_itself_nothing_is_decided() -> None:
    """Of two sentences about one motion neither is certain."""
    paper = "Kamerstuk 36 725, nr. 29"
    (found,) = cited(
        f"De motie De Wit ({paper}) is aangenomen. Uw Kamer verwierp de motie De Wit ({paper})."
    )

    assert found.decision is None


@each_case(
    "words, date",
    [
        ("de motie De Wit (Kamerstuk 36 725, nr. 29, d.d. 11 december 2031)", "2031-12-11"),
        ("de motie De Wit (Kamerstuk 36 725, nr. 29), d.d. 11-12-2031,", "2031-12-11"),
        ("mijn brief van 11 december 2031 (Kamerstuk 36 725, nr. 29)", "2031-12-11"),
        ("the motion of 11 December 2031 (36 725, no. 29)", "2031-12-11"),
        ("the motion of 11th December 2031 (36 725, no. 29)", "2031-12-11"),
        ("de motie De Wit (Kamerstuk 36 725, nr. 29), d.d. 11 dec. 2031,", "2031-12-11"),
        ("de brieven van 11 december 2031 (Kamerstuk 36 725, nrs. 29 en 30)", None),
        ("het debat van 11 december 2031 (Kamerstuk 36 725, nr. 29)", None),
        ("de motie De Wit (Kamerstuk 36 725, nr. 29). Op 11 december 2031 sprak ik", None),
        (
            "de motie (36 725, nr. 29, d.d. 11 december 2031) en (36 725, nr. 29, d.d. 3 mei 2031)",
            None,
        ),
    ],
)
def test_a_cited_paper_has_the_date_that_its_citation_gives(words: str, date: str | None) -> None:
    """The day belongs to the paper where it stands with it and with no other, and once."""
    found = cited(f"Ik verwijs naar {words} hierover.")

    assert str(found[0].date) == str(date)


def test_the_number_in_a_head_below_a_chapter_of_the_budget_is_the_papers_own() -> None:
    """The words "Nr. 17" below "36 600 X" say the letter itself, not 36600-17."""
    head = (
        "Vergaderjaar 2024-2025\n36 600 X Vaststelling van de begrotingsstaten voor 2025\n\n"
        "Nr. 17 BRIEF VAN DE STAATSSECRETARIS VAN DEFENSIE\n\nZie ook Kamerstuk 36 600 X, nr. 12.\n"
    )

    assert [str(each.number) for each in cited(head, own="kst-36600-X-17")] == ["kst-36600-X-12"]
