"""Files of data for programs are not letters, and are refused with what would work."""

import io
import zipfile
from pathlib import Path

import pytest

from ssrpolicy.errors import InputError
from ssrpolicy.storage import media_type_of, source_bytes


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
        ("moties.txt", "nummer;titel\n12;Een\n13;Twee\n", "a table (CSV)"),
        ("moties.txt", "nummer|titel\n12|Een\n13|Twee\n", "a table (CSV)"),
        ("moties.txt", "| nr | titel |\n| 12 | Een |\n| 13 | Twee |\n", "a table (CSV)"),
        ("moties.txt", "nr,titel,stand\n12,Een motie,open\n13,Twee,af\n", "a table (CSV)"),
        ("moties.txt", '"nummer","titel"\n"12","Een, twee"\n', "a table (CSV)"),
        ("dagen.txt", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "a calendar"),
        ("dossier.yaml", "titel: havens\n", "YAML"),
        ("brief.eml", "From: a@example.nl\n\nGeachte voorzitter,\n", "an e-mail message"),
        (
            "brief.txt",
            "From: A <a@example.nl>\nTo: b@example.nl,\n c@example.nl\nMIME-Version: 1.0\n\nDag.\n",
            "an e-mail message",
        ),
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
        "Haven, kade, dijk.\nEen, twee, drie.\nDrie, vier, vijf.\n",
        "Van: de Minister\nAan: de Voorzitter\nDatum: 3 maart 2031\n\nGeachte voorzitter,\n\nJa.\n",
        "From: A. Voorbeeld\nSubject: the port\n\nDear President,\n\nYes.\n",
        "Datum: 3 maart 2031\nReceived: 4 maart 2031\nBetreft: de kade\n\nGeachte voorzitter,\n",
        "Content-Type: brief aan de Kamer\nMessage-ID: 2031-33\n\nGeachte voorzitter,\n\nJa.\n",
        "1\tIk zal de kade versterken.\n2\tIk zal de sluis sluiten.\n3\tIk zal u informeren.\n",
        "Geachte voorzitter;\nDe kade is oud; ik zal haar versterken.\nHoogachtend; de minister.\n",
        "De kade is oud | ik versterk haar\nDe sluis ook | ik sluit haar\nGroet | B. Bakker\n",
        "Ik zal, zoals gevraagd, komen\nik zal, zoals beloofd, gaan\nik zal, zo nodig, zien\n",
        "\tGeachte voorzitter,\n\tDe kade is oud.\n\tHoogachtend,\n\tDe minister\n",
    ],
)
def test_a_letter_is_a_letter(text: str, tmp_path: Path) -> None:
    """Brackets, numbers and commas of a letter are not data."""
    (tmp_path / "brief.txt").write_text(text, "utf-8")

    assert source_bytes(tmp_path / "brief.txt") == text.encode()


@pytest.mark.parametrize(
    "name, data, called, works",
    [
        ("brief.rtf", b"{\\rtf1\\ansi Geachte voorzitter,}", "is RTF", "soffice"),
        ("brief.txt", b"{\\rtf1\\ansi Geachte voorzitter,}", "is RTF", "soffice"),
        ("brief.zip", None, "a zip", "plain text"),
        ("brief.txt", None, "a zip", "plain text"),
    ],
)
def test_what_no_reader_reads(
    name: str, data: bytes | None, called: str, works: str, tmp_path: Path
) -> None:
    """RTF is not Word's file, nor is a zip with something else in it; each says what works."""
    if data is None:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.writestr("brief.txt", "Geachte voorzitter,\n")
        data = made.getvalue()
    (tmp_path / name).write_bytes(data)

    with pytest.raises(InputError, match=called) as found:
        source_bytes(tmp_path / name)
    assert works in str(found.value.hint)
    assert media_type_of(tmp_path / name, data) is None
