"""A tracker as lines of JSON: what an editable reporter is at the least, and no Excel."""

import datetime as dt
import json
from typing import Any, BinaryIO

from ssrpolicy.reporting import (
    Baseline,
    EditedCell,
    EditPart,
    Edits,
    InputError,
    NoOptions,
    Refusal,
    Report,
    Standing,
    baseline,
    hookimpl,
)

MAGIC = "a tracker in lines"


class LinesReporter:
    """Writes a line on the tracker, and a line a statement whose ``cells`` people edit."""

    name = "lines"
    summary = "A tracker as lines of JSON, for tests."
    suffix = "lines"
    media_type = "application/jsonl"
    api = 1
    options: type[Any] = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the baseline, and the statements with where they stand."""
        given = baseline(report)
        head: dict[str, Any] = {
            "what": MAGIC,
            "as_of": given.as_of.isoformat(),
            "language": given.language,
            "records": dict(given.records),
            "private": [],
            "saved_by": None,
        }
        lines: list[dict[str, Any]] = [head]
        for item, standing in given.standings.items():
            plain = standing.to_plain()
            cells: dict[str, str | None] = dict.fromkeys(EditPart)
            cells["claimed"] = standing.claimed.value
            cells["evidence"] = standing.evidence.value
            cells["owners"] = "\n".join(standing.owners) or None
            cells["note"] = None if standing.note is None else standing.note.text(report.language)
            lines.append({"id": item, "standing": plain, "given": cells, "cells": cells})
        out.write("".join(f"{json.dumps(line)}\n" for line in lines).encode())

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return the cells that differ from those exported."""
        try:
            head, *rows = map(json.loads, stream.read().decode().splitlines())
            known = head["what"] == MAGIC
        except (ValueError, TypeError, KeyError) as error:
            raise InputError("This is not a tracker in lines.") from error
        if not known:
            raise InputError("This is not a tracker in lines.")
        return Edits(
            baseline=Baseline(
                as_of=dt.date.fromisoformat(head["as_of"]),
                language=head["language"],
                records=head["records"],
                standings={row["id"]: Standing.from_plain(row["standing"]) for row in rows},
            ),
            cells=tuple(
                EditedCell(
                    item=row["id"], part=EditPart(part), value=value, place=f"{number}:{part}"
                )
                for number, row in enumerate(rows, start=2)
                for part, value in row["cells"].items()
                if value != row["given"].get(part)
            ),
            refusals=tuple(
                Refusal(place=f"{number}:x", message="There is a formula.")
                for number, row in enumerate(rows, start=2)
                if "formula" in row
            ),
            private=tuple(head["private"]),
            saved_by=head["saved_by"],
        )


@hookimpl
def ssrpolicy_reporters() -> list[LinesReporter]:
    """Offer the tracker in lines."""
    return [LinesReporter()]
