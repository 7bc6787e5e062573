"""A text that is shortened ends between words, and leaves nothing open."""

from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.views import brief
from tables import each_case

OPENERS = {")": "(", "]": "[", "”": "“„", "“": "„", "»": "«", '"': '"', "'": "'"}
OPENERS |= {"’": "‘‚", "‘": "‚"}  # noqa: RUF001 - the mark that opens a quotation in German
WAITING = {
    *("die", "in", "de", "van", "en", "the", "of", "which", "o.a.", "art.", "mevr.", "nr.", "geen"),
    *("niet", "volgens", "EUR", "5", "500", ""),
}
LONG = "https://example.org/een-lang-adres"
WORDS = (
    *("agenten", "die", "in", "de", "rechtspraak", "van", "Meralië", "(of", "elders)", "“op"),
    *("termijn”", "[zie", "nr.", "3]", "‘spoedig’", "en", "de (nieuwe", "«wet»)", "missie;"),
    *("the", "courts", "of", "which", '"as', 'agreed"', LONG),
    *("„ja“", "„nee", "toch”", "'Ik", "zal'", "foto's", "'s-Gravenhage", "’s", '12"', "6'", ":("),
    *("[0,", "5)", "o.a.", "art.", "mevr.", "geen", "niet", "volgens", "EUR", "5", "500", "km"),
    *("EUR\u00a05\u202f000", "nr.\u00a084", "besloten."),
)
CLUSTERS = (
    *("a", "n", " ", " ", "é", "e\u0301", "o\u0302\u0323", "\U0001f1f3\U0001f1f1", "5\ufe0f\u20e3"),
    *("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "\u1112\u1161\u11ab"),
    "\u0628\u064e",
)
texts = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
lengths = st.integers(1, 120)


def taken_apart(shown: str) -> tuple[str, str]:
    """What stands before the mark that a text goes on, and what closes signs after it."""
    words, mark, closing = shown.rpartition("…")
    assert mark
    return words.rstrip(), closing


@given(texts, lengths)
def test_what_is_shortened_fits_and_begins_as_the_text(text: str, length: int) -> None:
    """No more characters than there is room for; before the mark stands how it begins."""
    shown = brief(text, length)

    assert len(shown) <= length
    if shown != text:
        assert text.startswith(taken_apart(shown)[0])


@given(texts, lengths)
def test_what_closes_is_in_the_text_and_closes_what_is_shown(text: str, length: int) -> None:
    """Each sign after the mark stands in the rest of the text, and its opener before the mark."""
    shown = brief(text, length)
    if shown == text:
        return
    words, closing = taken_apart(shown)

    rest = iter(text[len(words) :])
    assert all(sign in rest for sign in closing)
    for sign in closing:
        assert any(opener in words for opener in OPENERS[sign])
        assert closing.count(sign) <= sum(map(words.count, OPENERS[sign]))


@given(texts.filter(lambda text: LONG not in text), st.integers(40, 120))
def test_with_room_for_a_word_none_is_cut(text: str, length: int) -> None:
    """The last word is whole, and does not wait for the next where another one does not."""
    shown = brief(text, length)
    if shown == text:
        return
    words, _closing = taken_apart(shown)

    assert text[len(words)] in " ,;:"
    if {"agenten", "rechtspraak", "courts", "Meralië"} & set(text[: length - 5].split(" ")[:-1]):
        assert words.split(" ")[-1].strip('“‘«(["') not in WAITING


@given(st.lists(st.sampled_from(CLUSTERS), max_size=40), st.integers(1, 60))
def test_no_sign_is_taken_apart(clusters: list[str], length: int) -> None:
    """Letters with their accents, emoji and flags are there, or not."""
    line = " ".join("".join(clusters).split())
    shown = brief("".join(clusters), length)
    if shown == line:
        return
    words, _closing = taken_apart(shown)

    assert words in beginnings(clusters)


def beginnings(clusters: list[str]) -> set[str]:
    """All that a line of whole signs can begin with."""
    every = ("".join(clusters[:end]) for end in range(len(clusters) + 1))
    return {" ".join(each.split()) for each in every}


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.sampled_from("\u00a0\u202f"))
def test_no_break_spaces_are_kept_and_no_place_to_end(words: list[str], space: str) -> None:
    """What they hold together is there or not, if a word before it is."""
    held = f"500{space}000{space}kilometer"
    text = f"agenten varen uit {' '.join(words)} {held} {' '.join(words)} en elders"
    for length in range(30, len(text)):
        shown = brief(text, length)
        if shown != text:
            after = taken_apart(shown)[0].partition(f"500{space}")
            assert not after[1] or after[2].startswith(f"000{space}kilometer")


@each_case(
    "text, length, shown",
    [
        ("Opleiding van agenten die nog geen diploma hebben", 28, "Opleiding van agenten…"),
        ("Opleiding van agenten (van de kustwacht en elders)", 40, "Opleiding van agenten…"),
        ("“Binnen twee jaar na de inwerkingtreding van de wet”", 30, "“Binnen twee jaar…”"),
        ("De boten varen uiterlijk op 1 oktober 2040 uit", 30, "De boten varen uiterlijk…"),
        ("De boten varen vanaf 2040 uit de haven", 30, "De boten varen vanaf 2040…"),
        ("Dit is besloten. De regering zal volgen.", 24, "Dit is besloten. …"),
        ("Ondersteuning van rechters", 26, "Ondersteuning van rechters"),
        ("https://example.org/een/heel/lang/adres", 12, "https://exa…"),
        ("Zij zei „ja“ en voer daarna uit met de boot", 30, "Zij zei „ja“ en voer daarna…"),
        ("„Wij varen morgen uit met de boot“, zei zij", 24, "„Wij varen morgen…“"),
        ("„Wij varen morgen uit met de boot”, zei zij", 24, "„Wij varen morgen…”"),
        ("»Wij varen morgen uit mit dem Boot«, hiess es", 24, "»Wij varen morgen…«"),
        ("'Ik vaar morgen uit met foto's en al', zei zij", 24, "'Ik vaar morgen…'"),
        ("'s Avonds varen ministers' boten weer uit", 30, "'s Avonds varen ministers'…"),
        ('De 12" buis wordt morgen vervangen door een andere', 30, 'De 12" buis wordt morgen…'),
        ("Dat is jammer :( zei zij, en voer weer uit", 30, "Dat is jammer :( zei zij…"),
        ("Het deel [0, 5) en het deel [5, 9) tellen hier mee", 32, "Het deel [0, 5) en het deel…"),
        ("Gisteren zei mevr. drs. De Vries dat zij uitvaart", 26, "Gisteren zei…"),
        ("De haven kost EUR 500 en de boot minder", 22, "De haven kost…"),
        ("De boten zijn nog niet uitgevaren vandaag", 23, "De boten zijn nog…"),
        ("Zie hiervoor art. 5 van de wet op de havens", 20, "Zie hiervoor…"),
    ],
)
def test_a_sentence_is_shortened_as_an_editor_would(text: str, length: int, shown: str) -> None:
    """It ends before what it cannot finish."""
    assert brief(text, length) == shown
