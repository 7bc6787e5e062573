"""What the labels of a head say: the paper's own reference, and its subject."""

from __future__ import annotations

import re
from typing import Final

from ssrpolicy.evidence import stops_within
from ssrpolicy.starting.head.layout import LABEL
from ssrpolicy.starting.signatures import SALUTATION

_OTHER_LABEL: Final = rf"(?i:(?!(?:uw|your) (?:brief|letter)){LABEL}(?!\w))"
_REFERENCE: Final = re.compile(
    r"^[ \t]*(?:(?:ons |onze )?(?:kenmerk|referentie)|(?:our |onze |ons )?ref(?:erence)?\.?)"
    r"[ \t]*(?::[ \t]*)?"
    r"(?:\n[ \t]*|\n[ \t]*\n[ \t]*(?!\d{4}[A-Z]{2}$)(?=[^\s/]\S{3,80}[ \t]*$))?"
    rf"(?!{_OTHER_LABEL})"
    # In a narrow column it is broken at one of its signs.
    r"(?P<reference>[^\s:][^\n]{2,80}?(?:(?<=[-/])\n[ \t]*(?=\S*\d)\S{2,40}(?=[ \t]*$))?)"
    r"(?=[ \t]*$|[ \t]{2,}|\t"
    rf"|[ \t]+(?:uw|your|datum|date|bijlage|{LABEL}[ \t]*(?::|$)))",
    re.IGNORECASE | re.MULTILINE,
)
_SUBJECT: Final = re.compile(
    r"^[ \t]*(?:(?:Betreft|BETREFT|Betr(?:\.|(?=[ \t]*:))|Onderwerp|ONDERWERP|Subject(?! to\b)"
    r"|SUBJECT)(?!\w)|R[Ee](?=[ \t]*:)|(?:betreft|onderwerp)(?=[ \t]*(?::|\n)|[ \t]{2}|\t)"
    r"|(?<=\n)(?:betreft|onderwerp|R[Ee])(?=[ \t]))"
    rf"(?P<between>[ \t]*:[ \t]*|[ \t]+|(?=\n))(?:\n[ \t]*)?(?!{_OTHER_LABEL})"
    r"(?P<subject>[^\s:][^\n]*)\n?",
    re.MULTILINE,
)
# A subject goes on where its line cannot be its end, or where the next one cannot begin anything.
_FOLLOWS: Final = re.compile(rf"(?![ \t]*{_OTHER_LABEL})(?:[ \t]{{4,}}\S|[ \t]*[a-z(])")
_LABELLED_ABOVE: Final = re.compile(rf"[ \t]*{_OTHER_LABEL}")
#: A label and one space: so does a sentence go on that has the word.
_BY_ITSELF: Final = re.compile(r"[ \t]*(?:(?:ons|onze|our) )?(?:kenmerk|ref\w*)\.? \S")
#: A label that begins what stands apart, with one word after it, goes on no sentence.
_BEGINS: Final = re.compile(r"(?:\A\s*|\n[ \t]*\n)\Z")
_GAP: Final = re.compile(r"[ \t]{3,}|\t")
_LONGEST_SUBJECT: Final = 300


def own_reference(head: str) -> tuple[str | None, str | None]:
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
        reference = re.sub(r"\n[ \t]*", "", found["reference"]).strip()
        if re.search(r"\d", reference):
            return reference, " ".join(found[0].split())
    return None, None


def _is_labelled_above(head: str, place: int) -> bool:
    """Whether the line above a place begins with a label, as those of a column do."""
    return bool(_LABELLED_ABOVE.match(head[:place].rstrip("\n").rpartition("\n")[2]))


def subject_of(head: str) -> tuple[str | None, str | None]:
    """What a letter says that it is about, above its salutation, and its words with the label."""
    begins = SALUTATION.search(head)
    found = _SUBJECT.search(head, 0, begins.start() if begins else len(head))
    if found is None:
        return None, None
    # Where no salutation parts the head from the text, a sentence may begin with such a word, and
    # anywhere one may go on with it.
    by_itself = begins is None or found[0].lstrip()[0].islower() or found[0][:2].lower() == "re"
    if by_itself and found["between"] == " " and not _is_labelled_above(head, found.start()):
        return None, None
    # What stands after a gap on the same line is of another column.
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
