"""Names that exist in another language only, found again in a text."""

from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.views.notes.foreign_names import ForeignNames
from tables import each_case

NAMES = {"de Koninklijke Marechaussee": "nl", "Koninklijke Marechaussee": "nl", "KMar": "nl"}


@each_case(
    "text, pieces",
    [
        ("The KMar trains.", [("The ", None), ("KMar", "nl"), (" trains.", None)]),
        (
            "De Koninklijke Marechaussee; KMar",
            [("De Koninklijke Marechaussee", "nl"), ("; ", None), ("KMar", "nl")],
        ),
        ("The Koninklijke Marechaussee", [("The ", None), ("Koninklijke Marechaussee", "nl")]),
        ("KMarrr and aKMar", [("KMarrr and aKMar", None)]),
        ("", []),
    ],
)
def test_names_are_parted_from_the_words_around_them(
    text: str, pieces: list[tuple[str, str | None]]
) -> None:
    """Whole names are found, the longest first, with a capital or without."""
    assert list(ForeignNames(NAMES).pieces(text)) == pieces


@given(
    st.dictionaries(st.text(alphabet="aAb (.\u2019", min_size=1, max_size=6), st.just("nl")),
    st.text(alphabet="aAb (.\u2019", max_size=40),
)
def test_the_pieces_together_are_the_text(names: dict[str, str], text: str) -> None:
    """Nothing of a text is lost, doubled or empty, whatever the names."""
    pieces = list(ForeignNames(names).pieces(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
