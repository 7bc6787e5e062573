"""What the head and the signature of a paper state of it: kind, number, date, who, to whom.

What a file is called proves nothing, and is not looked at here.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from attrs import frozen

from ssrpolicy.evidence import stops_within
from ssrpolicy.evidence.terms import entered_day
from ssrpolicy.model import ApartKind, DocumentKind, Language, PaperNumber, TextParts
from ssrpolicy.starting.actors import addressee_of, authors_of, on_behalf_of
from ssrpolicy.starting.asking import Questions, answers_questions, questions_of, sends_answers
from ssrpolicy.starting.functions import Stated, of_no_list
from ssrpolicy.starting.kinds import kind_of
from ssrpolicy.starting.languages import is_foreign, language_of
from ssrpolicy.starting.printed import printed_number, replaced
from ssrpolicy.starting.session import session_year
from ssrpolicy.starting.signatures import SALUTATION

_HEAD: Final = 2_500
_FOOT: Final = 200
_DAY: Final = (
    r"(?:(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag[ \t]+)?"
    r"\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?\s+[12]\d{3}|[a-z]{3,9}\s+\d{1,2},?\s+[12]\d{3}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.][12]\d{3}|[12]\d{3}-\d{2}-\d{2})"
)
# A letter's own date stands on a line by itself, mostly after the place; other dates in the head
# are those of the papers that it answers ("Uw brief van" in a margin has its date below it).
_LABELLED: Final = re.compile(
    r"^[ \t]*(?:datum|date|voorgesteld|vastgesteld|gepubliceerd(?:[ \t]+op)?"
    rf"|(?:published|issued)(?:[ \t]+on)?)\b\s*(?::\s*)?(?P<day>{_DAY})"
    r"(?=[ \t]*(?:$|[ \t]\w))",
    re.IGNORECASE | re.MULTILINE,
)
_OWN_DATE: Final = re.compile(
    rf"^[ \t]*(?:(?:den haag|'s-gravenhage|the hague)[ \t]+|['’‘]?[^\W\d][^\n,.;:]{{1,40}},\s*)?"
    rf"(?P<day>{_DAY})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
#: The place with the day says more than a label does: "Den Haag, 4 maart 2026".
_PLACED: Final = re.compile(
    r"^[ \t]*(?:(?:den haag|'s-gravenhage|the hague),?[ \t]+"
    r"|['’‘]?(?:s-)?(?-i:[A-Z])[^\W\d]+(?:[ -][^\W\d]+){0,3},[ \t]*)"
    rf"(?P<day>{_DAY})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ANSWERS_TO: Final = re.compile(
    r"(?:uw|your) (?:brief|kenmerk|letter|ref\w*)\b[^\n]*\n[^\n]*\Z|\bontvangen[^\n]*\n?[^\n]*$",
    re.IGNORECASE,
)
# What a paper calls itself and its sending, in a label of its own day: "Datum brief".
_ITSELF: Final = (
    r"brief|document|besluit|verzend(?:ing)?|verzonden|dagtekening|uitgifte|publicatie|schrijven|letter|issue"
    r"|decision|publication|signature|sent"
)
_BEHIND_DATE: Final = (
    rf"(?:[ \t:/&]+(?:{_ITSELF}|van|de|het|dit|deze|en|of|the|this|and|vermelden|plaats"
    r"|(?:ons |onze |uw |our |your )?(?:kenmerk|referentie|reference|ref)|bijlagen?|enclosures?"
    r"|behandeld door|onderwerp|betreft|subject|contactpersoon|telefoon|pagina|page"
    r"|den haag|'s-gravenhage|the hague|amsterdam|rotterdam|utrecht|brussel|london)"
    r"(?!\w)(?:\(n\))?)*[ \t:]*(?:\t|[ \t]{3}|\n)"
)
#: A label of another day, above it: "Datum ontvangst", "Ingangsdatum", "Date of motion".
_OTHER_DAY: Final = re.compile(
    rf"(?:^|\n)[^\n]*\b(?:dat(?:um|e)\b(?!{_BEHIND_DATE})|(?!(?:{_ITSELF})s?datum)[^\W\d_]+datum\b"
    r"|(?:effective|start|end|meeting|due|expiry|closing|response|debate|question|motion|election)"
    r"[ \t]+date\b|received(?:[ \t]+on)?[ \t]*:?[ \t]*(?=\n))[^\n\d]*\n[ \t]*\Z",
    re.IGNORECASE,
)
_PROPOSED: Final = re.compile(
    r"\b(?:Voorgesteld\s+(?:tijdens\s+het\s+[^\n,;]{3,80}?\s+van\s+)?|Proposed\s+(?:on\s+)?)"
    rf"(?P<day>{_DAY})",
    re.IGNORECASE,
)
_RECEIVED: Final = re.compile(rf"\(\s*ontvangen\s+(?P<day>{_DAY})\s*\)", re.IGNORECASE)
#: What the House prints below the heading of an amendment or a memorandum.
_RECEIVED_PAPER: Final = re.compile(
    r"^[ \t]*(?:ontvangen|received)(?=[ \t:])[ \t]*(?:on\b[ \t]*)?(?::[ \t]*)?"
    rf"(?P<day>{_DAY})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_REFERENCE: Final = re.compile(
    r"^[ \t]*(?:(?:ons |onze )?(?:kenmerk|referentie)|(?:our )?ref(?:erence)?\.?)[ \t]*(?::[ \t]*)?"
    r"(?:\n[ \t]*)?(?P<reference>[^\s:][^\n]{2,80}?)(?=[ \t]*$|[ \t]{2,}|\t"
    r"|[ \t]+(?:uw|your|datum|date|bijlage))",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_LABEL: Final = (
    r"(?i:datum|date|bijlagen?|enclosures?|pag(?:ina|e)|contactpersoon|telefoon|auteur"
    r"|(?:ons |onze |uw |our |your )?(?:kenmerk|referentie|reference|ref))\b"
)
_SUBJECT: Final = re.compile(
    r"^[ \t]*(?:(?:Betreft|BETREFT|Betr(?:\.|(?=[ \t]*:))|Onderwerp|ONDERWERP|Subject(?! to\b)"
    r"|SUBJECT)(?!\w)|R[Ee](?=[ \t]*:)|(?:betreft|onderwerp)(?=[ \t]*:|[ \t]{2}|\t)"
    r"|(?<=\n)(?:betreft|onderwerp)(?=[ ]))"
    rf"(?P<between>[ \t]*:[ \t]*|[ \t]+|(?=\n))(?:\n[ \t]*)?(?!{_OTHER_LABEL})"
    r"(?P<subject>[^\s:][^\n]*)\n?",
    re.MULTILINE,
)
# A subject goes on where its line cannot be its end, or where the next one cannot begin anything.
_FOLLOWS: Final = re.compile(rf"(?![ \t]*{_OTHER_LABEL})(?:[ \t]{{4,}}\S|[ \t]*[a-z(])")
_LABELLED_ABOVE: Final = re.compile(rf"[ \t]*{_OTHER_LABEL}")
#: A label and one space: so does a sentence go on that has the word.
_BY_ITSELF: Final = re.compile(r"[ \t]*(?:(?:ons|onze|our) )?(?:kenmerk|ref\w*)\.? \S")
#: A label that begins what stands apart, with one word behind it, goes on no sentence.
_BEGINS: Final = re.compile(r"(?:\A\s*|\n[ \t]*\n)\Z")
_GAP: Final = re.compile(r"[ \t]{3,}|\t")
_LONGEST_SUBJECT: Final = 300


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
    head = lines[:_HEAD]
    kind, kind_words = kind_of(lines, head)
    date, date_words = _own_date(lines, kind)
    language, reads = language_of(text)
    whole = f"{lines}\n\n{_apart(parts, first=False)}"
    begins = SALUTATION.search(head)
    printed = printed_number(head[: begins.start()] if begins else head, whole, language, date)
    session, session_words = session_year(whole, date)
    subject, subject_words = _subject(head)
    reference, reference_words = _reference(f"{head}\n\n{_apart(parts, first=True)}")
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
        authors = questions.authors
        if questions.date is not None or date is None:
            date, date_words = questions.date, questions.words
        questions = None
    motion = kind is DocumentKind.MOTION
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
        on_behalf_of=() if motion else behalf,
        addressee=None if motion else addressee,
        questions=questions if authors else None,
        gives_answers=kind is DocumentKind.QUESTION and answers_questions(lines, head),
    )


def _apart(parts: TextParts | None, *, first: bool) -> str:
    """What stands in the margin, above and below the text: of the first page, or of all."""
    apart = () if parts is None else parts.apart
    kinds = (ApartKind.MARGIN, ApartKind.PAGE_HEAD, ApartKind.PAGE_FOOT)
    return "\n\n".join(
        each.text for each in apart if each.kind in kinds and (not first or each.page in (None, 1))
    )


def _own_date(lines: str, kind: DocumentKind) -> tuple[dt.date | None, str | None]:
    head, foot = (0, _HEAD), (max(0, len(lines) - _FOOT), len(lines))
    own = {
        DocumentKind.MOTION: _PROPOSED,
        DocumentKind.QUESTION: _RECEIVED,
        DocumentKind.OTHER: _RECEIVED_PAPER,
    }.get(kind)
    begins = SALUTATION.search(lines, 0, _HEAD)
    above_text = (0, begins.start() if begins else _HEAD)
    places = (
        (own, head),
        (_LABELLED, head),
        (_PLACED, above_text),
        (_OWN_DATE, head),
        (_OWN_DATE, foot),
    )
    for pattern, (start, end) in places:
        for found in pattern.finditer(lines, start, end) if pattern else ():
            written = re.sub(r"^[^\W\d]+dag\s+|(?<=\d)(?:st|nd|rd|th)\b|\.(?=\s)", "", found["day"])
            above = lines[max(0, found.start() - 120) : found.start("day")]
            bare = pattern in (_PLACED, _OWN_DATE)
            if bare and (_ANSWERS_TO.search(above) or _OTHER_DAY.search(above)):
                continue
            if (day := entered_day(written)) is not None:
                return day, " ".join(found[0].split())
    return None, None


def _reference(head: str) -> tuple[str | None, str | None]:
    """The paper's own reference and its words; those without a digit are another label."""
    begins = SALUTATION.search(head)
    for found in _REFERENCE.finditer(head):
        if found[0].lstrip()[0].islower() and (
            (begins is not None and begins.start() < found.start())
            or (
                _BY_ITSELF.match(found[0])
                and not _is_labelled_above(head, found.start())
                and (" " in found["reference"] or not _BEGINS.search(head[: found.start()]))
            )
        ):
            continue
        if re.search(r"\d", reference := found["reference"].strip()):
            return reference, " ".join(found[0].split())
    return None, None


