"""What a run came to: counted, and reported to people or programs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Final

from attrs import define, field

from ssrpolicy.commands import print_line
from ssrpolicy_corpus.desk import PaperOutcome
from ssrpolicy_corpus.messages import _, ngettext
from ssrpolicy_corpus.reasons import Reason, in_the_language
from ssrpolicy_corpus.results import PROBLEMS, RESULTS, Receipt
from ssrpolicy_corpus.settings import Work

_MOST_NAMED: Final = 20
_MINUTE: Final = 60


@define(kw_only=True)
class Summary:
    """What a run came to.

    Attributes:
        output: the folder with results, receipts and problems.
        done: how many papers were done now.
        unchanged: how many had been done before.
        left_out: why papers were left out, now or before.
        errors: how many errors there are in records.
        others: how many files are not papers, by suffix.
        gone: how many results there are of papers that are not there now.
        seconds: how long it took.
    """

    work: Work
    output: Path
    done: int = 0
    unchanged: int = 0
    left_out: dict[str, Reason] = field(factory=dict)
    errors: int = 0
    others: Counter[str] = field(factory=Counter)
    gone: int = 0
    seconds: float = 0.0

    def add(self, outcome: PaperOutcome, known: Receipt | None) -> None:
        """Count what came of a paper, of which this was known before."""
        reason = outcome.get("reason")
        if outcome["status"] == "unchanged" and known is not None:
            reason = known.get("left_out")
            self.errors += known.get("errors", 0)
        if reason is not None:
            self.left_out[outcome["paper"]] = reason
        elif outcome["status"] == "unchanged":
            self.unchanged += 1
        else:
            self.done += 1
            self.errors += outcome.get("errors", 0)

    def to_json(self) -> dict[str, Any]:
        """Return the summary as data of JSON."""
        return {
            "work": self.work,
            "results": str(self.output / RESULTS),
            "done": self.done,
            "unchanged": self.unchanged,
            "left_out": [
                {"paper": paper, **reason} for paper, reason in sorted(self.left_out.items())
            ],
            "errors": self.errors,
            "other_files": dict(sorted(self.others.items())),
            "gone": self.gone,
            "seconds": round(self.seconds, 3),
        }


def print_summary(summary: Summary) -> None:
    """Print the summary of a run; papers left out are listed on standard error."""
    for paper, reason in sorted(summary.left_out.items())[:_MOST_NAMED]:
        words = "\n    ".join(in_the_language(reason).splitlines())
        if not words.startswith(paper):
            words = f"{paper}: {words}"
        print_line(_("Left out: {reason}", reason=words), err=True)
    if (more := len(summary.left_out) - _MOST_NAMED) > 0:
        print_line(
            ngettext(
                "... and {number} more, in {file}.",
                "... and {number} more, in {file}.",
                more,
                file=summary.output / PROBLEMS,
            ),
            err=True,
        )
    for sentence in _notes(summary):
        print_line(sentence)
    print_line(
        _(
            "{done} done, {unchanged} unchanged, {left_out} left out, in {time}: {results}",
            done=_counted(summary),
            unchanged=summary.unchanged,
            left_out=len(summary.left_out),
            time=_time(summary.seconds),
            results=summary.output / RESULTS,
        )
    )


def _notes(summary: Summary) -> list[str]:
    notes = []
    if summary.work == "check":
        notes.append(
            ngettext("{number} error in records.", "{number} errors in records.", summary.errors)
        )
    if summary.others:
        notes.append(
            ngettext(
                "{number} other file, which no reader takes: {suffixes}.",
                "{number} other files, which no reader takes: {suffixes}.",
                summary.others.total(),
                suffixes=", ".join(
                    f".{suffix} {number}" if suffix else f"- {number}"
                    for suffix, number in summary.others.most_common(5)
                ),
            )
        )
    if summary.gone:
        notes.append(_gone(summary))
    return notes


def _counted(summary: Summary) -> str:
    """Return how many were done: records where these are checked, else papers."""
    if summary.work == "check":
        return ngettext("{number} record", "{number} records", summary.done)
    return ngettext("{number} paper", "{number} papers", summary.done)


def _gone(summary: Summary) -> str:
    if summary.work == "check":
        return ngettext(
            "{number} result belongs to a record that has been removed.",
            "{number} results belong to records that have been removed.",
            summary.gone,
        )
    return ngettext(
        "{number} result belongs to a paper that has been removed.",
        "{number} results belong to papers that have been removed.",
        summary.gone,
    )


def _time(seconds: float) -> str:
    if seconds < _MINUTE:
        return _("{seconds} s", seconds=f"{seconds:.1f}")
    minutes, rest = divmod(round(seconds), _MINUTE)
    return _("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
