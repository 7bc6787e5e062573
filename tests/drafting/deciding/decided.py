"""Proposals that are decided about, and the decisions."""

import tomllib
from pathlib import Path
from typing import Any

import ssrpolicy
from ssrpolicy.model import Draft, Proposal


def drafted(folder: Path) -> Draft:
    """The draft of a record, which stands next to it as well."""
    return ssrpolicy.draft(folder, write=True)


def first(draft: Draft, kind: str) -> Proposal:
    """The first proposal of a kind."""
    return next(each for each in draft.proposals if each.kind == kind)


def decisions(folder: Path) -> list[dict[str, Any]]:
    """What stands in the file of decisions."""
    file = folder / "decisions.toml"
    return tomllib.loads(file.read_text("utf-8")).get("decisions", []) if file.exists() else []
