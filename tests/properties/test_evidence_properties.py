"""What holds for the evidence of any source text, found by looking for texts where it does not."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ssrpolicy.evidence import (
    DASHES,
    SOFT_HYPHEN,
    SourceText,
    Span,
    coverage,
    near_misses,
    numbers_in,
)
from ssrpolicy.model import BlockKind, CoverageState

BREAK = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
SHY = SOFT_HYPHEN
HYPHENS = f"-{DASHES}"
WHITE = [" ", "  ", "\n", "\r\n", " \n ", "\u00a0", "\t", "\f", "\n\n", "\u2009", "\r", "\u2028"]
SINGLE = ["'", "\u2018", "\u2019", "\u02bc", "`"]
DOUBLE = ['"', "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"]

words = st.text(alphabet="abCDe\u00e9\u00efo1", min_size=1, max_size=5)
marks = st.sampled_from([*SINGLE, *DOUBLE, ".", ",", "(", ")"])
gaps = st.sampled_from(
    [
        *WHITE,
        "-",
        "-\n",
        "-\r\n",
        " - ",
        "- ",
        " -",
        "\u2013",
        " \u2013\n",
        SHY,
        SHY + "\n",
        "-\n\n",
    ]
)
pieces = st.lists(st.one_of(words, marks, gaps), min_size=1, max_size=40)


@st.composite
def sources(draw: st.DrawFn) -> str:
    """A text with every kind of gap and mark, composed in more than one way."""
    text = "".join(draw(pieces))
    return draw(st.sampled_from([text, nfc(text), nfd(text)]))


def nfc(text: str) -> str:
    """A text with each letter and its accent in one character, where there is one."""
    return unicodedata.normalize("NFC", text)


def nfd(text: str) -> str:
    """A text with each accent apart from its letter."""
    return unicodedata.normalize("NFD", text)


def is_edge(text: str, place: int) -> bool:
    """Whether a quote may start or end here without parting a letter from its accent."""
    return place in (0, len(text)) or not unicodedata.combining(text[place])


def is_word(character: str) -> bool:
    """Whether a character does not stand between words."""
    return not character.isspace() and character not in HYPHENS + SHY


@st.composite
def rewritten(draw: st.DrawFn, quote: str) -> str:
    """The same words with other line breaks, hyphens, marks and composition."""
    parts: list[str] = []
    for part in re.split(rf"([\s{re.escape(HYPHENS)}{SHY}]+)", quote):
        if part and not is_word(part[0]):
            parts.append(draw(st.sampled_from(other_gaps(part))))
        else:
            parts.append(draw(rewritten_word(part)))
    joined = "".join(parts)
    return draw(st.sampled_from([joined, nfc(joined), nfd(joined)]))


@st.composite
def rewritten_word(draw: st.DrawFn, word: str) -> str:
    """A word with other kinds of marks, soft hyphens, and perhaps cut at a line end."""
    for kinds in (SINGLE, DOUBLE):
        word = "".join(draw(st.sampled_from(kinds)) if sign in kinds else sign for sign in word)
    places = [place for place in range(1, len(word)) if is_edge(word, place)]
    cuts = draw(st.booleans())
    if places and cuts:
        place = draw(st.sampled_from(places))
        cut = draw(st.sampled_from([SHY, "-\n", "-\r\n ", SHY + "\n"]))
        word = f"{word[:place]}{cut}{word[place:]}"
    return word


def other_gaps(gap: str) -> list[str]:
    """What the list of foldings allows in a gap's place."""
    visible = gap.replace(SHY, "")
    if re.fullmatch(rf"[{re.escape(HYPHENS)}]\s*[{BREAK}]\s*", visible) and not gap[0].isspace():
        return ["", "-", "-\n", "-\r\n", "- ", "-  ", "\u2010\n", SHY + "\n", gap]
    if not visible.strip():
        if gap.startswith(SHY) and not set(BREAK).isdisjoint(gap):
            return ["", "-", "-\n", "- ", SHY, SHY + "\n", " "]
        return WHITE if visible else ["", SHY, "-\n", SHY + "\n"]
    same = re.sub(r"\s+", "\n", visible)
    others = [visible, same, re.sub(rf"[{re.escape(HYPHENS)}]", "\u2014", visible)]
    # A hyphen inside a line is one that a line end may have kept.
    return [*others, "-\n", SHY + "\n"] if visible in HYPHENS else others


@given(st.data())
def test_quote_found_at_its_own_place(data: st.DataObject) -> None:
    """A quote cut from a source is found there, whatever its breaks, hyphens and marks become."""
    text = data.draw(sources())
    edges = [place for place in range(len(text) + 1) if is_edge(text, place)]
    starts = [place for place in edges if place < len(text) and is_word(text[place])]
    assume(starts)
    start = data.draw(st.sampled_from(starts))
    ends = [place for place in edges if place > start and is_word(text[place - 1])]
    end = data.draw(st.sampled_from(ends))
    quote = data.draw(rewritten(text[start:end]))
    assert Span(start=start, end=end) in SourceText(text).find(quote)


