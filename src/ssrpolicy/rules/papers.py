"""Documents and what is known of them: their metadata agree with one another."""

from collections import Counter
from collections.abc import Iterator

import attrs

from ssrpolicy.messages import _
from ssrpolicy.model import DataPath, Document, DocumentKind, Outcome, PolicyRecord, Severity
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_full, in_words

_OF_MOTIONS = ("outcome", "votes", "appreciation")
_OPENING = 50


@rule("motion-field-elsewhere", Severity.ERROR)
def motion_field_elsewhere(record: PolicyRecord) -> Iterator[Remark]:
    """A document that is not a motion has an outcome, votes or the advice of the cabinet.

    The House votes on motions, and the cabinet gives its advice on them; reports would show a vote
    on a letter.

    Example: `kind = "letter"` with `outcome = "adopted"`.

    What to do: record the motion as a document of its own, and move the fields there; or correct
    the `kind`.
    """
    for index, document in enumerate(record.documents):
        if document.kind is DocumentKind.MOTION:
            continue
        for name in _OF_MOTIONS:
            if getattr(document, name) is not None:
                yield Remark(
                    message=_(
                        "A {kind} has no {name}; only a motion does.",
                        kind=in_words(document.kind),
                        name=name,
                    ),
                    hint=_("Record the motion as a document of its own, or correct the kind."),
                    place=("documents", index, name),
                )


@rule("votes-against-outcome", Severity.WARNING)
def votes_against_outcome(record: PolicyRecord) -> Iterator[Remark]:
    """The votes on a motion do not go with its outcome.

    A motion with more votes in favour than against is adopted, any other is rejected; one that is
    withdrawn or held is not put to the vote.

    Example: `outcome = "adopted"`, `votes = { in_favour = 60, against = 90 }`.

    What to do: correct the votes or the outcome from the proceedings; if the House counted
    otherwise, leave both as they are.
    """
    for index, document in enumerate(record.documents):
        votes, outcome = document.votes, document.outcome
        if votes is None or outcome is None:
            continue
        carried = votes.in_favour > votes.against
        of = {"in_favour": votes.in_favour, "against": votes.against}
        if outcome is Outcome.ADOPTED and not carried:
            message = _(
                "The motion is adopted, but not more members voted in favour than against "
                "({in_favour} to {against}).",
                **of,
            )
        elif outcome is Outcome.REJECTED and carried:
            message = _(
                "The motion is rejected, but more members voted in favour than against "
                "({in_favour} to {against}).",
                **of,
            )
        elif outcome is Outcome.WITHDRAWN:
            message = _(
                "The motion is withdrawn, but it has votes ({in_favour} to {against}).", **of
            )
        elif outcome is Outcome.HELD:
            message = _("The motion is held, but it has votes ({in_favour} to {against}).", **of)
        else:
            continue
        yield Remark(
            message=message,
            hint=_("Look both up in the proceedings."),
            place=("documents", index, "votes"),
        )


@rule("number-duplicate", Severity.ERROR)
def number_duplicate(record: PolicyRecord) -> Iterator[Remark]:
    """Two documents have one paper number, or one register number.

    A number names one paper; as two documents it would be listed as two sources.

    Example: the letter and its motion, both `number = "kst-32123-X-124"`.

    What to do: correct the number that is wrong; or keep one of the two documents.
    """
    for name in ("number", "register_number"):
        seen: dict[str, str] = {}
        for index, document in enumerate(record.documents):
            number = getattr(document, name)
            if number is None:
                continue
            first = seen.setdefault(str(number), document.id)
            if first != document.id:
                yield Remark(
                    message=_(
                        "The {name} {number} of {id} is also that of {first}.",
                        name=name,
                        number=number,
                        id=document.id,
                        first=first,
                    ),
                    hint=_("Correct the number that is wrong, or keep one of the two."),
                    place=("documents", index, name),
                )


@rule("replaces-itself", Severity.ERROR)
def replaces_itself(record: PolicyRecord) -> Iterator[Remark]:
    """A document replaces itself, by its own number.

    An amended motion comes in place of an earlier paper, with another number.

    Example: `number = "kst-32123-X-84"`, `replaces = "kst-32123-X-84"`.

    What to do: correct `replaces`; leave it out if the earlier paper is not known.
    """
    for index, document in enumerate(record.documents):
        if document.replaces is not None and document.replaces == document.number:
            yield Remark(
                message=_("{number} is said to replace itself.", number=document.number),
                hint=_("Name the paper in whose place it came, or leave out replaces."),
                place=("documents", index, "replaces"),
            )


@rule("replaces-later", Severity.WARNING)
def replaces_later(record: PolicyRecord) -> Iterator[Remark]:
    """A document replaces one that is dated after it.

    Example: a motion of 3 December that replaces one of 8 December of the same year.

    What to do: correct the dates, or swap the two.
    """
    numbered = {d.number: d for d in record.documents if d.number is not None}
    for index, document in enumerate(record.documents):
        replaced = None if document.replaces is None else numbered.get(document.replaces)
        if replaced is None or replaced.date is None or document.date is None:
            continue
        if document.date < replaced.date:
            yield Remark(
                message=_(
                    "{id}, of {date}, is said to replace {other}, of {other_date}.",
                    id=document.id,
                    date=in_full(document.date),
                    other=replaced.id,
                    other_date=in_full(replaced.date),
                ),
                hint=_("Correct the dates, or swap the two."),
                place=("documents", index, "replaces"),
            )


