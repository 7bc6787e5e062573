"""A folder of letters: copies of a real record, each with a number and a last line of its own."""

import hashlib
from pathlib import Path

# Beyond the numbers that the letter itself cites.
_FIRST = 1_001


def write_copies(record: Path, count: int, folder: Path) -> None:
    """Write so many copies of the record of a letter, no two of them with the same text."""
    toml = (record / "record.toml").read_text(encoding="utf-8")
    source = record / "sources" / f"{record.name}.txt"
    text = source.read_bytes()
    dossier = record.name.rpartition("-")[0]
    for number in range(_FIRST, _FIRST + count):
        copied = text + f"\nAfschrift {number}\n".encode()
        target = folder / f"{dossier}-{number}"
        (target / "sources").mkdir(parents=True)
        (target / "sources" / source.name).write_bytes(copied)
        numbered = toml.replace(f'"{record.name}', f'"{target.name}').replace(
            hashlib.sha256(text).hexdigest(), hashlib.sha256(copied).hexdigest()
        )
        (target / "record.toml").write_text(numbered, encoding="utf-8", newline="\n")
