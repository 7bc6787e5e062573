"""A new record: the source copied untouched, what its head states, and comments that explain."""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, frozen

from ssrpolicy.citations import paper_named
from ssrpolicy.codec import (
    GIT_ATTRIBUTES,
    SOURCES_FOLDER,
    NewSource,
    plain_source,
    refuse_in_record,
)
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _, argument, message_language, together
from ssrpolicy.model import DocumentKind, PaperNumber, TextParts
from ssrpolicy.starting.cited import MOST_SEARCHED
from ssrpolicy.starting.head import Head, head_of
from ssrpolicy.starting.text import record_text
from ssrpolicy.storage import is_free, name_fault, new_folder
from ssrpolicy.views.language import label

_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9]+")


@frozen(kw_only=True)
class NewRecord:
    """The record that was made: its folder, its file, and what is still to be filled in.

    Attributes:
        folder: the folder that was made.
        file: the file of the record in it.
        stated: what the paper states of itself, in words.
        missing: the names of what is still to be filled in.
        remarks: sentences about what disagrees, such as the file's name and the printed number.
    """

    folder: Path
    file: Path
    stated: tuple[str, ...]
    missing: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def begin_record(
    source: Path,
    folder: Path | None = None,
    number: str | None = None,
    *,
    read: NewSource | None = None,
) -> NewRecord:
    """Make a record folder from a letter.

    ``read`` is the text of the file ``source``, where that is anything but plain text.
    ``folder`` is by default one named after the number, or after the file, in the working folder;
    ``number`` the letter's own paper number, by default the one that is printed in it. What the
    file is called is used for the folder's name only. Raises InputError when the source is not
    text or the number is not a paper's, OutputError when the folder holds something already or
    cannot be written.
    """
    new = plain_source(source) if read is None else read
    head = head_of(*_beginning_and_end(new))
    paper = head.number if number is None else _given(number)
    record_id = str(paper) if paper is not None else _id_of(source)
    target = Path(record_id) if folder is None else folder
    refuse_in_record(target)
    if not is_free(target):
        raise OutputError(
            _("{target} is there already and not empty; nothing was written.", target=target),
            hint=_("Name another folder after the source, or move that one away."),
        )
    text = record_text(record_id, paper, new, head)
    with new_folder(target) as staged:
        (staged / SOURCES_FOLDER).mkdir()
        for name, data in new.files.items():
            (staged / SOURCES_FOLDER / name).write_bytes(data)
        (staged / ".gitattributes").write_bytes(GIT_ATTRIBUTES)
        (staged / "record.toml").write_bytes(text.encode("utf-8"))
    return NewRecord(
        folder=target,
        file=target / "record.toml",
        stated=_stated(head),
        missing=_missing(head, paper),
        remarks=(*new.remarks, *_remarks(source, paper, head), *_unsearched(new)),
    )


def _beginning_and_end(new: NewSource) -> tuple[str, TextParts | None]:
    """Return the text in which what a paper states is looked for, with its layout.

    A head and a signature stand at the two ends; of a very long text, what is between is left out.
    """
    text, parts = new.text, new.parts
    if len(text) <= MOST_SEARCHED:
        return text, parts
    body = text if parts is None else text[: parts.notes]
    ends = f"{body[: MOST_SEARCHED // 2]}\n\n{body[-MOST_SEARCHED // 2 :]}"
    return ends, None if parts is None else evolve(parts, notes=None)


def _unsearched(new: NewSource) -> Iterator[str]:
    if len(new.text) > MOST_SEARCHED:
        yield _(
            "The text is very long: papers that it cites were looked for in its first "
            "{number:,} characters.",
            number=MOST_SEARCHED,
        )


def _given(number: str) -> PaperNumber:
    try:
        return paper_named(number)
    except ValueError as error:
        reason = str(error).rstrip(".")
        raise InputError(_("The number given does not fit: {error}.", error=reason)) from None


def _remarks(source: Path, paper: PaperNumber | None, head: Head) -> Iterator[str]:
    """What disagrees: the printed number with the one given, or with the file's name.

    And that a text is in a third language, which nothing here reads, or is of no stated kind.
    """
    if not head.reads_as_language:
        yield _(
            "The text reads neither as Dutch nor as English; {language} was filled in. Give the "
            "document its own language in record.toml, such as {example}.",
            language=head.language,
            example='language = "de"',
        )
    if not head.kind_words:
        yield _(
            "The paper does not state of what kind it is: {kind} was filled in, to be checked.",
            kind=label(head.kind, message_language()),
        )
    if head.number is not None and paper != head.number:
        yield _(
            "The paper states another number than {paper}: {number}.",
            paper=paper,
            number=head.number,
        )
    try:
        named = PaperNumber.parse(source.stem)
    except ValueError:
        return
    if paper is None:
        yield _(
            "The file is called {named}, but the paper does not state that number; if it is the "
            "paper's, add {number}.",
            named=named,
            number=argument(f"--number {named}", f'number="{named}"'),
        )
    elif named != paper:
        yield _(
            "The file is called {named}, which is not used: the paper's number is {paper}.",
            named=named,
            paper=paper,
        )


def _id_of(source: Path) -> str:
    id = _NOT_IN_AN_ID.sub("-", source.stem).strip("-")[:80] or "letter"
    return id if name_fault(id) is None else f"letter-{id}"


def _stated(head: Head) -> tuple[str, ...]:
    language = message_language()
    found = [_("kind {kind}", kind=label(head.kind, language))] if head.kind_words else []
    if found and head.gives_answers:
        found = [_("kind answers to written questions")]
    found.append(_("language {language}", language=head.language))
    if head.number is not None:
        found.append(_("number {number}", number=head.number))
    if head.session_year is not None:
        found.append(_("session year {years}", years=head.session_year))
    if head.subject is not None:
        found.append(_("subject {subject}", subject=head.subject))
    if head.date is not None:
        found.append(_("date {date}", date=head.date.isoformat()))
    if head.authors:
        found.append(_("author {names}", names=together([each.value for each in head.authors])))
    if head.on_behalf_of:
        found.append(
            _("on behalf of {names}", names=together([each.value for each in head.on_behalf_of]))
        )
    if head.addressee is not None:
        found.append(_("addressee {name}", name=head.addressee.value))
    if head.reference is not None:
        found.append(_("reference {reference}", reference=head.reference))
    return tuple(found)


def _missing(head: Head, paper: PaperNumber | None) -> tuple[str, ...]:
    parts = {
        _("number"): paper,
        _("date"): head.date,
        _("authors"): head.authors,
        # A motion is put to the House, and names no addressee.
        _("addressee"): head.addressee or head.kind is DocumentKind.MOTION,
    }
    return tuple(name for name, value in parts.items() if not value)
