"""The work on one paper; its outcome is plain data, the same in every process."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import ssrpolicy
from ssrpolicy import Citation
from ssrpolicy.reporting import Registry, proposal_data, read_portfolio, read_source
from ssrpolicy_corpus.settings import Work

Data: TypeAlias = dict[str, Any]

_CITATION: Final = (
    "words", "start", "end", "kind", "papers", "register_number", "dossier", "url", "candidates",
)  # fmt: skip


def check(paper: Path, _registry: Registry, _drafter: str) -> Data:
    """Return the findings of a record, without what only several records show."""
    findings = ssrpolicy.check(paper)
    return {"findings": [{**each.to_json(), **each.location.to_json()} for each in findings]}


def cite(paper: Path, registry: Registry, _drafter: str) -> Data:
    """Return the papers that a letter cites."""
    read = read_source(paper, registry=registry)
    return {
        "remarks": list(read.remarks),
        "citations": [_citation(each) for each in ssrpolicy.cite(read.text)],
    }


def draft(paper: Path, _registry: Registry, drafter: str) -> Data:
    """Return the proposals of a drafter for a letter, with the facts of its head."""
    # A record begins as a folder; it stands where the process has its temporary files.
    folder = Path(tempfile.mkdtemp(prefix="record-"))
    try:
        new = ssrpolicy.new(paper, folder / "record")
        (record,) = read_portfolio([new.folder]).records
        made = ssrpolicy.draft(record, drafter=drafter)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return {
        "record": record.id,
        "stated": list(new.stated),
        "missing": list(new.missing),
        "remarks": list(new.remarks),
        "proposals": [proposal_data(each, record) for each in made.proposals],
        "dropped": [
            {"drafter": each.drafter, "rule": each.rule, "kind": each.kind, "reason": each.reason}
            for each in made.dropped
        ],
    }


TASKS: Final[Mapping[Work, Callable[[Path, Registry, str], Data]]] = {
    "check": check,
    "draft": draft,
    "cite": cite,
}
"""What each work does with a paper: its path, the plugins and the drafter's name are given."""


def _citation(citation: Citation) -> Data:
    warnings = [{"code": each.code, "message": str(each)} for each in citation.warnings]
    return {name: getattr(citation, name) for name in _CITATION} | {"warnings": warnings}
