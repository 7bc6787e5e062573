"""What is set aside is not recorded as well."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from ssrpolicy.evidence import AnchorState, Span
from ssrpolicy.messages import _
from ssrpolicy.model import PolicyRecord, Quote, SetAside, Severity
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_quotes
from ssrpolicy.rules.quotes import anchored


class _Spans(NamedTuple):
    """The quoted stretches of one document, sorted to find those in or around another."""

    starts: list[int]
    furthest: list[int]  # the furthest end of this stretch and all before it
    nearest: list[int]  # the nearest end of this stretch and all after it

    @classmethod
    def of(cls, spans: list[Span]) -> _Spans:
        spans = sorted(spans)
        ends = [span.end for span in spans]
        return cls(
            [span.start for span in spans],
            list(accumulate(ends, max)),
            list(accumulate(reversed(ends), min))[::-1],
        )

    def around(self, span: Span) -> bool:
        """Whether one of the stretches holds the whole span."""
        index = bisect_right(self.starts, span.start) - 1
        return index >= 0 and self.furthest[index] >= span.end

    def within(self, span: Span) -> bool:
        """Whether the span holds one of the stretches whole."""
        index = bisect_left(self.starts, span.start)
        return index < len(self.starts) and self.nearest[index] <= span.end


@rule("set-aside-quoted", Severity.NOTE)
def set_aside_quoted(record: PolicyRecord) -> Iterator[Remark]:
    """A passage is set aside, and an entry quotes it, or quotes a part of it.

    What is set aside is left out on purpose; what is quoted is recorded. One of the two is
    usually left over from an earlier reading.

    Example: a sentence is set aside as background, and a claim quotes it.

    What to do: remove the set-aside; or set aside only the words that no entry quotes.
    """
    spans: dict[str, list[Span]] = {}
    aside: list[tuple[Quote, Span]] = []
    for each, anchor in anchored(record, AnchorState.FOUND):
        if anchor.span is None:
            continue
        if isinstance(each.entry, SetAside):
            aside.append((each, anchor.span))
        else:
            spans.setdefault(each.passage.document, []).append(anchor.span)
    ready = {document: _Spans.of(found) for document, found in spans.items()} if aside else {}
    for each, span in aside:
        recorded = ready.get(each.passage.document)
        if recorded is None:
            continue
        of = {"quote": in_quotes(each.passage.quote)}
        if recorded.around(span):
            message = _("The passage {quote} is set aside, and is quoted whole by an entry.", **of)
        elif recorded.within(span):
            message = _(
                "The passage {quote} is set aside, and is quoted in part by an entry.", **of
            )
        else:
            continue
        yield Remark(
            message=message,
            hint=_("Remove the set-aside, or set aside only what no entry quotes."),
            place=each.path,
        )
