"""What was asked, and how it was answered: in a sentence, or request by request."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

from ssrpolicy.model import Answer, Disposition, Request
from ssrpolicy.views.language import one_or_many
from ssrpolicy.views.notes.blocks import Bullets, Runs, spaced
from ssrpolicy.views.notes.citations import house_of
from ssrpolicy.views.notes.dossier.answers import answered
from ssrpolicy.views.notes.part import Part

# So many requests are named one by one; of more it is said how many got which answer.
_FEW = 3
# How a question begins that asks on after the one before it.
_FOLLOWING = re.compile(r"(?:Zo (?:ja|nee|niet)|Waarom (?:wel|niet)|If (?:so|not)|Why not)\b")


def requests_answered(part: Part) -> list[Bullets]:
    """What was asked and how it was answered: a few requests one by one, many by their answers."""
    requests = part.shown_requests
    if not requests:
        return []
    lead = _asked(part, len(requests))
    if len(requests) > _FEW:
        said = part.words("decision.requests_by_answer", lead=lead, said=_by_answer(part))
        return [Bullets(((part.run(said),),))]
    items = [
        spaced(
            part.sentence(each.summary), answered(part, part.answers.get(each.id, ()), briefly=True)
        )
        for each in requests
    ]
    return [Bullets(((part.run(f"{lead}:"),),)), Bullets(tuple(items), level=2)]


def _asked(part: Part, amount: int) -> str:
    """How much was asked, and by which House."""
    if part.asks_questions:
        key = one_or_many("decision.questions_put", amount)
        return part.words(key, questions=part.counted("questions", amount))
    house = (source := part.find_document(part.record.source)) and house_of(source)
    key = f"requests_{house}" if house else one_or_many("requests_made", amount)
    return part.words(f"decision.{key}", requests=part.counted("requests", amount))


def _by_answer(part: Part) -> str:
    """How many of the requests got which answer."""
    counts: Counter[str] = Counter()
    for request in part.shown_requests:
        kinds = {each.answer for each in answers_now(part, request)}
        counts[kinds.pop().value if len(kinds) == 1 else "several" if kinds else "none"] += 1
    if len(counts) == 1:
        (key,) = counts
        return part.words("decision.answered_alike", said=part.words(f"decision_answer.{key}"))
    order = [*(each.value for each in Answer), "several", "none"]
    return part.listing(
        [
            f"{part.in_words(counts[key])} {part.words(f'decision_answer.{key}')}"
            for key in order
            if counts[key]
        ]
    )


def answers_now(part: Part, request: Request) -> list[Disposition]:
    """Return the answers to a request that no later one took the place of.

    Where another record has that later one, return those of this record.
    """
    known = list(part.answers.get(request.id, ()))
    return [each for each in known if not part.is_earlier(each)] or known


def none_answered(part: Part) -> bool:
    """Return whether no answer is recorded to any of many requests, which one sentence says."""
    requests = part.shown_requests
    return len(requests) > _FEW and not any(answers_now(part, each) for each in requests)


def asked_after(part: Part, request: Request) -> Runs:
    """Return a request; of "Zo nee, waarom niet?" also the question after which it was put.

    That question has an answer of its own: what is said of this one does not hold for it.
    """
    before = takewhile(lambda each: each is not request, part.reading_order(part.shown_requests))
    said, first = part.sentence(request.summary), request
    followed: list[Runs] = []
    for each in reversed([each for each in before if each.document == request.document]):
        if not _FOLLOWING.match(first.summary.text(part.language)):
            break
        first = each
        followed.insert(0, part.sentence(each.summary))
    return spaced(said, part.phrase("decision.follows") if followed else (), *followed)