def _is_labelled_above(head: str, place: int) -> bool:
    """Whether the line above a place begins with a label, as those of a column do."""
    return bool(_LABELLED_ABOVE.match(head[:place].rstrip("\n").rpartition("\n")[2]))


def _subject(head: str) -> tuple[str | None, str | None]:
    """What a letter says that it is about, above its salutation, and its words with the label."""
    begins = SALUTATION.search(head)
    found = _SUBJECT.search(head, 0, begins.start() if begins else len(head))
    if found is None:
        return None, None
    # Where no salutation parts the head from the text, a sentence may begin with such a word, and
    # anywhere one may go on with it.
    by_itself = begins is None or found[0].lstrip()[0].islower()
    if by_itself and found["between"] == " " and not _is_labelled_above(head, found.start()):
        return None, None
    # What stands behind a gap on the same line is of another column.
    subject = _GAP.split(found["subject"].strip())[0]
    words = f"{found[0][: found.start('subject') - found.start()]}{subject}"
    for line in head[found.end() : begins.start() if begins else None].splitlines():
        follows = _FOLLOWS.match(line) or stops_within(subject)
        if not line.strip() or not follows or _LABELLED_ABOVE.match(line):
            break
        more = _GAP.split(line.strip())[0]
        subject, words = f"{subject} {more}", f"{words} {more}"
    if len(subject) > _LONGEST_SUBJECT:
        return None, None
    shown = "".join(mark for mark in subject if mark.isprintable() or mark.isspace())
    return " ".join(shown.split()), " ".join(words.split())