@pytest.mark.slow
@given(st.data())
def test_any_cut_with_words_is_found(data: st.DataObject) -> None:
    """A quote that starts or ends in white space, hyphens or dashes is found around its words."""
    text = data.draw(sources())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(is_edge(text, start) and is_edge(text, end))
    assume(any(is_word(sign) for sign in text[start:end]))
    found = SourceText(text).find(text[start:end])
    assert any(start <= span.start and span.end <= end for span in found)


def all_readings(text: str) -> set[str]:
    """Every way to read a text, tried one by one."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(rf"[{DASHES}]", "-", text)
    text = re.sub("[\u2018\u2019]", "'", text)
    gone = rf"[\s{SHY}]*"
    word = rf"[^\s\-{SHY}]"
    line_end = rf"(?<={word})((?:{SHY}*-|{SHY}){gone}[{BREAK}]{gone})(?={word})"
    parts = re.split(line_end, text)
    choices = [
        [part] if index % 2 == 0 else ["", "-", "- ", *([] if "-" in part else [" "])]
        for index, part in enumerate(parts)
    ]
    return {
        re.sub(r"\s+", " ", "".join(choice).replace(SHY, ""))
        for choice in itertools.product(*choices)
    }


small = st.text(alphabet=f"aab--\n\n  {SHY}'\u2019", max_size=9)


@given(small.map("a{}b".format), small.map("a{}b".format), st.booleans())
def test_matches_are_those_of_the_list(text: str, quote: str, cut: bool) -> None:  # noqa: FBT001 - Hypothesis gives it by name
    """A quote is found where one of its readings is one of the source's, and nowhere else."""
    text = f"{quote[:3]}{text}{quote}" if cut else text
    wanted = all_readings(quote)
    expected = {
        Span(start=start, end=end)
        for start, end in itertools.combinations(range(len(text) + 1), 2)
        if is_word(text[start]) and is_word(text[end - 1])
        if wanted & all_readings(text[start:end])
    }
    assert set(SourceText(text).find(quote)) == expected


@given(sources(), sources())
def test_spans_lie_in_the_text(text: str, quote: str) -> None:
    """What is found is a stretch of the text, in reading order, each only once."""
    quote = quote[:6]
    assume(any(not sign.isspace() and sign != SHY for sign in quote))
    found = SourceText(text).find(quote)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert list(found) == sorted(set(found))


@given(st.one_of(st.text(), sources()))
def test_parts_hold_every_character_once(text: str) -> None:
    """Every character that is not white space is in one block, and in one sentence of the body."""
    source = SourceText(text)
    kept = set[int]()
    for block in source.blocks:
        places = set(range(block.start, block.end))
        assert not kept & places
        kept |= places
    said = [place for place, sign in enumerate(text) if not sign.isspace() and sign != "\ufeff"]
    assert kept.issuperset(said)
    body = {
        place
        for block in source.blocks
        if block.kind is BlockKind.BODY
        for place in range(block.start, block.end)
    }
    sentences = [set(range(sentence.start, sentence.end)) for sentence in source.sentences]
    assert sum(map(len, sentences)) == len(set().union(*sentences))
    tiled = set().union(*sentences)
    assert tiled <= body
    assert tiled.issuperset(body & set(said))


@given(st.one_of(st.text(), sources()))
def test_what_is_shown_matches_its_source(text: str) -> None:
    """A sentence shown on one line is found at its own place when it is pasted as a quote."""
    source = SourceText(text)
    for sentence in source.sentences:
        if any(is_word(sign) for sign in sentence.text):
            spans = source.find(sentence.text)
            assert any(span.touches(sentence.span) for span in spans)


@given(st.one_of(st.text(), sources()), st.data())
def test_any_stretch_can_be_described(text: str, data: st.DataObject) -> None:
    """Any stretch of any text can be shown, placed and counted, and none of it raises."""
    source = SourceText(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start=start, end=end)
    place = source.describe(span)
    assert len(source.sentences_in(span)) >= len(place.paragraphs)
    assert "\n" not in source.display(start, end)
    assert source.cuts_word(span) in (True, False)
    numbers_in(text)
    numbers_in(text, "en")


@given(st.one_of(st.text(), sources()), st.one_of(st.text(), sources()))
def test_near_misses_never_raise(text: str, quote: str) -> None:
    """Near misses of any words in any text are stretches of the text, the nearest first."""
    found = near_misses(SourceText(text), quote)
    assert all(0 <= miss.span.start < miss.span.end <= len(text) for miss in found)
    assert [miss.similarity for miss in found] == sorted(
        (miss.similarity for miss in found), reverse=True
    )


@given(sources(), st.data())
def test_coverage_adds_up(text: str, data: st.DataObject) -> None:
    """What is missing is touched by no quote; quoting what is missing leaves nothing missing."""
    source = SourceText(text)
    places = st.integers(0, len(text))
    spans = [
        Span(start=min(pair), end=max(pair))
        for pair in data.draw(st.lists(st.tuples(places, places), max_size=4))
        if pair[0] != pair[1]
    ]
    first = coverage(source, spans[::2], spans[1::2])
    missing = [span for each in first for span in each.missing]
    assert not any(one.touches(other) for one in missing for other in spans)
    second = coverage(source, [*spans[::2], *missing], spans[1::2])
    assert not any(each.missing for each in second)
    untouched = coverage(source, [])
    assert all(each.state is CoverageState.UNTOUCHED for each in untouched if each.missing)
