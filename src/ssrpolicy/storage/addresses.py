"""Addresses of databases given as paths: a password may stand in one, so none is repeated."""

import os
import re
from pathlib import Path
from typing import Final

from ssrpolicy.arguments import check_type
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _, marked

# Compiled where it is first asked for: most commands are given what is on disk.
_ADDRESS: Final = r"""(?isx)
    \W*postgres(?:ql)?(?:\+\w+)?[:;]                        # a server, with a slip or without
    | (?:.*[^A-Za-z])?(?:host|dbname|user|\w*passw?\w*d|pwd)\s*=     # host=HOST password=WORD
    | (?![A-Za-z]:[\\/]).*[:;].*@                           # USER:WORD@HOST, not a Windows drive
    | (?!.*\.(?:toml|json)@)[\w.-]+/[^/@\s]+@[\w.-]+(?::\d+)?(?:/[\w.-]+)?\Z  # USER/WORD@HOST
"""


_NOT_A_PATH: Final = marked("The address of a database is not the path of a file or folder.")
_TAKEN_BY: Final = marked("The commands list, search and register take it with --database.")


def refuse_address(path: Path) -> None:
    """Raise OutputError where a file is to be written at what may be the address of a server."""
    if may_be_address(path):
        raise OutputError(_(_NOT_A_PATH), hint=_(_TAKEN_BY))


def may_be_address(path: str | os.PathLike[str]) -> bool:
    """Return whether what is given as a path may be the address of a server, however misspelt.

    What is on disk is a path, and so is what is to stand in a folder that is there, unless its own
    name looks like an address.
    """
    check_type(path, str | os.PathLike, "path", '"records"')
    if os.path.lexists(path):
        return False
    whole = Path(path)
    there = next((each for each in whole.parents if each.name and os.path.lexists(each)), None)
    return re.match(_ADDRESS, str(whole.relative_to(there) if there else path)) is not None


def path_missing(name: str, path: str | os.PathLike[str], hint: str | None = None) -> InputError:
    """Return the error for a path at which there is nothing, called by a name.

    An address is not repeated. ``hint`` says what may have been meant.
    """
    check_type(name, str, "name", '"records"')
    check_type(hint, str | None, "hint", '"..."')
    if may_be_address(path):
        return InputError(_(_NOT_A_PATH), hint=_(_TAKEN_BY))
    return InputError(_("{name} does not exist.", name=name), hint=hint)
