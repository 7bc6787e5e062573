"""The number of a parliamentary paper: one canonical spelling, one address."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.model import PaperNumber, compact_session_year
from tables import each_case

CANONICAL = (
    "kst-32123-X-124",
    "kst-20082009-32024-C",
    "kst-21501-02-1538",
    "kst-36800-XVI-456",
    "kst-33000-A-52",
    "kst-31700-IV-D",
    "kst-19992000-25891-201b",
    "kst-32168-3-n1",
    "kst-CXXIV-G",
    "blg-240936",
    "ah-tk-20092010-123",
    "ah-ek-20092010-3",
    "h-tk-20172018-19-11",
    "h-ek-20172018-19-11",
    "h-ek-19941995-11-382-402",
)

chapters = st.sampled_from(["X", "XVI", "VIII", "IV", "IIA", "IXB", "A", "B", "J"])
session_years = st.integers(1990, 2040).map(lambda year: f"{year}{year + 1}")
papers = st.builds(
    PaperNumber,
    dossier=st.integers(15000, 39999).map(str),
    suffix=st.none() | chapters,
    number=st.integers(1, 9999).map(str) | st.sampled_from(string.ascii_uppercase),
    session_year=st.none() | session_years,
)


@each_case("canonical", CANONICAL)
def test_canonical_identifier_is_kept(canonical: str) -> None:
    """A canonical identifier reads as a number that writes itself the same."""
    assert str(PaperNumber.parse(canonical)) == canonical


def test_parts_have_names() -> None:
    """The dossier, its budget chapter and the number in it are told apart."""
    paper = PaperNumber.parse("kst-32123-X-124")

    actual = (paper.series, paper.dossier, paper.suffix, paper.number, paper.dossier_with_suffix)

    assert actual == ("kst", "32123", "X", "124", "32123-X")


def test_council_dossier_keeps_its_part() -> None:
    """The -02 of 21501-02 belongs to the dossier, not to the number."""
    paper = PaperNumber.parse("kst-21501-02-1538")

    assert (paper.dossier, paper.suffix, paper.number) == ("21501-02", None, "1538")


def test_session_year_of_an_older_senate_paper() -> None:
    """Older papers of the Senate carry the session year in their number."""
    paper = PaperNumber.parse("kst-20082009-32024-C")

    assert (paper.session_year, paper.dossier, paper.number) == ("20082009", "32024", "C")


def test_public_address() -> None:
    """Each paper has its page among the official publications."""
    expected = "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html"

    assert PaperNumber.parse("kst-32123-X-124").url == expected


@each_case(
    "canonical, expected",
    [
        ("kst-32123-X-124", "Kamerstukken II, 32123-X, nr. 124"),
        ("kst-20082009-32024-C", "Kamerstukken I 2008/09, 32024, C"),
        ("kst-19992000-25891-201b", "Kamerstukken I 1999/00, 25891, nr. 201b"),
        ("ah-tk-20092010-123", "Aanhangsel Handelingen II 2009/10, nr. 123"),
        ("h-tk-20172018-19-11", "Handelingen II 2017/18, nr. 19, item 11"),
        ("h-tk-20102011-35-83", "Handelingen II 2010/11, 35-83"),
        ("blg-240936", "Bijlage blg-240936"),
    ],
)
def test_display_is_how_officials_cite(canonical: str, expected: str) -> None:
    """A Dutch official finds the citation in the form that is usual on paper."""
    assert PaperNumber.parse(canonical).display() == expected


@each_case("session_year", ["2009/10", "2009-2010", "20092010", "2009\u20132010"])
def test_display_with_session_year(session_year: str) -> None:
    """The session year, which most numbers do not hold, can be added."""
    actual = PaperNumber.parse("kst-32123-X-124").display(session_year=session_year)

    assert actual == "Kamerstukken II 2009/10, 32123-X, nr. 124"


def test_display_in_english() -> None:
    """In English the words differ, and the order stays."""
    actual = PaperNumber.parse("kst-32123-X-124").display("en", "2009-2010")

    assert actual == "Parliamentary Papers II 2009/10, 32123-X, no. 124"


@each_case(
    "canonical, expected",
    [("kst-32123-X-124", "II"), ("kst-35526-L", "I"), ("ah-ek-20092010-3", "I"), ("blg-1", None)],
)
def test_chamber(canonical: str, expected: str | None) -> None:
    """Figures are papers of the House, letters of the Senate; an annex does not tell."""
    assert PaperNumber.parse(canonical).chamber == expected


def test_order_is_that_of_figures() -> None:
    """Papers sort by dossier and then by number as a figure: 84 comes before 124."""
    numbers = ["kst-32123-X-124", "kst-36800-XVI-2", "kst-32123-X-84", "kst-9999-1"]

    actual = [str(paper) for paper in sorted(map(PaperNumber.parse, numbers))]

    assert actual == ["kst-9999-1", "kst-32123-X-84", "kst-32123-X-124", "kst-36800-XVI-2"]


def test_equal_numbers_are_one_key() -> None:
    """Two readings of one identifier are the same member of a set."""
    assert len({PaperNumber.parse("kst-32123-X-124"), PaperNumber.parse("kst-32123-X-124")}) == 1


@each_case(
    "text, hint",
    [
        ("32123-X-124", "write kst-32123-X-124."),
        ("KST-32123-x-124", "write kst-32123-X-124."),
        ("Kamerstukken II 2025/26, 36800-XVI, nr. 45", "write kst-36800-XVI-45."),
        ("36 800 A, nr. 45", "write kst-36800-A-45."),
        ("36 410, nr. 12", "write kst-36410-12."),
        (" kst-32123-X-124", "write kst-32123-X-124."),
        ("kst-32123", "it names a dossier only; add the paper, as in kst-32123-1."),
        ("kst-36600-XVI", "it names a dossier only; add the paper, as in kst-36600-XVI-1."),
        ("kst-35130-(R2119)-15", "leave out the Kingdom Act number; write kst-35130-15."),
        ("kst-20082011-32024-C", "write it as kst-32123-X-124"),
        ("nr. 84", "write it as kst-32123-X-124"),
        ("", "is empty; write it as kst-32123-X-124."),
    ],
)
def test_anything_else_is_refused_with_what_would_work(text: str, hint: str) -> None:
    """What is not a canonical identifier is refused, and the message says what would be one."""
    with pytest.raises(ValueError, match="number of a parliamentary paper") as caught:
        PaperNumber.parse(text)

    assert str(caught.value).endswith(hint) or hint in str(caught.value)


def test_parts_that_do_not_fit_are_refused() -> None:
    """A number made from parts is held to the same form as one that is read."""
    with pytest.raises(ValueError, match="kst-32123-xyz-124"):
        PaperNumber(dossier="32123", suffix="xyz", number="124")


@each_case("text", ["2009", "2009/11", "2009-2011", "200910", "maart", ""])
def test_session_years_follow_one_another(text: str) -> None:
    """Two years that do not follow one another are not a session year."""
    with pytest.raises(ValueError, match="write it as 2009-2010"):
        compact_session_year(text)


def test_session_year_at_the_turn_of_the_century() -> None:
    """1999/00 is the session year of 1999 and 2000."""
    assert compact_session_year("1999/00") == "19992000"


@given(papers)
def test_parse_reads_what_str_writes(paper: PaperNumber) -> None:
    """Writing a number and reading it gives the same number."""
    assert PaperNumber.parse(str(paper)) == paper


@given(st.text(max_size=40))
def test_parse_reads_or_refuses(text: str) -> None:
    """Any text is either a canonical identifier or a ValueError, and nothing else."""
    try:
        actual = str(PaperNumber.parse(text))
    except ValueError:
        return
    assert actual == text
