"""The key points of a briefing note: what there is, what is late, what evidence contradicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.vocabulary import EvidenceStatus, Firmness, Schedule
from ssrpolicy.views.blocks import Block, Bullets, Look, Runs
from ssrpolicy.views.briefing_parts import Part, spaced
from ssrpolicy.views.dates import long_date
from ssrpolicy.views.labels import label, listing
from ssrpolicy.views.quantities import counted

LISTED = 10
"""How many entries a key point names before it says how many more there are."""


def key_points(part: Part) -> list[Block]:
    """What there is, what is late, what the evidence contradicts, and what is not known."""
    blocks: list[Block] = [*_asked(part), _sentences(part, _counts(part))]
    for key, statements in attention(part).items():
        late = [_late(part, statement) for statement in statements]
        blocks += _list(part, part.words(key), late)
    unfounded = [part.full(request.summary) for request in _unfounded(part)]
    blocks += _list(part, part.words("unfounded"), unfounded)
    unknown = list(_unknown(part))
    return [*blocks, _sentences(part, unknown)] if unknown else blocks


def attention(part: Part) -> Mapping[str, Sequence[Statement]]:
    """Return what needs attention: overdue, due soon, said but not shown, contradicted.

    What has a date comes by that date, the rest in the order of the record.
    """
    found: dict[str, list[Statement]] = {
        "overdue": [],
        "due_soon": [],
        "said_met": [],
        "contradicted": [],
    }
    for statement in part.record.statements:
        now = part.now[statement.id]
        for key, status in (
            ("overdue", Schedule.OVERDUE),
            ("due_soon", Schedule.DUE_SOON),
            ("said_met", Schedule.SAID_MET),
        ):
            if now.schedule is status:
                found[key].append(statement)
        if now.evidence is EvidenceStatus.CONTRADICTS:
            found["contradicted"].append(statement)
    for key in ("overdue", "due_soon"):
        found[key].sort(key=lambda statement: part.now[statement.id].due or part.as_of)
    return found


def _sentences(part: Part, sentences: Iterable[str]) -> Block:
    return Bullets(tuple((part.run(sentence),) for sentence in sentences))


def _list(part: Part, head: str, items: Sequence[Runs]) -> list[Block]:
    """A point with the entries below it; of many, the first, and how many more there are."""
    if not items:
        return []
    shown = list(items[:LISTED])
    if len(items) > LISTED:
        shown.append((part.run(part.words("more", number=len(items) - LISTED)),))
    return [Bullets(((part.run(head),),)), Bullets(tuple(shown), level=2)]


def _late(part: Part, statement: Statement) -> Runs:
    now = part.now[statement.id]
    said = part.full(statement.summary)
    if now.due is None or now.schedule not in (Schedule.OVERDUE, Schedule.DUE_SOON):
        return said
    date = long_date(now.due, part.language)
    return spaced(said, (part.run(part.words("until", date=date), Look.QUIET),))


def _asked(part: Part) -> list[Block]:
    """Each request with the answers to it, in a word each."""
    requests = part.record.requests
    number = counted("requests", len(requests), part.language)
    key = "requests_one" if len(requests) == 1 else "requests_many"
    items = [spaced(part.full(each.summary), _answered(part, each)) for each in requests]
    return _list(part, part.words(key, requests=number), items)


def _answered(part: Part, request: Request) -> Runs:
    answers = part.answers.get(request.id, ())
    if not answers:
        return (part.run(part.words("no_answer"), Look.STRONG),)
    # "Declined and on conditions" misleads unless it says what each of the two is about.
    scoped = len({answer.answer for answer in answers}) > 1
    said = list(dict.fromkeys(_answer(part, answer, scoped=scoped) for answer in answers))
    words = part.words("request_answered", answers=listing(said, part.language))
    return (part.run(words, Look.STRONG),)


def _answer(part: Part, answer: Disposition, *, scoped: bool) -> str:
    """The word for an answer, with its scope in brackets where that is wanted and recorded."""
    words = label(answer.answer, part.language)
    if not scoped or answer.scope is None:
        return words
    return f"{words} ({(part.names.text(answer.scope) or '').rstrip('.')})"


def _counts(part: Part) -> Iterator[str]:
    record, language = part.record, part.language
    if record.commitments:
        firmness = Counter(part.now[c.id].firmness or c.firmness for c in record.commitments)
        yield part.words(
            "count_commitments",
            commitments=counted("commitments", len(record.commitments), language),
            firmness=_numbered(part, firmness),
        )
    else:
        yield part.words("no_commitments")
    others = len(record.statements) - len(record.commitments)
    yield part.words(
        "count_others",
        statements=counted("statements", others, language),
        instruments=counted("instruments", len(record.instruments), language),
    )


def _numbered(part: Part, numbers: Mapping[Firmness, int]) -> str:
    """How many there are of each firmness that occurs, the firmest first."""
    said = [
        part.words("number", words=label(firmness, part.language), number=numbers[firmness])
        for firmness in Firmness
        if firmness in numbers
    ]
    return listing(said, part.language)


def _unfounded(part: Part) -> list[Request]:
    """The requests with an answer that rests on a statement which evidence contradicts."""
    found = {
        disposition.request
        for disposition in part.record.dispositions
        if part.record.contradicted(disposition, as_of=part.as_of)
    }
    return [request for request in part.record.requests if request.id in found]


def _unknown(part: Part) -> Iterator[str]:
    """What the source leaves open, and what nobody has recorded."""
    commitments = part.record.commitments
    undated = sum(part.now[commitment.id].due is None for commitment in commitments)
    if undated and undated < len(commitments):
        of = counted("commitments", len(commitments), part.language)
        yield part.words("undated_some", count=undated, commitments=of)
    elif undated:
        yield part.words("undated_one" if undated == 1 else "undated_all")
    if not any(update.date <= part.as_of for update in part.record.updates):
        yield part.words("no_updates")
