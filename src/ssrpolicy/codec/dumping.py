"""Records written whole to a path: JSON for a .json, TOML for a .toml, a folder for a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ssrpolicy.codec.json.writing import dump_json
from ssrpolicy.codec.outputs import refuse_output
from ssrpolicy.codec.records import RECORD_FILE
from ssrpolicy.codec.toml.folders import RecordFiles
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _, ngettext, some
from ssrpolicy.model import PolicyRecord


def dump(records: Sequence[PolicyRecord], path: Path, *, overwrite: bool = False) -> None:
    """Write records whole: what is written is read back as equal records.

    The path decides: ``x.json`` is one file of JSON with the texts in it; ``x.toml`` one record in
    TOML with its texts in ``sources/`` next to it; any other name a folder with a ``record.toml``
    and its ``sources/``, or of several records with a folder for each.

    Raises InputError for no record, or several of one id; OutputError where something is there
    already and ``overwrite`` is false, where the path would harm another record, or where it cannot
    be written; RecordInvalidError where a record cannot be written in that form.
    """
    ids = [str(record.id) for record in records]
    if not ids:
        raise InputError(_("No record was given to write."))
    if twice := {id for id in ids if ids.count(id) > 1}:
        raise InputError(_("Several of the records are called {ids}.", ids=some(sorted(twice))))
    suffix = path.suffix.casefold()
    if suffix == ".json":
        refuse_output(path, replaceable=ids)
        if not overwrite and os.path.lexists(path):
            raise there_already(path)
        dump_json(records, path)
    elif suffix == ".toml":
        if len(records) != 1:
            raise InputError(
                _("{path} holds one record, not {number}.", path=path, number=len(records)),
                hint=_("Name a folder, which gets a folder for each; or x.json, one file of all."),
            )
        _write([RecordFiles(records[0], path.name, path.parent)], overwrite=overwrite)
    elif suffix and not path.is_dir() and path.name not in ids:
        raise OutputError(
            _("{path} ends in neither .toml nor .json.", path=path),
            hint=_("For a folder of that name, give {file}.", file=path / RECORD_FILE),
        )
    elif len(records) == 1:
        _write([RecordFiles(records[0], RECORD_FILE, path)], overwrite=overwrite)
    else:
        each_in_its_own = [RecordFiles(each, RECORD_FILE, path / str(each.id)) for each in records]
        _write(each_in_its_own, overwrite=overwrite)


def _write(several: Sequence[RecordFiles], *, overwrite: bool) -> None:
    there = [path for files in several for path in files.there()]
    if there and not overwrite:
        raise there_already(*there)
    for files in several:
        files.put()


def there_already(*paths: Path) -> OutputError:
    """Return the error for a file that exists already, whose content would be lost."""
    return OutputError(
        ngettext(
            "{paths} is there already, and nothing was written.",
            "{paths} are there already, and nothing was written.",
            len(paths),
            paths=some(paths),
        ),
        hint=_("To replace it, with the comments that it may have, give overwrite=True."),
    )
