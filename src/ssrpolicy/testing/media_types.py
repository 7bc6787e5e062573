"""Whether a file is what its suffix and its media type say."""

from __future__ import annotations

import io
import json
import mimetypes
import zipfile

_PACKAGES = ("application/vnd.openxmlformats-", "application/vnd.oasis.opendocument.")
_ANYTHING = ("text/plain", "application/octet-stream")


def suffix_fault(suffix: str, media_type: str) -> str | None:
    """Return why a suffix does not go with a media type; None where it may."""
    # Python's own table, and not that of the machine, which may know more or less.
    table = mimetypes.MimeTypes()
    kind = _plain(media_type)
    usual = table.guess_all_extensions(kind)
    if not usual or kind in _ANYTHING or f".{suffix.lower()}" in usual:
        return None
    return f"files of {kind} end in {' or '.join(usual)}, and not in .{suffix}"


def content_fault(media_type: str, data: bytes) -> str | None:
    """Return why bytes are not of a media type; None where they are, or it cannot be determined."""
    kind = _plain(media_type)
    if kind.startswith(_PACKAGES) or kind.endswith(("/zip", "+zip")):
        return None if zipfile.is_zipfile(io.BytesIO(data)) else f"{kind} is a zip package"
    if kind == "application/pdf":
        return None if data.startswith(b"%PDF-") else "a PDF begins with %PDF-"
    if not (kind.startswith("text/") or kind.endswith(("/json", "+json", "/xml", "+xml"))):
        return None
    charset = media_type.partition("charset=")[2].strip() or "utf-8"
    try:
        text = data.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        return f"{kind} is text, in {charset}: {error}"
    try:
        if kind.endswith(("/json", "+json")):
            json.loads(text)
    except ValueError as error:
        return f"it is not JSON: {error}"
    return None


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip()
