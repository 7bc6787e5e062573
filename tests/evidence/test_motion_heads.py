"""A motion without blank lines, and who signs a letter in an odd layout."""

from ssrpolicy.evidence import SourceText
from ssrpolicy.model import BlockKind
from tables import each_case

OPENING = "De Kamer,\ngehoord de beraadslaging,\nconstaterende dat er geen plan is;\n"
MOTION = (
    f"{OPENING}verzoekt de regering een plan te sturen,\nen gaat over tot de orde van de dag.\n"
)
ENGLISH = (
    "The House,\nhaving heard the debate,\nnoting that a plan is lacking;\n"
    "calls on the government to send a plan,\nand proceeds to the order of the day.\n"
)
SENTENCE = "Dit najaar stuur ik uw Kamer een plan voor de haven."


def sentences(text: str) -> list[str]:
    """The sentences of a text that are to be recorded."""
    return [sentence.text for sentence in SourceText(text).sentences]


@each_case(
    "head",
    [
        "29 754 Havens\nNr. 238 MOTIE VAN HET LID DE BOER C.S.\nVoorgesteld 24 april 2032",
        (
            "Tweede Kamer der Staten-Generaal\nVergaderjaar 2031-2032\n29 754 Havens\n"
            "Nr. 238 MOTIE VAN HET LID DE BOER C.S.\nVoorgesteld 24 april 2032"
        ),
        "MOTIE VAN DE LEDEN BOER EN JANSEN\nVoorgesteld tijdens het debat van 3 maart 2031",
        (
            "36 100 Zeevaart\nNr. 12 Gewijzigde motie van het lid De Boer ter vervanging van die "
            "gedrukt onder nr. 9\nVoorgesteld 3 maart 2031"
        ),
        (
            "Tweede Kamer, vergaderjaar 2031\u20132032, 36 100, nr. 12\nkst-36100-12\n"
            "ISSN 0921 - 7371\nMOTIE VAN HET LID DE BOER\nVoorgesteld 3 maart 2031"
        ),
        "Nr. 12\n\nNADER GEWIJZIGDE MOTIE VAN HET LID DE BOER\nVoorgesteld 3 maart 2031",
        "Motie van het lid De Boer c.s. over de haven",
    ],
)
@each_case("names", ["", "De Boer\n", "De Boer\nJansen\nVan der Plas\n"])
def test_the_head_and_the_names_of_a_motion_are_not_sentences(head: str, names: str) -> None:
    """Without blank lines, too, only what the House says is to be recorded."""
    (said,) = sentences(f"{head}\n{MOTION}{names}")

    assert said.startswith("De Kamer,")
    assert said.endswith("orde van de dag.")


@each_case("gap", ["\n", "\n\n"])
def test_the_names_below_a_blank_line_are_not_a_sentence(gap: str) -> None:
    """As most papers have them: several, one a line. What is text below it stays one."""
    (said,) = sentences(f"{MOTION}\nDe Boer{gap}Van der Plas{gap}El Amrani\n")

    assert said.endswith("orde van de dag.")
    assert len(sentences(f"{MOTION}\nIk voer die uit.\nDat doe ik in mei.\n")) == 3


def test_the_head_of_a_motion_in_english() -> None:
    """Its movers and the day on which it was tabled are of the head."""
    head = "Motion by the members De Boer and Jansen\nTabled 3 March 2031\n"
    (said,) = sentences(f"{head}{ENGLISH}De Boer\nJansen\n")

    assert said.startswith("The House,")


def test_a_letter_that_quotes_a_motion_hides_nothing() -> None:
    """Sentences above what the House said are text of the letter, and so are those below it."""
    above = "De motie is op 3 maart 2031 aangenomen. Die luidt als volgt:"
    below = "Ik voer die uit.\nDat doe ik in mei."
    found = sentences(f"{above}\n{MOTION}{below}\n")

    assert found[0] == "De motie is op 3 maart 2031 aangenomen."
    assert found[-2:] == ["Ik voer die uit.", "Dat doe ik in mei."]


@each_case(
    "addressee",
    [
        "De leden van de vaste commissie voor Defensie",
        "De griffier van de vaste commissie voor Buitenlandse Handel en Ontwikkelingssamenwerking",
        "De voorzitter en de leden van de vaste commissie voor Defensie",
        "De fungerend voorzitter van de commissie voor de Rijksuitgaven",
        "The members of the Standing Committee on Defence",
    ],
)
@each_case("below", ["", "\nPostbus 20018\n2500 EA Den Haag"])
def test_a_committee_is_addressed_in_the_head(addressee: str, below: str) -> None:
    """The addressee is not a sentence or a heading of the letter, also without a salutation."""
    text = f"{addressee}{below}\n\n{SENTENCE}\n"
    kinds = [block.kind for block in SourceText(text).blocks]

    assert kinds == [BlockKind.LETTERHEAD, BlockKind.BODY]


def test_what_a_committee_does_is_text() -> None:
    """A sentence about the members of a committee is not whom the letter is for."""
    text = "De leden van de vaste commissie voor Defensie hebben\nvragen gesteld over de haven.\n"

    assert sentences(text) == [" ".join(text.split())]


@each_case(
    "foot",
    [
        "Mede namens de Minister van Justitie\n\nde minister van Defensie\nw.g.\nA. de Boer",
        "De Minister\n\nvan Defensie,\n\n\n\nA. Jansen",
        "De Minister\n\nvan Defensie,\n\nA. Jansen\n\nBijlage: 1\ncc: de Eerste Kamer",
        "De Minister van Volksgezondheid,\n\nWelzijn en Sport,\n\nA. Jansen",
        "(w.g.) A. Jansen,\nMinister van Defensie",
        "w.g. A. Jansen,\nMinister van Defensie",
        "[getekend]\n\nDe Minister van Defensie\nA. Jansen",
        "De demissionair minister van Defensie,\n\nA. Jansen",
        "De waarnemend minister van Defensie,\nA. Jansen",
        "Respectfully,\n\nA. Jansen\nSecretary of State for Defence",
        "Respectfully yours,\n\nA. Jansen",
    ],
)
def test_a_signature_in_an_odd_layout_is_not_a_sentence(foot: str) -> None:
    """An office on several lines, a formula or a reading that few use: nobody records it."""
    assert sentences(f"Geachte voorzitter,\n\n{SENTENCE}\n\n{foot}\n") == [SENTENCE]
