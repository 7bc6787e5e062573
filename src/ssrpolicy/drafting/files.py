"""The files of drafts in a record's folder: ``draft.toml`` and ``decisions.toml``."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import evolve

from ssrpolicy import codec
from ssrpolicy.codec import DECISIONS_FILE, DECISIONS_HEAD, DRAFT_FILE
from ssrpolicy.drafting.places import text_digest, undecided
from ssrpolicy.editing import FileChange, folder_of, with_line_ends_of
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _
from ssrpolicy.model import Decision, Draft, PolicyRecord
from ssrpolicy.storage import locked, read_file, replacing

AnyPath = str | os.PathLike[str]


def folder(path: AnyPath) -> Path:
    """Return the folder in which the files of the record at a path stand."""
    return folder_of(codec.record_file(Path(path)))


def _own(path: AnyPath, name: str) -> Path:
    """Return a file of a record that is written; raises OutputError for a link out of its folder.

    What is written would replace whatever the link leads to, be it another record.
    """
    file = folder(path) / name
    real = Path(os.path.realpath(file))
    if real.parent != file.parent:
        raise OutputError(
            _("{file} is a link that leads to {real}; nothing was written.", file=file, real=real),
            hint=_("Remove the link: the file is made in the record's own folder."),
        )
    return file


def saved_draft(path: AnyPath, record: PolicyRecord) -> Draft:
    """Return the draft that stands next to the record at a path.

    Raises InputError where there is none, or one of another version or another text.
    """
    file = folder(path) / DRAFT_FILE
    again = _("Make it: ssrpolicy draft {folder}", folder=path)
    if not file.exists():
        raise InputError(_("{folder} has no draft.", folder=path), hint=again)
    draft = codec.read_draft(read_file(file), file, record)
    texts = {each.id: text_digest(each.text) for each in record.documents if each.text is not None}
    for id, sha256 in draft.sources.items():
        if texts.get(id) != sha256:
            raise InputError(
                _("{file} was made from another text than {id} has now.", file=file, id=id),
                hint=_("Draft again: ssrpolicy draft {folder}", folder=path),
            )
    return draft


def open_draft(path: AnyPath, record: PolicyRecord) -> Draft:
    """Return the proposals of a record that are still to be decided; none where it has no draft.

    Raises what :func:`saved_draft` raises for a draft that is of another text.
    """
    if not (folder(path) / DRAFT_FILE).exists():
        return Draft(record=record.id, sources={})
    draft = saved_draft(path, record)
    return evolve(draft, proposals=undecided(draft, record, decisions(path)))


def save_draft(path: AnyPath, draft: Draft, record: PolicyRecord) -> Path:
    """Write a draft next to the record at a path, in the place of the last; return its file.

    Raises OutputError when it cannot be written.
    """
    file = _own(path, DRAFT_FILE)
    with locked(file.parent), replacing(file) as stream:
        stream.write(codec.draft_text(draft, record).encode("utf-8"))
    return codec.record_file(Path(path)).parent / DRAFT_FILE


def decisions(path: AnyPath) -> tuple[Decision, ...]:
    """Return what people decided about drafts of the record at a path, in their order.

    Raises InputError where the file cannot be read as what it is.
    """
    file = folder(path) / DECISIONS_FILE
    data = read_file(file) if file.exists() else b""
    return codec.read_decisions(data, file) if data else ()


def appended(path: AnyPath, made: tuple[Decision, ...]) -> FileChange:
    """Return the change that appends decisions to those of the record at a path.

    Where there are none yet, the file is made with them; the caller holds the lock of its folder.
    Raises OutputError for a link that leads elsewhere.
    """
    file = _own(path, DECISIONS_FILE)
    before = read_file(file) if file.exists() else b""
    after = before or DECISIONS_HEAD.encode("utf-8")
    for each in made:
        gap, text = with_line_ends_of(after, codec.decision_text(each))
        after += gap + text
    return FileChange(file=file, before=before, after=after)
