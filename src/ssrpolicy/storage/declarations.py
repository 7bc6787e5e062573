"""What a part of an Office package declares of itself, where it is not read: encoding, entities."""

from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.storage.foreign_files import AGAIN


def check_form(chunk: bytes, window: bytes, called: str, filename: str) -> None:
    """Raise InputError where a piece of a part is not in UTF-8, or declares entities.

    ``window`` is the piece with what was left over of the one before it.
    """
    if b"\0" in chunk:  # UTF-16 or UTF-32, in which nothing is found that is counted
        raise InputError(
            _(
                "{called} is not written in UTF-8, in its part {filename}; office programs "
                "write that, and nothing else is read.",
                called=called,
                filename=filename,
            ),
            hint=_(AGAIN),
        )
    if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
        raise declares_entities(called, filename)


def declares_entities(called: str, filename: str) -> InputError:
    """Return the error of a part that declares entities, or a document type."""
    return InputError(
        _(
            "{called} declares XML entities or a document type, in its part {filename}; no office "
            "program writes that, and it is not read.",
            called=called,
            filename=filename,
        ),
        hint=_(AGAIN),
    )
