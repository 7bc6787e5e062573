"""A plan as data for programs: the format ssrpolicy-merge/1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ssrpolicy.model.edits import EditField, Refusal, Standing

if TYPE_CHECKING:
    from ssrpolicy.merging.plan import EditedField, Plan

MERGE_FORMAT = "ssrpolicy-merge/1"
"""The format of a merge's plan as JSON."""

_KEYS = {
    EditField.CLAIMED: ("claimed",),
    EditField.OWNERS: ("owners",),
    EditField.TERM: ("term", "reason"),
    EditField.EVIDENCE: ("evidence", "document", "quotes"),
    EditField.NOTE: ("note",),
}


def plan_data(plan: Plan) -> dict[str, Any]:
    """Return a plan as the data of a JSON object; what is edited stands in the tracker's order."""
    return {
        "format": MERGE_FORMAT,
        "tracker": plan.tracker,
        "as_of": plan.as_of.isoformat(),
        "language": plan.language,
        "date": plan.date.isoformat(),
        "by": plan.by,
        "take": plan.take,
        "applicable": plan.applicable,
        "edits": [_edit(each) for each in plan.edits],
        "refusals": [_refusal(each) for each in plan.refusals],
        "absent": list(plan.absent),
        "private": list(plan.private),
        "remarks": list(plan.remarks),
        "findings": [each.to_json() for each in plan.findings],
    }


def _edit(edit: EditedField) -> dict[str, Any]:
    by = edit.recorded_by
    return {
        "id": edit.item,
        "field": edit.field.value,
        "places": list(edit.places),
        "outcome": edit.outcome.value,
        "given_out": _value(edit.field, edit.given_out, edit.was),
        "typed": _value(edit.field, edit.typed, edit.wanted),
        "recorded": _value(edit.field, edit.recorded, edit.now),
        "recorded_on": None if by is None else by.date.isoformat(),
        "recorded_by": None if by is None else by.by,
        "file": str(edit.file),
    }


def _value(field: EditField, standing: Standing, shown: str) -> dict[str, Any]:
    plain = standing.to_plain()
    defaults = {"claimed": "unknown", "evidence": "not_assessed", "owners": []}
    given = {key: plain.get(key, defaults.get(key)) for key in _KEYS[field]}
    return {**{key: value for key, value in given.items() if value is not None}, "shown": shown}


def _refusal(refusal: Refusal) -> dict[str, Any]:
    return {"place": refusal.place, "message": refusal.message, "hint": refusal.hint}
