"""Web pages: the letter without what is around it, and never a page about one."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from ssrpolicy.errors import InputError
from ssrpolicy.reporting import ApartKind, SourceReading

Read: TypeAlias = Callable[[str, bytes], SourceReading]

LETTER = """\
<!doctype html><html><head><title>Brief</title><style>p { color: red }</style></head><body>
<header>Rijksoverheid</header><nav><a href="/">Home</a> <a href="/kamer">Kamer</a></nav>
<main><h1>Herinrichting haven</h1>
<p>Geachte voorzitter,</p>
<p>De motie-De Wit<sup>1</sup> vraagt om   overleg
 met <b>de bewo</b>ners.<br>Dat overleg voer ik.</p>
<ul><li>de kade;</li><li>het water.</li></ul>
<table><tr><th>Jaar</th><th>Bedrag</th></tr><tr><td>2031</td><td>12</td></tr></table>
<p hidden>Concept</p><p>Hoogachtend,</p>
<script>document.write("De regering zal niets doen.")</script><iframe src="x"></iframe>
<p class="voetnoot"><sup>1</sup> Kamerstuk 41 207, nr. 12.</p>
</main><footer>Contact</footer></body></html>
"""
LANDING = """\
<html><body><main><h1>Kamerbrief over de haven</h1><p>De minister stuurt de Tweede Kamer een
brief.</p><a href="https://voorbeeld.nl/kamerbrief.pdf">Download</a></main></body></html>
"""


def test_the_letter_is_read_without_what_is_around_it(read: Read) -> None:
    """Paragraphs, items and rows are paragraphs; words that tags divide are one."""
    made = read("html", LETTER.encode())

    assert made.text == (
        "Herinrichting haven\n\nGeachte voorzitter,\n\n"
        "De motie-De Wit¹ vraagt om overleg met de bewoners.\nDat overleg voer ik.\n\n"
        "de kade;\n\nhet water.\n\nJaar\tBedrag\n\n2031\t12\n\nHoogachtend,\n\n"
        "¹ Kamerstuk 41 207, nr. 12.\n"
    )
    assert made.parts.notes == made.text.index("¹ Kamerstuk")
    assert [(each.kind, each.text) for each in made.parts.apart] == [
        (ApartKind.NAVIGATION, "Rijksoverheid"),
        (ApartKind.NAVIGATION, "Home Kamer"),
        (ApartKind.HIDDEN, "Concept"),
        (ApartKind.NAVIGATION, "Contact"),
    ]


def test_a_page_in_another_encoding_is_read(read: Read) -> None:
    """What the page says of its encoding holds."""
    page = '<html><head><meta charset="windows-1252"></head><body><p>Geachte heer, één “ja”.</p>'

    assert read("html", page.encode("cp1252")).text == "Geachte heer, één “ja”.\n"


@pytest.mark.parametrize(
    "page, said",
    [
        (LANDING, "this is a page about a letter, and not the letter"),
        (
            "<html><frameset><frame src='brief.html'></frameset></html>",
            "the page consists of frames",
        ),
        ("<html><body><script>load()</script></body></html>", "the page has no text"),
    ],
    ids=["landing", "frames", "program"],
)
def test_a_page_without_the_letter_is_refused(read: Read, page: str, said: str) -> None:
    """The message says what it is, and the hint where the letter is."""
    with pytest.raises(InputError) as refused:
        read("html", page.encode())

    assert said in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR de minister zal",
        b"<p>zal</p>" + bytes(range(32)) * 9,
        b"\0" * 99,
        b"<p>zal" + bytes(range(1, 32)) * 9,
    ],
    ids=["picture", "damaged", "zeros", "signs"],
)
def test_what_is_not_text_is_not_a_page(read: Read, data: bytes) -> None:
    """Bytes that no page of text has, in any encoding, are refused, not read as letters."""
    with pytest.raises(InputError) as refused:
        read("html", data)

    assert "not a web page" in refused.value.message
    assert refused.value.hint


def test_a_page_with_a_stray_control_character_is_read(read: Read) -> None:
    """Text that was copied from a PDF has them, for hyphens at line ends."""
    words = (
        "De minister zal de Kamer voor de zomer informeren over de voortgang van het be\x02leid. "
    )
    reading = read("html", f"<html><body><p>{words * 3}</p></body></html>".encode())

    assert reading.text.count("De minister zal") == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_a_page_of_text_is_read_in_its_encoding(read: Read, encoding: str) -> None:
    """Those that a browser saves, a page of zeros and letters in turn (UTF-16) included."""
    page = "<html><body><p>De minister zal cafés openen in Groningen.</p></body></html>"
    assert "cafés openen" in read("html", page.encode(encoding)).text


def test_a_landing_page_is_answered_with_the_address_of_its_file(read: Read) -> None:
    """So that nobody has to look for it."""
    with pytest.raises(InputError) as refused:
        read("html", LANDING.encode())

    assert refused.value.hint == "Take its PDF: https://voorbeeld.nl/kamerbrief.pdf"


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_tags_a_hundred_thousand_deep_are_read_or_refused(read: Read, tag: str) -> None:
    """A page that was made to overflow does not."""
    page = f"<html><body><p>Geachte voorzitter,</p>{f'<{tag}>' * 100_000}x"
    try:
        said = read("html", page.encode()).text
    except InputError as error:
        said = error.message

    assert said.strip()


def test_what_scripts_and_frames_hold_is_no_text_of_the_letter(read: Read) -> None:
    """A program is not run, and what only stands where it or a frame fails is set apart."""
    page = """<html><body><p>Geachte voorzitter,</p>
    <script>document.write("<p>Ik zal nooit komen.</p>")</script>
    <iframe src="brief.html">Dit is een frame.</iframe><noscript>Zet scripts aan.</noscript>
    <p>Ik zal uw Kamer informeren.</p></body></html>"""
    made = read("html", page.encode())

    assert made.text == "Geachte voorzitter,\n\nIk zal uw Kamer informeren.\n"
    assert [each.text for each in made.parts.apart] == ["Dit is een frame.", "Zet scripts aan."]
    assert made.remarks == ("What the frames within the page show was not read.",)


def test_what_is_taken_out_or_hidden_within_a_sentence_is_set_apart(read: Read) -> None:
    """The sentence goes on after it, and does not say what it was corrected from."""
    page = """<html><body><p>Geachte heer,</p><p>Ik zal <del>nooit</del> <ins>in mei</ins>
    <span style="display:none">misschien</span> komen.</p><del><p>Of niet.</p></del>"""
    made = read("html", page.encode())

    assert made.text == "Geachte heer,\n\nIk zal in mei komen.\n"
    assert [(each.kind, each.text) for each in made.parts.apart] == [
        (ApartKind.DELETED, "nooit"),
        (ApartKind.HIDDEN, "misschien"),
        (ApartKind.DELETED, "Of niet."),
    ]
    assert made.remarks == ()


def attributes(number: int, value: str) -> str:
    """So many attributes, each with this value."""
    return " ".join(f"a{n}{value}" for n in range(number))


@pytest.mark.parametrize(
    "page, said",
    [
        (lambda: '<body><iframe src="brief.html"></iframe></body>', "the page consists of frames"),
        (lambda: "<body><p>Geachte voorzitter,</p>" + "<div>" * 6_000 + "x", "nested too deeply"),
        (lambda: f"<body><p>{'woord ' * 2_000_000}", "a text of the page is too long"),
        (lambda: f"<body><p>{'<br>' * 300_000}", "more than 300,000 elements"),
        (lambda: f"<body><p>{'<!-- -->' * 300_000}", "more than 300,000 elements"),
        *(
            pytest.param(made, "more than 250 attributes", id=f"{number:,} {form}", marks=marks)
            for number, marks in ((300, ()), (500_000, pytest.mark.slow))
            for form, made in (
                ("attributes", lambda number=number: f"<body><p {attributes(number, '=x')}>"),
                ("in an open tag", lambda number=number: f"<body><p {attributes(number, '')}"),
            )
        ),
        pytest.param(
            lambda: "<!--" * 2_500_000, "a text of the page is too long", marks=pytest.mark.slow
        ),
    ],
)
def test_a_page_of_which_something_would_be_lost_is_refused(
    read: Read, page: Callable[[], str], said: str
) -> None:
    """Rather than read in part, without a word."""
    with pytest.raises(InputError, match=said) as refused:
        read("html", f"<html>{page()}</html>".encode())

    assert refused.value.hint
