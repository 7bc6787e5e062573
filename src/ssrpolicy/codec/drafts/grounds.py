"""The stretches on which proposals rest, in TOML and in JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ssrpolicy.arguments import check_type
from ssrpolicy.codec.json.selectors import POSITION_SELECTOR, QUOTE_SELECTOR
from ssrpolicy.codec.json.writing import entry_data
from ssrpolicy.codec.problems import FlawedError, wrong_type
from ssrpolicy.codec.shape import Data
from ssrpolicy.codec.toml.writing import string
from ssrpolicy.evidence import Anchors, anchors
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import Document, Ground, PolicyRecord, Proposal


def grounds_text(grounds: Iterable[Ground]) -> str:
    """Return stretches as a list of TOML."""
    tables = (
        f"{{ document = {string(each.document)}, start = {each.start}, end = {each.end} }}"
        for each in grounds
    )
    return f"[{', '.join(tables)}]"


def grounds_in(tables: Any) -> tuple[Ground, ...]:
    """Return the stretches that a list of TOML holds; raises what their class raises."""
    return tuple(
        Ground(document=each["document"], start=each["start"], end=each["end"])
        for each in tables_in(tables, "grounds")
    )


def table_in(value: Any, key: str) -> dict[str, Any]:
    """Return the table at a key; raises FlawedError where it is not one."""
    if isinstance(value, dict):
        return value
    raise FlawedError(wrong_type(value, _("a table")).within(key))


def tables_in(value: Any, key: str) -> list[dict[str, Any]]:
    """Return the tables of the list at a key; raises FlawedError where it is not such a list."""
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return value
    raise FlawedError(wrong_type(value, _("a list of tables")).within(key))


def proposal_data(proposal: Proposal, record: PolicyRecord) -> Data:
    """Return a proposal as an object of JSON, its entry as a JSON record has it.

    Each quote and each ground has both selectors of the W3C's Web Annotation.
    """
    check_type(proposal, Proposal, "proposal", "draft.proposals[0]")
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
    found = anchors(record)
    entry = entry_data(proposal.entry)
    if isinstance(proposal.entry, Document):
        entry.pop("text", None)
    for quote in (*entry.get("quotes", ()), *([entry["quote"]] if "quote" in entry else ())):
        _add_position(quote, found, proposal)
    return {
        "id": proposal.id,
        "drafter": proposal.drafter,
        "rule": proposal.rule,
        "why": proposal.reason(message_language()),
        "confidence": str(proposal.confidence),
        "kind": proposal.kind,
        "grounds": [_ground_data(each, record) for each in proposal.grounds],
        "requires": list(proposal.requires),
        "entry": entry,
    }


def _ground_data(ground: Ground, record: PolicyRecord) -> Data:
    text = record.document(ground.document).text or ""
    words = {"type": QUOTE_SELECTOR, "exact": text[ground.start : ground.end]}
    place = {"type": POSITION_SELECTOR, "start": ground.start, "end": ground.end}
    return {"document": ground.document, "selector": [words, place]}


def _add_position(quote: Data, found: Anchors, proposal: Proposal) -> None:
    passages = (
        (proposal.entry.quote,)
        if hasattr(proposal.entry, "quote")
        else getattr(proposal.entry, "quotes", ())
    )
    words = quote["selector"][0]
    for each in passages:
        if (each.quote, each.document) == (words["exact"], quote["document"]):
            span = found.of(each).span
            if span is not None:
                place = {"type": POSITION_SELECTOR, "start": span.start, "end": span.end}
                quote["selector"].append(place)
            return
