"""Which sentences of a letter are quoted, set aside, or neither."""

from ssrpolicy.evidence import SentenceCoverage, SourceText, Span, coverage
from ssrpolicy.model import CoverageState

TEXT = """In algemene zin is het niet nodig. Wel kan het, per geval, wenselijk zijn.

Kaders

Er zijn drie kaders:
1. fragiele staten;
2. mensenrechten.
"""


def covered(quotes: list[str], aside: list[str]) -> list[tuple[str, list[str]]]:
    """Each sentence's state with the words that are missing, for quotes from the text."""
    source = SourceText(TEXT)

    def spans(words: list[str]) -> list[Span]:
        return [span for each in words for span in source.find(each)]

    def missing(each: SentenceCoverage) -> list[str]:
        return [source.display(span.start, span.end) for span in each.missing]

    found = coverage(source, spans(quotes), spans(aside))
    return [(each.state.value, missing(each)) for each in found]


def test_nothing_quoted() -> None:
    """Without quotes each sentence of the body is untouched; headings need none."""
    assert covered([], []) == [
        ("untouched", ["In algemene zin is het niet nodig"]),
        ("untouched", ["Wel kan het, per geval, wenselijk zijn"]),
        ("untouched", ["Er zijn drie kaders"]),
        ("untouched", ["fragiele staten"]),
        ("untouched", ["mensenrechten"]),
    ]


def test_whole_and_in_part() -> None:
    """Quotes may cover a sentence whole or in part; what is missing is told, without marks."""
    assert covered(
        ["In algemene zin is het niet nodig", "per geval"], ["Er zijn drie kaders:"]
    ) == [
        ("quoted", []),
        ("partly", ["Wel kan het", "wenselijk zijn"]),
        ("set_aside", []),
        ("untouched", ["fragiele staten"]),
        ("untouched", ["mensenrechten"]),
    ]


def test_quoted_and_set_aside() -> None:
    """A sentence that is quoted here and set aside there is quoted, and nothing is missing."""
    states = covered(["In algemene zin", "fragiele"], ["is het niet nodig.", "mensenrechten."])
    assert states[0] == ("quoted", [])
    assert states[3:] == [("partly", ["staten"]), ("set_aside", [])]


def test_marker_of_an_item_is_nothing_missing() -> None:
    """The number of a list's item needs no quote."""
    assert covered(["fragiele staten"], [])[3] == ("quoted", [])


def test_quote_over_sentences() -> None:
    """One quote may cover sentences of several paragraphs."""
    states = covered(["nodig. Wel kan het, per geval, wenselijk zijn. Kaders Er zijn"], [])
    assert states[:3] == [
        ("partly", ["In algemene zin is het niet"]),
        ("quoted", []),
        ("partly", ["drie kaders"]),
    ]


def test_spans_by_kind() -> None:
    """The stretches within a sentence are told apart: quoted, set aside, missing."""
    source = SourceText("De regering steunt dit.")
    (found,) = coverage(source, [Span(start=0, end=11), Span(start=3, end=5)], [])
    assert found.state is CoverageState.PARTLY
    assert found.quoted == (Span(start=0, end=11),)
    assert found.set_aside == ()
    assert found.missing == (Span(start=12, end=22),)


def test_letter_quoted_sentence_by_sentence(source: SourceText) -> None:
    """The letter is covered when each of its sentences, pasted from one line, is quoted."""
    quotes = [span for sentence in source.sentences for span in source.find(sentence.text)]
    assert all(each.state is CoverageState.QUOTED for each in coverage(source, quotes))
