"""Whatever a sentence is made of, its drafted summary is a sentence that says no more."""

import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ssrpolicy
from draftable import CLOSE, CLOSE_EN, HEAD, HEAD_EN
from ssrpolicy.model import Commitment
from ssrpolicy.starting import begin_record

pytestmark = pytest.mark.slow

#: What limits a promise, in the words of the parts below.
LIMITS = re.compile(
    r"\d+|\b(?:niet|geen|alleen|mits|tenzij|behalve|mogelijk|uiterlijk|streven|drie|zomer|maart"
    r"|minister|kabinet|not|no|only|unless|except|possible|if|three|summer|March|Government)\b"
)
DUTCH = {
    "opening": (
        *("", "En ", "Daarom ", "Ook ", "Als laatste ", "Na de zomer ", "Met de havens "),
        *("Op 3 mei 2032 ", "Zoals eerder toegezegd, ", "Alleen met de havens ", "Ten eerste "),
        *("Zoals op 3 mei toegezegd, ", "Mede daarom ", "In dat geval ", "Niet voor de zomer "),
    ),
    "subject": ("ik", "we", "het kabinet", "de minister van Defensie", "uw Kamer"),
    "within": (
        *("", " u", " ook", " niet", " hierover", ", namens het kabinet,", ", waar mogelijk,"),
        *(" (zie de kaart van de havens)", " (behalve in het noorden)", " (alleen bij nood)"),
        *(
            " \u2013 mits er geld is \u2013",
            " \u2013 een muur aan het water \u2013",
            " uiterlijk in 2033",
        ),
        *(", zoals eerder toegezegd,", " (Kamerstuk 29 521, nr. 13)", " (op zijn minst drie)"),
    ),
    "object": (" de kade", " de kades van de havens in het land met steen van de groeve en zand"),
    "tail": (
        *("", ", zoals de kade bij de brug", ", zoals drie kades", ", waarmee de haven groeit"),
        *(
            ", onder andere door een regeling",
            ", tenzij er geen geld is",
            ", behalve bij 12 sluizen",
        ),
        *(", waarmee 3.500 schepen komen", ", mits de Raad instemt", ", waaronder alleen de brug"),
        *(", waarmee wij niet bouwen", ", waardoor het in maart kan", ", die de stad verbindt"),
    ),
}
ENGLISH = {
    "opening": (
        *("", "And ", "But ", "Therefore, ", "In addition, ", "Finally, ", "Only then "),
        *("I can confirm that ", "I hope that ", "After the summer ", "However, "),
    ),
    "subject": ("I", "we", "the Government", "my department"),
    "within": (
        *("", " also", " not", " where possible", " (see the map of the ports)", " (but only one)"),
        *(
            " \u2013 as members know \u2013",
            " \u2013 unless it rains \u2013",
            ", as promised earlier,",
        ),
    ),
    "object": (
        " raise the quay",
        " raise the quays of the ports of the country with stone and sand",
    ),
    "tail": (
        *(
            "",
            ", including the quay at the bridge",
            ", such as three quays",
            ", which helps the port",
        ),
        *(
            ", which is not the case in the north",
            ", unless no money is left",
            ", except for 12 locks",
        ),
        *(", for example by changing the rules", ", thereby raising 3,500 jobs", " by March 2033"),
    ),
}


@st.composite
def sentences(draw: st.DrawFn, parts: dict[str, tuple[str, ...]], *, dutch: bool) -> str:
    """A promise of some parts, its words in the order that its language wants."""
    part = {name: draw(st.sampled_from(some)) for name, some in parts.items()}
    who = part["subject"]
    verb = ("zullen" if who == "we" else "zal") if dutch else "will"
    inverted = part["opening"] not in ("", "En ") and dutch
    begin = f"{verb} {who}" if inverted else f"{who} {verb}"
    said = f"{part['opening']}{begin}{part['within']}{part['object']}"
    said += (" verhogen" if dutch else "") + part["tail"] + "."
    return said[0].upper() + said[1:]


def undertaken(letter: str) -> list[tuple[str, str]]:
    """The quote and the summary of each commitment that is drafted from a letter."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "letter.txt")
        file.write_text(letter, "utf-8")
        made = ssrpolicy.draft(begin_record(file, Path(folder, "record"), None).folder)
    entries = [each.entry for each in made.proposals if isinstance(each.entry, Commitment)]
    return [
        (" ".join(quote.quote for quote in each.quotes), each.summary.nl or each.summary.en or "")
        for each in entries
    ]


def words(text: str) -> Counter[str]:
    """The words of a text, by how often each stands in it."""
    return Counter(re.findall(r"\w+", text.lower()))


def holds(quote: str, summary: str) -> None:
    """Nothing is said that the quote does not say, and nothing that limits it is lost."""
    assert not words(summary) - words(quote), (quote, summary)
    kept, said = Counter(LIMITS.findall(quote)), Counter(LIMITS.findall(summary))
    left = kept - said
    # What was promised before, by whom, is not a promise of its own.
    assert not left, (quote, summary, left)
    assert len(summary) <= len(quote) + 1, (quote, summary)
    assert summary[0].isupper()
    assert summary.endswith("."), (quote, summary)
    for signs in ("()", "\u2013\u2013"):
        assert summary.count(signs[0]) == summary.count(signs[1]), (quote, summary)
    assert "\u2026" not in summary
    assert "  " not in summary
    assert " ," not in summary


@given(st.lists(sentences(DUTCH, dutch=True), min_size=12, max_size=12))
@settings(max_examples=25, deadline=None)
def test_a_dutch_summary_says_no_more_than_its_quote(said: list[str]) -> None:
    """Numbers, days, limits and who acts stay; only asides, examples and ties are left out."""
    for quote, summary in undertaken(HEAD + "\n\n".join(said) + CLOSE):
        holds(quote, summary)


@given(st.lists(sentences(ENGLISH, dutch=False), min_size=12, max_size=12))
@settings(max_examples=25, deadline=None)
def test_an_english_summary_says_no_more_than_its_quote(said: list[str]) -> None:
    """As in Dutch."""
    for quote, summary in undertaken(HEAD_EN + "\n\n".join(said) + CLOSE_EN):
        holds(quote, summary)
