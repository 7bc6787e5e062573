"""Sentences whose first printed line stops short: it is not taken for a heading."""

from evidence.structure.parts import headings
from ssrpolicy.evidence import SourceText
from tables import each_case

FIRST = ("Ik verwijs naar het bericht van de omroep", "Klopt het dat de provincie")
GOES_ON = (
    "«De haven loopt leeg» waarin staat dat schippers er niet meer met hun schepen kunnen liggen.",
    "„De haven loopt leeg\u201d waarin staat dat schippers er niet meer met schepen kunnen liggen.",
    "(van gisteren) waarin staat dat schippers in Lagemeer niet meer met hun schip kunnen liggen.",
    "2030 een jaar noemt waarin schippers in Lagemeer niet meer met hun schepen konden liggen.",
    "Lagemeer ernaar verwijst dat schippers er niet meer met hun schepen hebben kunnen liggen.",
    "aangeeft dat schippers in de haven van Lagemeer niet meer met hun schepen kunnen liggen.",
)


def _sentences(text: str) -> list[str]:
    return [each.text for each in SourceText(text).sentences]


@each_case("gap", ["\n", "\n\n"], ids=["as printed", "with blank lines"])
@each_case("above", ["Vraag 3", "Antwoord op vraag 3", "Antwoord 2 en 3:"])
@each_case("first", FIRST)
@each_case("rest", GOES_ON)
def test_a_sentence_below_the_heading_of_a_question_keeps_its_first_line(
    rest: str, first: str, above: str, gap: str
) -> None:
    """However the next line begins, and whether or not blank lines separate the paragraphs."""
    text = f"De haven is diep genoeg.{gap}{above}{gap}{first}\n{rest}{gap}De haven ligt aan zee."

    assert f"{first} {rest}" in _sentences(text)


@each_case(
    "first, rest",
    [
        ("Wij noemen de havens van", "Lagemeer, Steenburg en Oosterhoek, waar schippers " * 2),
        ("Wij lazen het bericht", "«De haven loopt leeg» waarin staat dat schippers er " * 2),
        ("Wij wijzen op de haven", "(die van Lagemeer) waar schippers niet kunnen liggen " * 2),
    ],
)
def test_a_line_that_cannot_be_over_is_not_a_heading(first: str, rest: str) -> None:
    """It ends in an article or preposition, or a quotation mark or bracket begins the next."""
    text = f"De haven is diep genoeg.\n{first}\n{rest.strip()}.\nDe haven ligt aan zee."

    assert headings(SourceText(text)) == ()


def test_a_line_above_a_sentence_is_still_a_heading() -> None:
    """A short line that may be over heads the text below it, with and without blank lines."""
    rest = "Lagemeer heeft een haven waarin schippers met hun schepen goed kunnen liggen. " * 2
    for gap in ("\n", "\n\n"):
        text = f"De haven is diep genoeg.{gap}Kosten van havens{gap}{rest.strip()}"
        assert headings(SourceText(text)) == ("Kosten van havens",)


def test_text_right_below_the_heading_of_a_question_is_never_a_heading() -> None:
    """Where a blank line stands in a sentence by mistake, both parts are still read."""
    text = (
        "De haven is vol.\n\nVraag 1\n\nKent u dit\n\n«De haven loopt leeg»?\n\nAntwoord 1\n\nJa."
    )

    assert headings(SourceText(text)) == ("Vraag 1", "Antwoord 1")


def test_a_line_that_a_small_letter_goes_on_from_is_not_a_heading() -> None:
    """A blank line in the middle of a sentence makes no heading of what stands above it."""
    text = "De haven is diep.\n\nOver de haven van Lagemeer\n\nis veel geschreven in de krant."

    assert headings(SourceText(text)) == ()


@each_case(
    "line",
    [
        "Recommendation 1: The Department should publish a plan by the end of 2032. (Paragraph 14)",
        "De minister stuurt het plan voor de zomer. (Kamerstuk 36 812, nr. 31)",
    ],
)
def test_a_sentence_with_a_reference_in_brackets_after_it_is_not_a_heading(line: str) -> None:
    """Its full stop stands before the bracket."""
    text = f"{line}\n\nThe Government accepts this recommendation in full, and thanks all."

    assert headings(SourceText(text)) == ()


def test_a_heading_may_end_in_brackets() -> None:
    """Without a full stop before them."""
    heading = "The plan for the ports (Paragraph 14)"

    text = f"{heading}\n\nThe Government accepts this recommendation."

    assert headings(SourceText(text)) == (heading,)
