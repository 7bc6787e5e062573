"""Marked text: cut where passages begin and end, overlaps and all, and nothing lost."""

from ssrpolicy.evidence import SourceText, Span
from ssrpolicy.model import SetAsideReason
from ssrpolicy.views.page.marked_text import Mark, Segment, SegmentState, marked

TEXT = """Nederland volgt
dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-
teraal, ondersteunen. Dit relativeert de noodzaak.
"""


def mark(words: str, entry: str | None = None, **more: SetAsideReason) -> Mark:
    """A mark of words that stand in the text as they are given."""
    start = TEXT.index(words)
    span = Span(start=start, end=start + len(words))
    if entry is not None:
        return Mark(span=span, state=SegmentState.QUOTED, entry=entry)
    state = SegmentState.SET_ASIDE if more else SegmentState.UNRECORDED
    return Mark(span=span, state=state, reason=more.get("reason"))


def segments(*marks: Mark) -> list[Segment]:
    """The segments of the text's one paragraph."""
    (stretch,) = marked(SourceText(TEXT), marks)
    return list(stretch.segments)


def test_passages_that_overlap_share_a_segment() -> None:
    """Where two passages overlap, the segment has both; each ends where its words end."""
    found = segments(mark("volgt\ndit nauwgezet", "one"), mark("nauwgezet en zal", "two"))

    assert [(each.text, each.entries, each.ends) for each in found[:-1]] == [
        ("Nederland ", (), ()),
        ("volgt dit ", ("one",), ()),
        ("nauwgezet", ("one", "two"), ("one",)),
        (" en zal", ("two",), ("two",)),
    ]
    assert (found[-1].state, found[-1].begins) == (SegmentState.PLAIN, None)


def test_one_passage_of_two_entries_ends_for_both() -> None:
    """The same words quoted twice are one segment with two entries."""
    found = segments(mark("zal dit proces", "one"), mark("zal dit proces", "two"))

    assert [(each.entries, each.ends) for each in found if each.entries] == [
        (("one", "two"), ("one", "two"))
    ]


def test_a_word_that_the_publisher_broke_is_joined_though_cut() -> None:
    """A passage that ends in the middle of a broken word loses none of its letters."""
    found = segments(mark("bij voorkeur multila-\nteraal", "one"), mark("voorkeur multila", "two"))

    assert "".join(each.text for each in found) == (
        "Nederland volgt dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur "
        "multilateraal, ondersteunen. Dit relativeert de noodzaak."
    )


def test_what_is_quoted_is_not_shown_as_missing() -> None:
    """Of words that are quoted and set aside or missing too, the quote is what shows."""
    rest = "Dit relativeert de noodzaak."
    found = segments(mark(rest, "one"), mark(rest), mark(rest, reason=SetAsideReason.REPETITION))

    assert found[-1].state is SegmentState.QUOTED
    assert segments(mark(rest))[-1].state is SegmentState.UNRECORDED
    assert segments(mark(rest, reason=SetAsideReason.REPETITION))[-1].reason == "repetition"
