"""Each contract finds what a plugin keeps between calls, writes next to its result, or looks up."""

import importlib
from pathlib import Path

import pytest

from ssrpolicy.testing import (
    DrafterContract,
    EditableReporterContract,
    ReaderContract,
    RuleContract,
    small_record,
)
from ssrpolicy.testing.purity import PurityTests

FAULTS = """
import os
import subprocess

SEEN = []

def faulty(text=""):
    SEEN.append(1)
    subprocess.run(["touch", "side.log"])
    os.environ.get("ACME_MODE")
    return text + " again" * (len(SEEN) > 1)
"""

RULE = """
from ssrpolicy.reporting import Remark, rule

@rule("acme-faulty", "note")
def plugin(record):
    \"\"\"A page.

    What to do: nothing.
    \"\"\"
    yield Remark(message=faulty("It is seen") + ".")
"""

READER = """
from ssrpolicy.reporting import SourceReading

class Plugin:
    name = "acme"
    summary = "Files of Acme."
    suffixes = ("acme",)
    media_types = ("text/x-acme",)
    api = 1

    def read(self, data, name):
        return SourceReading(text=faulty(data.decode()))

plugin = Plugin()
"""

DRAFTER = """
from ssrpolicy import Commitment, Confidence, Course, Firmness, Ground, LocalText, Passage, Proposal

class Plugin:
    name = "acme"
    summary = "Each text as a promise."
    languages = ("nl",)
    api = 1

    def propose(self, record, document):
        entry = Commitment(
            id="promise",
            summary=LocalText(nl=faulty("Bericht sturen")),
            firmness=Firmness.FIRM,
            course=Course.ONCE,
            cue="zal",
            quotes=(Passage(document=document.id, quote=document.text),),
        )
        grounds = (Ground(document=document.id, start=0, end=len(document.text)),)
        rule, why = "all", "it is there"
        sure = Confidence.SURE
        yield Proposal(entry=entry, grounds=grounds, rule=rule, why=why, confidence=sure)

plugin = Plugin()
"""

EDITABLE = """
import json
from ssrpolicy.reporting import Baseline, EditedCell, EditPart, Edits, NoOptions, baseline

class Plugin:
    name = "acme"
    summary = "The baseline alone."
    suffix = "json"
    media_type = "application/json"
    api = 1
    options = NoOptions

    def write(self, report, out):
        out.write(json.dumps(baseline(report).to_plain()).encode())

    def read_edits(self, stream):
        cell = EditedCell(item="small#report", part=EditPart.NOTE, value=faulty("N"), place="A1")
        return Edits(baseline=Baseline.from_plain(json.load(stream)), cells=(cell,), absent=())

plugin = Plugin()
"""


class _Editable(EditableReporterContract):
    parts = ()


CONTRACTS: dict[str, tuple[str, type[PurityTests], dict[str, object]]] = {
    "rule": (RULE, RuleContract, {"bad": (small_record(),)}),
    "reader": (READER, ReaderContract, {"samples": {b"One sentence.": ("One sentence.",)}}),
    "drafter": (DRAFTER, DrafterContract, {"texts": ("Ik zal u een bericht sturen.",)}),
    "reporter": (EDITABLE, _Editable, {}),
}


def contract(kind: str, folder: Path, code: str, more: dict[str, object]) -> type[PurityTests]:
    """The contract of a plugin of a kind that is written in a module of its own."""
    (folder / f"acme_faulty_{kind}.py").write_text(FAULTS + code, encoding="utf-8")
    plugin = importlib.import_module(f"acme_faulty_{kind}").plugin
    return type("Contract", (CONTRACTS[kind][1],), {kind: plugin, **more})


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize("kind", CONTRACTS)
def test_what_is_kept_written_or_looked_up_is_caught(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a rule, a reader and a drafter, and where a reporter reads edits back."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)  # for the file that is written here, too
    code, _base, more = CONTRACTS[kind]
    made = contract(kind, tmp_path, code, more)()

    with pytest.raises(AssertionError, match=r"it writes files of its own: side\.log"):
        made.test_it_writes_no_other_file()
    with pytest.raises(AssertionError, match="is something kept between calls"):
        made.test_the_first_call_is_like_every_other()
    with pytest.raises(AssertionError, match="it reads the environment: ACME_MODE"):
        made.test_it_reads_no_environment()
    type(made).variables = ("ACME_MODE",)
    made.test_it_reads_no_environment()
