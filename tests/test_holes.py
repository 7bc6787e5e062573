"""What messages show of long values: as much as there is room for, and that it goes on."""

from ssrpolicy.messages import Catalogue
from tables import each_case

_ = Catalogue("ssrpolicy")


@each_case(
    "value, said",
    [
        ("Uiterlijk op 1 juni", "'Uiterlijk op 1 juni'"),
        ("Uiterlijk op 1 juni is het af", "'Uiterlijk op 1 jun…'"),
        ("de dijk's hoogte en breedte", '"de dijk\'s hoogte e…"'),
        ("waterstanden laag\u202e\u202e", "'waterstanden laag…'"),
        (["zand", "klei", "veen", "rivier"], "['zand', 'klei', 'v…]"),
        (12, "12"),
        (10**30, "10000000000000000000…"),
    ],
)
def test_a_long_value_keeps_its_quotation_marks(value: object, said: str) -> None:
    """A reader sees where the value ends, and that there is more of it."""
    assert _("{value!r:.21} is wrong", value=value) == f"{said} is wrong"


def test_words_that_are_cut_say_that_they_go_on() -> None:
    """Where the message has the quotation marks itself, too."""
    assert _("“{word:.10}” is wrong", word="waterstanden") == "“waterstan…” is wrong"
    assert _("{number!s:.10} is wrong", number=10**12) == "100000000… is wrong"
    assert _("{number:.2} is short", number=0.5) == "0.5 is short"


def test_a_number_that_python_does_not_write_is_named_by_its_type() -> None:
    """It has thousands of digits."""
    assert _("{number!r:.20} is long", number=10**6000) == "<int> is long"


@each_case(
    "words, said",
    [
        ("Did you mean json?", "It is so. Did you mean json?"),
        ("Did you mean BZ?", "It is so. Did you mean BZ?"),
        ("the error #REF!", "It is so. the error #REF!."),
        ('"Hij doet het."', 'It is so. "Hij doet het."'),
        ('"Hij doet het"', 'It is so. "Hij doet het".'),
        ("no space left.", "It is so. no space left."),
        ("2011/..", "It is so. 2011/..."),
    ],
)
def test_a_sentence_ends_once(words: str, said: str) -> None:
    """What fills the last hole may end as a sentence does; an error of a spreadsheet does not."""
    assert _("It is so. {words}.", words=words) == said
