"""What holds for the citations in any text, and in real subject lines."""

import csv
import os
import re
import string
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ssrpolicy.citations import find_citations

CORPUS = os.environ.get("SSRPOLICY_CITATION_CORPUS")

SPELLINGS = (
    "{dossier}{suffix}, nr. {number}",
    "Kamerstuk {dossier}{suffix}, nr. {number}",
    "Kamerstukken II 2015/16, {dossier}{suffix}, nr. {number}",
    "({dossier}{suffix} nr {number})",
    "({dossier}{suffix}, nr.{number})",
    "Kamerstuk {dossier}{suffix}-{number}",
    "TK {dossier}{suffix}, nr. {number}",
    "nr. {number} ({dossier}{suffix})",
    "motie-Peters c.s. ({dossier}{suffix}, nr. {number}) over politietraining",
)
DIGITS = ("{0}{1}", "{0} {1}", "{0}\u00a0{1}", "{0}\u202f{1}", "{0}  {1}")
SUFFIXES = (" {0}", "-{0}", " - {0}", "{0}", "\u00a0{0}")

PIECES = (
    *" 0123456789XIVAnr.,-()/\n\u2013\u00e9",
    *("Kamerstuk", " nr. ", "kst-", "32 123", "21501-02", "t/m", " en ", "letter C"),
    *("2009Z23838", "(R2119)", "Handelingen II 2009/10", "Aanhangsel", "2009"),
)
fragments = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
written_dossiers = st.builds(
    lambda number, digits: (str(number), digits.format(str(number)[:2], str(number)[2:])),
    st.integers(15_000, 39_999).filter(lambda number: number != 21_501),
    st.sampled_from(DIGITS),
)
written_chapters = st.just(("", "")) | st.builds(
    lambda chapter, join: (chapter, join.format(chapter)),
    st.sampled_from(["X", "XVI", "VIII", "IIA", "A", "V"]),
    st.sampled_from(SUFFIXES),
)


def numbers(text: str) -> list[str]:
    """The canonical numbers of the papers that a text certainly cites."""
    return [str(citation.number) for citation in find_citations(text) if citation.number]


@given(written_dossiers, written_chapters, st.integers(1, 1979), st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_number_is_found_again(
    dossier: tuple[str, str], chapter: tuple[str, str], number: int, spelling: str
) -> None:
    """A number written in any of the usual ways is read as that number."""
    text = spelling.format(dossier=dossier[1], suffix=chapter[1], number=number)
    expected = "-".join(filter(None, ("kst", dossier[0], chapter[0], str(number))))

    assert numbers(text) == [expected]


@pytest.mark.slow
@given(st.text() | fragments)
@example("32 123 X, nr. 12 en nr. IV")
@example("nr. 0, nr. 00")
@example("kst-9-9-9-9-9-9")
def test_any_text_gives_citations_that_are_its_own_words(text: str) -> None:
    """No text raises; citations are slices of it, in reading order, and never overlap."""
    position = 0
    for citation in find_citations(text):
        assert citation.words == text[citation.start : citation.end]
        assert position <= citation.start < citation.end
        assert citation.number is None or not citation.candidates
        assert (citation.last is None) or len(citation.papers) > 1
        position = citation.end


@given(fragments, st.sampled_from(["32123-X", "21501-02", "31889"]))
def test_default_dossier_never_raises(text: str, default: str) -> None:
    """With a default dossier, too, any text is read."""
    for citation in find_citations(text, default_dossier=default):
        assert citation.words == text[citation.start : citation.end]


@given(st.sampled_from(string.ascii_uppercase), st.integers(32150, 39999))
def test_letter_after_nr_is_a_paper_of_the_senate(letter: str, dossier: int) -> None:
    """Each letter after "nr." names a paper, also those that are Roman figures."""
    assert numbers(f"Kamerstuk {dossier}, nr. {letter}") == [f"kst-{dossier}-{letter}"]


@pytest.mark.heavy
@pytest.mark.parametrize(
    "piece",
    [
        "12345 ",
        "nr. 1, ",
        "31 000, ",
        "31 700 X-",
        "(",
        " ",
        "kst-32123-",
        "Kamerstuk II 2009/10, ",
    ],
)
def test_a_long_text_of_fragments_is_read(piece: str) -> None:
    """A text made of nothing but beginnings of citations costs no more than its length."""
    text = piece * (50_000 // len(piece))

    assert all(each.end <= len(text) for each in find_citations(text))


# -------------------------------------------------------------------------------------- corpus


@pytest.mark.skipif(CORPUS is None, reason="SSRPOLICY_CITATION_CORPUS names no file of subjects")
def test_real_subject_lines() -> None:
    """In real subject lines no dossier goes unread, and nearly every number is certain."""
    with Path(CORPUS or "").open(encoding="utf-8", newline="") as file:
        subjects = [row["subject"] for row in csv.DictReader(file)]
    dossier = re.compile(r"(?<![\w.€])[1-4][0-9]\s?[0-9]{3}(?![\w.]*[0-9])")

    missed = []
    certain = total = 0
    for subject in subjects:
        citations = find_citations(subject)
        covered = {place for each in citations for place in range(each.start, each.end)}
        missed += [
            (subject, found.group())
            for found in dossier.finditer(subject)
            if found.start() not in covered
        ]
        total += len(citations)
        certain += sum(1 for each in citations if each.number is not None)

    assert missed == []
    assert certain / total > 0.9
