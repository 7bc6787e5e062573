"""The text of a new record: what the letter states of itself and cites, marked as such."""

import re
from collections.abc import Iterator
from typing import Final

from ssrpolicy.codec import SOURCES_FOLDER, NewSource, string
from ssrpolicy.messages import _
from ssrpolicy.model import DocumentKind, PaperNumber
from ssrpolicy.starting.asking import Questions
from ssrpolicy.starting.cited import MOST_SEARCHED, cited_papers
from ssrpolicy.starting.comments import (
    explanation_of_documents,
    explanation_of_record,
    explanation_of_tables,
)
from ssrpolicy.starting.head import Head
from ssrpolicy.views.language import label, long_date

_OF_A_LAW: Final = re.compile(
    r"(?:nadere )?(?:vaststelling|wijziging|goedkeuring|regels|invoering|intrekking|uitvoering)\b"
    r"|(?:jaarverslag|slotwet|ontwerpbegroting|begroting)|(?:voorstel van )?(?:rijks)?wet\b"
    r"|nota over de toestand|(?:adoption|amendment) of\b|(?:bill|budget)\b",
    re.IGNORECASE,
)


def record_text(record_id: str, paper: PaperNumber | None, source: NewSource, head: Head) -> str:
    """Return the text of a new ``record.toml`` for a paper.

    What the paper states is filled in with its words as a comment; what it does not state stands
    as a comment to be filled in.
    """
    own = _id_of(head.kind)
    lines = [
        explanation_of_record(),
        'format = "ssrpolicy-record/1"',
        f"id = {string(record_id)}",
        f'language = "{head.language}"',
        f'source = "{own}"',
        _about(head),
        "",
        explanation_of_documents(),
        "[[documents]]",
        f'id = "{own}"',
        _kind(head),
        *_number(paper, head),
        *_title(head),
        *_stated(head),
        f'language = "{head.language}"',
        *(f"{key} = {string(value)}" for key, value in source.keys(SOURCES_FOLDER).items()),
        *_cited(source, paper, head),
        *_parties(head),
        "",
        explanation_of_tables(),
    ]
    return "\n".join(lines)


def _marked(line: str, mark: str) -> str:
    return f"{line:<32}  # {mark}"


def _about(head: Head) -> str:
    """What the record is about: its paper's dossier, where the paper itself states no subject.

    The dossier of a budget or of a law is called after that, whatever its papers are about.
    """
    if head.title is None or head.subject is not None or _OF_A_LAW.match(head.title):
        return _marked('# title = "..."', _("what this record is about, if you like"))
    return _marked(f"title = {string(_plain(head.title))}", _("the name of its dossier, as stated"))


def _id_of(kind: DocumentKind) -> str:
    return "paper" if kind is DocumentKind.OTHER else kind.value


def _kind(head: Head) -> str:
    said = _as_stated(head.kind_words) if head.kind_words else _("to be checked: not stated")
    return _marked(f'kind = "{head.kind}"', said)


def _number(paper: PaperNumber | None, head: Head) -> Iterator[str]:
    if paper is None:
        yield _marked('# number = "kst-32123-X-124"', _("to be filled in: the paper's own number"))
    elif paper == head.number:
        yield _marked(f'number = "{paper}"', _as_stated(head.number_words))
    else:
        yield _marked(f'number = "{paper}"', _("as given; the paper does not state it"))
    # The number of answers holds the session year itself.
    if head.session_year is not None and (paper is None or paper.session_year is None):
        stated = _as_stated(head.session_words)
        yield _marked(f'session_year = "{head.session_year}"', stated)
    if head.replaces is not None and paper == head.number:
        yield f'replaces = "{head.replaces}"'
    if head.title is not None:
        yield f"# {_('Its dossier: {title}', title=_comment(head.title))}"


def _title(head: Head) -> Iterator[str]:
    if head.subject is not None:
        yield _marked(f"title = {string(head.subject)}", _as_stated(head.subject_words))