@rule("on-behalf-without-author", Severity.WARNING)
def on_behalf_without_author(record: PolicyRecord) -> Iterator[Remark]:
    """A document is signed on behalf of somebody, and by nobody.

    "Mede namens" says for whom the author signs as well; the author signs first.

    Example: `on_behalf_of = ["minister-defensie"]` without `authors`.

    What to do: name the author who signs; if that is the one named in `on_behalf_of`, move it to
    `authors`.
    """
    for index, document in enumerate(record.documents):
        if document.on_behalf_of and not document.authors:
            yield Remark(
                message=_(
                    "The document is on behalf of {on_behalf_of}, and has no authors.",
                    on_behalf_of=", ".join(document.on_behalf_of),
                ),
                hint=_("Name in authors who signs."),
                place=("documents", index, "on_behalf_of"),
            )


@rule("register-field-unknown", Severity.ERROR, needs_whole="entry")
def register_field_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """A document's `from_register` or `facts_from` names a field that it does not have.

    They say which of the document's own fields come from the register, or from another place, and
    not from the document itself; reports mark those.

    Example: `from_register = ["outcome"]` in a document without `outcome`.

    What to do: correct the name, or take it out.
    """
    fields = {field.name for field in attrs.fields(Document)}
    for index, document in enumerate(record.documents):
        named: list[tuple[str, DataPath]] = [
            (name, ("from_register", number)) for number, name in enumerate(document.from_register)
        ]
        for at, each in enumerate(document.facts_from):
            named += [(name, ("facts_from", at, "facts", n)) for n, name in enumerate(each.facts)]
        for name, place in named:
            of = {"place": place[0], "name": name}
            if name not in fields:
                message = _("{place} names {name!r}, which is not a field of documents.", **of)
            elif getattr(document, name) in (None, ()):
                message = _("{place} names {name!r}, which this document does not have.", **of)
            else:
                continue
            yield Remark(
                message=message,
                hint=_("Correct the name, or take it out."),
                place=("documents", index, *place),
            )


@rule("fact-without-source", Severity.WARNING, needs_whole="entry")
def fact_without_source(record: PolicyRecord) -> Iterator[Remark]:
    """Nothing says where the outcome, the votes or the cabinet's advice on a motion come from.

    A motion does not state what became of it, so the fact was found elsewhere; whoever reads it in
    a report must be able to look it up there.

    Example: `outcome = "adopted"`, and neither `from_register` nor `facts_from` names it.

    What to do: write `from_register = ["outcome"]` if the register of the House gives it; else
    name the place, such as the proceedings:
    `facts_from = [{ facts = ["outcome"], name = "...", url = "https://..." }]`.
    """
    for index, document in enumerate(record.documents):
        for name in document.unsourced:
            yield Remark(
                message=_(
                    "No source is recorded for the {name} of {id}.", name=name, id=document.id
                ),
                hint=_(
                    'Write from_register = ["{name}"], or name the place in facts_from.', name=name
                ),
                place=("documents", index, name),
            )


@rule("text-empty", Severity.ERROR)
def text_empty(record: PolicyRecord) -> Iterator[Remark]:
    """The text of a document holds nothing but white space.

    Nothing can be quoted from it, and coverage would be complete because there is no sentence to
    cover. A scanned PDF often yields such a text.

    Example: a file of no bytes.

    What to do: get the text, for instance by text recognition; or leave out `file` and `sha256`,
    and the quotes are shown as unverified.
    """
    for index, document in enumerate(record.documents):
        if document.text is not None and not document.text.strip("\ufeff \t\r\n\f\v\u00a0"):
            yield Remark(
                message=_("The text of {id} is empty.", id=document.id),
                hint=_("Get the text, or leave out file and sha256."),
                place=("documents", index, "file"),
            )


@rule("text-duplicate", Severity.ERROR)
def text_duplicate(record: PolicyRecord) -> Iterator[Remark]:
    """Two documents of the record have the same text.

    One paper would be listed as two sources, what it states could be recorded twice, and a quote
    from the one says nothing of the other. What differs in white space alone is the same.

    Example: `letter` and `letter-2`, both made from one file.

    What to do: keep one of the two documents, and let what quotes the other name that one; or give
    the other the text of its own paper.
    """
    openings = Counter(map(_opening, record.documents))
    seen: dict[str, str] = {}
    for index, document in enumerate(record.documents):
        # Nearly every text opens with words of its own, and need not be read to its end.
        words = " ".join((document.text or "").split()) if openings[_opening(document)] > 1 else ""
        if words and (first := seen.setdefault(words, document.id)) != document.id:
            yield Remark(
                message=_("The text of {id} is also that of {first}.", id=document.id, first=first),
                hint=_("Keep one of the two, or give the other the text of its own paper."),
                place=("documents", index, "file"),
            )


def _opening(document: Document) -> tuple[str, ...]:
    return tuple((document.text or "").split(maxsplit=_OPENING)[:_OPENING])
