"""What the head and the signature of a paper state of it: kind, number, date, who, to whom.

What a file is called proves nothing, and is not looked at here.
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from ssrpolicy.model import ApartKind, DocumentKind, Language, PaperNumber, TextParts
from ssrpolicy.starting.actors import authors_of, on_behalf_of
from ssrpolicy.starting.addressees import addressee_of
from ssrpolicy.starting.asking import (
    Questions,
    answers_questions,
    asked_of,
    questions_of,
    sends_answers,
)
from ssrpolicy.starting.functions import Stated, of_no_list
from ssrpolicy.starting.head.dates import HEAD, own_date
from ssrpolicy.starting.head.kinds import kind_of
from ssrpolicy.starting.head.labels import own_reference, subject_of
from ssrpolicy.starting.head.languages import is_foreign, language_of
from ssrpolicy.starting.head.layout import laid_out
from ssrpolicy.starting.head.printed import printed_number, replaced
from ssrpolicy.starting.head.session import session_year
from ssrpolicy.starting.signatures import SALUTATION


@frozen(kw_only=True)
class Head:
    """What a paper states of itself; None, or empty, for what it does not state.

    Where it does not say what ``kind`` of paper it is, it is taken for a letter.
    """

    language: Language
    reads_as_language: bool = True
    kind: DocumentKind = DocumentKind.LETTER
    kind_words: str = ""
    number: PaperNumber | None = None
    number_words: str = ""
    session_year: str | None = None
    session_words: str | None = None
    title: str | None = None
    subject: str | None = None
    subject_words: str | None = None
    date: dt.date | None = None
    date_words: str | None = None
    reference: str | None = None
    reference_words: str | None = None
    replaces: PaperNumber | None = None
    authors: tuple[Stated, ...] = ()
    on_behalf_of: tuple[Stated, ...] = ()
    addressee: Stated | None = None
    questions: Questions | None = None
    gives_answers: bool = False

    @property
    def parties(self) -> tuple[Stated, ...]:
        """Those of its parties that no code list has, each once."""
        asked = () if self.questions is None else self.questions.authors
        named = (*self.authors, *self.on_behalf_of, *filter(None, (self.addressee,)), *asked)
        return tuple({each.value: each for each in named if each.party is not None}.values())


def head_of(text: str, parts: TextParts | None = None) -> Head:
    """Return what the head of a paper, and its signature, state; nothing is guessed.

    ``parts`` says where its notes begin, and what stands in the margin of its first page.
    """
    # A file may end its lines as Windows does; patterns see one kind only.
    text = text if parts is None else text[: parts.notes]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    lines = laid_out(lines, HEAD)
    head = lines[:HEAD]
    kind, kind_words = kind_of(lines, head)
    date, date_words = own_date(lines, kind)
    language, reads = language_of(text)
    whole = f"{lines}\n\n{_apart(parts, first=False)}"
    begins = SALUTATION.search(head)
    printed = printed_number(head[: begins.start()] if begins else head, whole, language, date)
    session, session_words = session_year(whole, date)
    subject, subject_words = subject_of(head)
    reference, reference_words = own_reference(f"{head}\n\n{_apart(parts, first=True)}")
    authors = authors_of(lines, head, kind, date)
    behalf = on_behalf_of(lines, head, authors, date)
    addressee = addressee_of(head, date)
    asked = kind is DocumentKind.QUESTION or sends_answers(head)
    questions = questions_of(head) if asked else None
    answers = questions is not None and (
        kind is DocumentKind.LETTER or answers_questions(lines, head)
    )
    if questions is not None and not answers:
        # Questions by themselves are the paper of who asks them.
        authors, addressee = questions.authors, asked_of(head, date) or addressee
        if questions.date is not None or date is None:
            date, date_words = questions.date, questions.words
        questions = None
    motion = kind is DocumentKind.MOTION
    # Those who propose a decision do so on behalf of others, which does not make it theirs.
    behalf = () if kind in (DocumentKind.MOTION, DocumentKind.DECISION) else behalf
    if is_foreign(head, lines, language):
        authors, behalf = (tuple(map(of_no_list, named)) for named in (authors, behalf))
        addressee = addressee and of_no_list(addressee)
    return Head(
        language=language,
        reads_as_language=reads,
        kind=kind,
        kind_words=kind_words,
        number=printed.number,
        number_words=printed.words,
        session_year=session,
        session_words=session_words,
        title=printed.title,
        subject=subject,
        subject_words=subject_words,
        date=date,
        date_words=date_words,
        reference=reference,
        reference_words=reference_words,
        replaces=replaced(head, printed.number) if motion else None,
        authors=authors,
        on_behalf_of=behalf,
        addressee=None if motion else addressee,
        questions=questions if authors else None,
        gives_answers=kind is DocumentKind.QUESTION and answers_questions(lines, head),
    )


def _apart(parts: TextParts | None, *, first: bool) -> str:
    """Return the text around the running text: margins, heads, feet; of page 1, or of all."""
    apart = () if parts is None else parts.apart
    kinds = (ApartKind.MARGIN, ApartKind.PAGE_HEAD, ApartKind.PAGE_FOOT)
    return "\n\n".join(
        each.text for each in apart if each.kind in kinds and (not first or each.page in (None, 1))
    )
