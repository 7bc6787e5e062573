"""The file that a record begins with, read by the reader that takes it."""

from __future__ import annotations

import os
from pathlib import Path

from ssrpolicy.arguments import check_type
from ssrpolicy.codec import NewSource, plain_source
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model import TextParts
from ssrpolicy.reporting.plugins.readers import OfferedReader, reader_for, readers_named
from ssrpolicy.reporting.plugins.registry import Registry, load_plugins
from ssrpolicy.storage import (
    LARGEST_SOURCE,
    check_length,
    media_type_of,
    name_of_copy,
    path_of,
    read_file,
)


def read_source(
    path: str | os.PathLike[str], *, reader: str | None = None, registry: Registry | None = None
) -> NewSource:
    """Return the text of a file that is to be recorded, with the file itself and its layout.

    Plain text is taken untouched. Anything else is read by the reader of its format, or by
    ``reader``: the name of one, or ``DISTRIBUTION:NAME``. Raises InputError where no reader takes
    the file or it cannot be read, PluginError where its reader fails.
    """
    registry = load_plugins() if registry is None else registry
    check_type(registry, Registry, "registry", "load_plugins()")
    path = path_of(path)
    data = read_file(path, largest=LARGEST_SOURCE)
    if reader is not None:
        check_type(reader, str, "reader", '"pdf"')
        chosen: OfferedReader | None = _named(registry, reader)
    else:
        chosen = reader_for(registry.readers, media_type_of(path, data), path.suffix)
    if chosen is None:
        return plain_source(path)
    name = name_of_copy(path)
    made = chosen.read(data, str(path))
    text = f"{Path(name).stem or name}.txt"
    if text == name:
        text = f"{Path(name).stem}-text.txt"
    written = made.text.encode("utf-8")
    check_length(written, path)
    return NewSource(
        name=text,
        data=written,
        original_name=name,
        original=data,
        parts=made.parts if made.parts != TextParts() else None,
        remarks=made.remarks,
        path=path,
    )


def _named(registry: Registry, name: str) -> OfferedReader:
    found = readers_named(registry.readers, name)
    if len(found) == 1:
        return found[0]
    names = [each.full_name if found else each.name for each in found or registry.readers]
    if found:
        raise InputError(
            _("Several distributions offer a reader {name!r:.80}.", name=name),
            hint=_("Say one of: {names}.", names=", ".join(names)),
        )
    there = _("No reader is installed; they come as {package}.", package="ssrpolicy-sources")
    if names:
        there = _("Installed: {names}.", names=", ".join(names))
    raise InputError(
        _("No reader is called {name!r:.80}.", name=name),
        hint="\n".join([there, *registry.unusable]),
    )
