"""Files of data for programs are not letters, and are refused with what would work."""

from pathlib import Path

import pytest

from ssrpolicy.errors import InputError
from ssrpolicy.storage import source_bytes


@pytest.mark.parametrize(
    "name, text, called",
    [
        ("moties.csv", "nummer;titel\n12;Een motie\n", "a table (CSV)"),
        (
            "moties.txt",
            "nummer;titel;stand\n12;Een motie;open\n13;Twee;af\n14;Drie;af\n",
            "a table",
        ),
        ("moties.txt", "nummer\ttitel\n12\tEen\n13\tTwee\n14\tDrie\n", "a table (CSV)"),
        ("brief.txt", '{"format": "ssrpolicy-record/1"}\n', "JSON"),
        ("brief.txt", '[{"id": 1}]\n', "JSON"),
        ("record.txt", '# Een dossier\nformat = "ssrpolicy-record/1"\n', "TOML"),
        ("record.txt", "[[documents]]\nid = 'letter'\n", "TOML"),
    ],
)
def test_data_are_no_letter(name: str, text: str, called: str, tmp_path: Path) -> None:
    """By its name or its first lines a file is told for what it is."""
    (tmp_path / name).write_text(text, "utf-8")

    with pytest.raises(InputError, match=called.replace("(", r"\(").replace(")", r"\)")) as found:
        source_bytes(tmp_path / name)
    assert found.value.hint is not None
    assert "Name the letter itself" in found.value.hint


def test_bytes_that_no_text_has(tmp_path: Path) -> None:
    """Control characters throughout are not text, whatever the file is called."""
    (tmp_path / "brief.txt").write_bytes(b"\x01\x02\x03\x04 abc" * 50)

    with pytest.raises(InputError, match="holds bytes that no text has"):
        source_bytes(tmp_path / "brief.txt")


@pytest.mark.parametrize(
    "text",
    [
        "[Concept]\n\nGeachte voorzitter,\n\nGoed.\n",
        "Geachte voorzitter,\nin deze brief, en daarna, staat het.\nEen, twee, drie.\n",
        "29 754\nTerrorismebestrijding\n\nNr. 238 BRIEF\n",
        "De minister, de staatssecretaris.\n",
    ],
)
def test_a_letter_is_a_letter(text: str, tmp_path: Path) -> None:
    """Brackets, numbers and commas of a letter are not data."""
    (tmp_path / "brief.txt").write_text(text, "utf-8")

    assert source_bytes(tmp_path / "brief.txt") == text.encode()
