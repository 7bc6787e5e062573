"""What holds for every entry: it is added after what stands there, or nothing is changed."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssrpolicy import codec
from ssrpolicy.codec import entry_text
from ssrpolicy.editing import append, remove, undo
from ssrpolicy.model import (
    Commitment,
    EditRefusedError,
    EvidenceStatus,
    Passage,
    PolicyRecord,
    Statement,
    Timeframe,
    Update,
)
from strategies import records, statements, updates

LETTER = (
    "Nederland volgt\ndit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-\n"
    "teraal, ondersteunen.\n"
)
RECORD = """\
# A record with comments, as people write them.
format = "ssrpolicy-record/1"
id = "letter-record"
language = "nl"
source = "letter"

[[documents]]
id = "letter"
kind = "letter"
date = 2010-04-29
file = "sources/letter.txt"

[[statements]]
id = "african-union"
kind = "position"
summary = "Nederland zal dit proces ondersteunen."
quotes = ["zal dit proces waar mogelijk"]
"""
ENDS = (
    "",
    "\n",
    "\n\n\n",
    "# tot slot",
    "\n# tot slot\n   ",
    '\n[[parties]]\nid = "open"\n[parties.name]\nnl = "open"  # blijft open',
    '\n[[parties]]\nid = "open"\nname = { nl = "open" }',
    '\n[[set_aside]]\nreason = "background"\nquote = """\nNederland volgt"""',
)

some = settings(
    max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
quotes = st.sampled_from(
    ("Nederland volgt", "bij voorkeur multilateraal", "volgt dit", "staat er niet")
).map(lambda words: Passage(document="letter", quote=words))


def fitting(entry: Statement | Update) -> Statement | Update:
    """The entry with nothing in it that the small record lacks, and with its odd texts."""
    if isinstance(entry, Update):
        timeframe = entry.timeframe and Timeframe(phrase="waar mogelijk")
        return attrs.evolve(
            entry,
            statement="african-union",
            date=max(entry.date, dt.date(2010, 4, 29)),
            evidence=entry.evidence and EvidenceStatus.NOT_ASSESSED,
            timeframe=timeframe,
            owners=None if entry.owners is None else ("nl-bz",),
            document=None,
            quotes=(Passage(document="letter", quote="waar mogelijk"),),
        )
    names = ("partners", "places", "sectors", "frameworks", "needs", "uses", "quantities")
    changes: dict[str, Any] = dict.fromkeys(names, ())
    if isinstance(entry, Commitment):
        changes["cue"] = "volgt"
    return attrs.evolve(
        entry,
        owners=("nl",),
        timeframe=None,
        relations=(),
        quotes=(Passage(document="letter", quote="Nederland volgt\ndit nauwgezet"),),
        **changes,
    )


@pytest.mark.slow
@some
@given(records())
def test_every_entry_reads_back_from_its_text(record: PolicyRecord) -> None:
    """A record written entry by entry as TOML is read as the same record."""
    # What a document's text is stands in its file, of which there is none here.
    documents = (attrs.evolve(d, text=None, file=None, sha256=None) for d in record.documents)
    record = attrs.evolve(record, title=None, documents=tuple(documents))
    tables = (
        *(record.documents, record.requests, record.statements, record.dispositions),
        *(record.instruments, record.set_aside, record.updates),
        *(record.parties, record.places, record.sectors, record.frameworks),
    )
    lines = [
        'format = "ssrpolicy-record/1"',
        f'id = "{record.id}"',
        f'language = "{record.language}"',
        f'source = "{record.source}"',
        *(entry_text(entry, record) for table in tables for entry in table),
    ]

    reading = codec.read_toml("\n".join(lines).encode(), Path("record.toml"))

    assert [str(finding) for finding in reading.findings] == []
    assert reading.record == record


@pytest.mark.slow
@some
@given(
    entry=st.one_of(statements(quotes), updates(quotes)),
    fits=st.sampled_from((True, True, True, False)),
    end=st.sampled_from(ENDS),
    line_end=st.sampled_from(("\n", "\r\n")),
)
def test_appending_never_changes_an_earlier_byte(
    *, entry: Statement | Update, fits: bool, end: str, line_end: str
) -> None:
    """Whatever the file ends in, an entry follows its bytes, or it is refused and they stay."""
    if fits:
        entry = fitting(entry)
    before = (RECORD + end).replace("\n", line_end).encode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        (folder / "sources" / "letter.txt").write_text(LETTER)
        (folder / "record.toml").write_bytes(before)

        try:
            appended = append(folder, entry)
        except EditRefusedError:
            appended = None
        after = (folder / "record.toml").read_bytes()
        assert after == before + after.removeprefix(before)
        if appended is None:
            assert after == before
        else:
            assert after.endswith(appended.text.replace("\n", line_end).encode())
            assert codec.read(folder).record == appended.record
            undo(folder)
            assert (folder / "record.toml").read_bytes() == before
            append(folder, entry)
            remove(folder, appended.lines[0])
            assert (folder / "record.toml").read_bytes() == before
        names = {each.name for each in folder.iterdir()} - {".ssrpolicy"}
        assert names == {"record.toml", "sources"}