def _stated(head: Head) -> Iterator[str]:
    if head.date is None:
        yield _marked("# date = 2010-04-29", _("to be filled in: not found in the head"))
    else:
        yield _marked(f"date = {head.date.isoformat()}", _as_stated(head.date_words))
    if not head.authors:
        mark = _("to be filled in: no known party found in head or signature")
        yield _marked('# authors = ["minister-bz"]', mark)
    else:
        ids = ", ".join(f'"{author.value}"' for author in head.authors)
        words = "; ".join(author.words for author in head.authors)
        yield _marked(f"authors = [{ids}]", _as_stated(words))
    if head.on_behalf_of:
        ids = ", ".join(f'"{each.value}"' for each in head.on_behalf_of)
        words = "; ".join(each.words for each in head.on_behalf_of)
        yield _marked(f"on_behalf_of = [{ids}]", _as_stated(words))
    if head.reference is not None:
        yield _marked(f"reference = {string(head.reference)}", _as_stated(head.reference_words))
    if head.addressee is None and head.kind is not DocumentKind.MOTION:
        mark = _("to be filled in: no known party found in the head")
        yield _marked('# addressee = "tweede-kamer"', mark)
    elif head.addressee is not None:
        words = _as_stated(head.addressee.words)
        yield _marked(f'addressee = "{head.addressee.value}"', words)


def _parties(head: Head) -> Iterator[str]:
    """The functions that the paper names and no code list has, as parties of the record."""
    for each in head.parties:
        if each.party is not None:
            yield from ("", "[[parties]]", f"id = {string(each.party.id)}")
            yield _marked(
                f"name = {string(each.party.name.text('nl'))}", _("as the paper names it")
            )


def _as_stated(words: str | None) -> str:
    return _("stated: {words}", words=_comment(words))


def _comment(words: str | None) -> str:
    # What stands in a comment of the file may hold no control character either.
    return "".join(mark if mark.isprintable() else " " for mark in words or "")


def _plain(words: str) -> str:
    return " ".join(_comment(words).split())


def _cited(source: NewSource, own: PaperNumber | None, head: Head) -> Iterator[str]:
    """Yield the papers that the letter cites, as documents of which only the number is known."""
    ids = {_id_of(head.kind)}
    if head.replaces is not None:
        ids.add("motion-2")
        yield from ("", "[[documents]]", 'id = "motion-2"', 'kind = "motion"')
        yield _marked(f'number = "{head.replaces}"', _("in whose place this one comes"))
    if head.questions is not None:
        ids.add("question-2")
        yield from _questions(head.questions)
    known = frozenset((own, head.number, head.replaces))
    text = source.text[:MOST_SEARCHED]
    numbers: dict[str, int] = {}
    for each in cited_papers(text, source.parts, known, own or head.number):
        id = name = _id_of(each.kind)
        while id in ids:
            numbers[name] = numbers.get(name, 1) + 1
            id = f"{name}-{numbers[name]}"
        ids.add(id)
        yield from ("", "[[documents]]", f'id = "{id}"', f'kind = "{each.kind}"')
        yield _marked(
            f'number = "{each.number}"', _("cited as: {words}", words=_comment(each.words))
        )
        yield from (f"# {_comment(warning)}" for warning in each.warnings)
        if each.date is not None:
            mark = _("as dated where it is cited")
            yield _marked(f"date = {each.date.isoformat()}", mark)
        if each.decision is not None:
            yield _marked(f'outcome = "{each.decision.outcome}"', _as_stated(each.decision.words))
            yield f'facts_from = [{{ facts = ["outcome"], name = {string(_called(head, own))} }}]'


def _questions(asked: Questions) -> Iterator[str]:
    """The paper in which the questions were put that this one answers."""
    names = ", ".join(f'"{each.value}"' for each in asked.authors)
    yield from ("", "[[documents]]", 'id = "question-2"', 'kind = "question"')
    if asked.date is not None:
        yield f"date = {asked.date.isoformat()}"
    yield _marked(f"authors = [{names}]", _as_stated(asked.words))


def _called(head: Head, own: PaperNumber | None) -> str:
    """What the paper is called as the source of a fact: "brief van 3 maart 2031 (kst-36725-4)"."""
    name = label(head.kind, head.language)
    if head.date is not None:
        of = {"nl": "van", "en": "of"}[head.language]
        name = f"{name} {of} {long_date(head.date, head.language)}"
    return name if own is None else f"{name} ({own})"
