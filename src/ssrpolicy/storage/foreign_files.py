"""Files that are given for an Office package and are something else: encrypted, old or empty."""

from __future__ import annotations

from typing import BinaryIO, Final

from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, marked

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_LABELLED: Final = "DRMEncryptedDataSpace".encode("utf-16-le")
AGAIN: Final = marked("Ask for the file again, or take an earlier copy of it.")


def not_a_package(start: bytes, stream: BinaryIO, called: str) -> InputError:
    """Return why a file that begins with ``start`` is not an Office package, and what to do."""
    if not start:
        return InputError(_("The file is empty."), hint=_(AGAIN))
    if start.startswith(b"{\\rtf"):
        return InputError(
            _("{called} is RTF.", called=called),
            hint=_("Open it and save it in the present format (.xlsx, .docx)."),
        )
    if not start.startswith(_OLE):
        return InputError(
            _("{called} is not an Office file such as .xlsx or .docx.", called=called)
        )
    found = _holds(stream, (_LABELLED, _ENCRYPTED))
    if found == _LABELLED:
        return InputError(
            _("{called} is encrypted by a sensitivity label.", called=called),
            hint=_(
                "Open it in Office, choose a label without encryption, and save it; or ask its "
                "owner for a copy with such a label."
            ),
        )
    if found == _ENCRYPTED:
        return InputError(
            _("{called} is encrypted with a password.", called=called),
            hint=_(
                "Open it with its password, remove the password under File > Info, and save it."
            ),
        )
    return InputError(
        _("{called} is in the old form of Excel or Word (.xls, .doc).", called=called),
        hint=_("Open it and save it in the present format (.xlsx, .docx)."),
    )


def _holds(stream: BinaryIO, searched: tuple[bytes, ...]) -> bytes | None:
    """Return which of some texts a stream holds: the first of them, or None."""
    stream.seek(0)
    kept, found = b"", set()
    while chunk := stream.read(1 << 20):
        found |= {each for each in searched if each in kept + chunk}
        kept = chunk[-max(map(len, searched)) :]
    return next((each for each in searched if each in found), None)
