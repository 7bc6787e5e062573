"""What people decided as ``decisions.toml``: only ever appended to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ssrpolicy.codec.drafts.grounds import grounds_in, grounds_text, tables_in
from ssrpolicy.codec.envelope import file_text
from ssrpolicy.codec.problems import FlawedError
from ssrpolicy.codec.toml.writing import string
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model import Decided, Decision, member
from ssrpolicy.syntax import toml_mistake, toml_tables

DECISIONS_FORMAT: Final = "ssrpolicy-decisions/1"
DECISIONS_FILE: Final = "decisions.toml"
DECISIONS_HEAD: Final = f"""\
# What people decided about the proposals of this record's drafts, in the order in which they did.
# It is only ever appended to, so that a later draft does not ask again.
format = "{DECISIONS_FORMAT}"
"""


def decision_text(decision: Decision) -> str:
    """Return a decision as a table that can stand at the end of a ``decisions.toml``."""
    return "\n".join(
        [
            "[[decisions]]",
            f"proposal = {string(decision.proposal)}",
            f"kind = {string(decision.kind)}",
            f"grounds = {grounds_text(decision.grounds)}",
            f'decided = "{decision.decided}"',
            *([f"became = {string(decision.became)}"] if decision.became else []),
            f"by = {string(decision.by)}",
            f"date = {decision.date.isoformat()}",
            *([f"reason = {string(decision.reason)}"] if decision.reason else []),
            "",
        ]
    )


def read_decisions(data: bytes, file: Path) -> tuple[Decision, ...]:
    """Return the decisions that the bytes of a ``decisions.toml`` hold, in their order.

    Raises InputError for what is not such a file.
    """
    hint = _("Correct it, or put back the version that was good: it is never made anew.")
    text, problems = file_text(data)
    if text is None:
        reason = "; ".join(each.message for each in problems)
        raise InputError(f"{file}: {reason}", hint=hint)
    try:
        tables = toml_tables(text)
        if (stated := tables["format"]) == DECISIONS_FORMAT:
            return tuple(map(_decision, tables_in(tables.get("decisions", []), "decisions")))
        reason = _(
            "its format is {stated!r:.60}, not {known}", stated=stated, known=DECISIONS_FORMAT
        )
    except FlawedError as error:
        reason = "; ".join(each.message for each in error.problems)
    except KeyError as error:
        reason = _("it lacks the key {key}", key=error.args[0])
    except (ValueError, TypeError, AttributeError, RecursionError, ArithmeticError) as error:
        reason = str(toml_mistake(error, text))
    raise InputError(
        _("{file} does not hold decisions: {reason}.", file=file, reason=reason.rstrip(".")),
        hint=hint,
    )


def _decision(table: Mapping[str, Any]) -> Decision:
    return Decision(
        proposal=table["proposal"],
        kind=table["kind"],
        grounds=grounds_in(table["grounds"]),
        decided=member(Decided, table["decided"], "decided"),
        by=table["by"],
        date=table["date"],
        became=table.get("became"),
        reason=table.get("reason"),
    )
