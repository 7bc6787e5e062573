"""TOML read as tables, by a compiled library where it is installed and else by Python's own.

The library comes with ``pip install ssrpolicy[fast]``. With and without it the result is the same:
what it refuses, Python's own library decides.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from pkgutil import get_data
from typing import Any, Final

from ssrpolicy.arguments import check_type
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _

try:
    import tomli

    # Later versions read TOML 1.1, which Python does not.
    tomli_loads: Callable[..., dict[str, Any]] | None = (
        tomli.loads if tomli.__version__.startswith(("2.2.", "2.3.")) else None
    )
except ImportError:
    tomli_loads = None

_DEEP: Final = 100
#: A key of a hundred parts, "a.a.a", of each of which Python's own library remembers all before it.
_DEEP_KEY: Final = (
    r"(?:^|[\[{,])[ \t]*+(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+)"
    rf"{{{_DEEP}}}"
)


def toml_tables(text: str) -> dict[str, Any]:
    """Return the tables in a TOML text, as tomllib does, and raise what it raises.

    That is TOMLDecodeError for what is not TOML, and ValueError for a number of thousands of
    digits. A key of a hundred parts or more raises RecursionError, as lists within lists do.
    A number with a fraction is a Decimal.
    """
    check_type(text, str, "text", '"..."')
    # Hardly any line has so many dots, and the pattern is tried at each character.
    if any(line.count(".") >= _DEEP and re.search(_DEEP_KEY, line) for line in text.split("\n")):
        raise RecursionError
    if tomli_loads is not None:
        try:
            return tomli_loads(text, parse_float=Decimal)
        except Exception:  # noqa: BLE001, S110 - whatever the faster parser raises, tomllib reads the text again and says what is wrong
            pass
    import tomllib  # noqa: PLC0415 - where there is no other, or a text is refused

    return tomllib.loads(text, parse_float=Decimal)


def read_toml(text: str, name: object) -> dict[str, Any]:
    """Return the tables in a TOML text; ``name`` is what messages call it, such as its file.

    A number with a fraction is a Decimal. Raises InputError, which says what is wrong and where,
    for what is not TOML, for lists or tables that stand far too deep, and for a number of
    thousands of digits.
    """
    try:
        return toml_tables(text)
    except (ValueError, RecursionError) as error:  # tomllib's own is a ValueError
        from ssrpolicy.syntax.mistakes import toml_mistake  # noqa: PLC0415 - for a text that is refused

        reason = toml_mistake(error, text)
        raise InputError(_("{file} is not TOML: {reason}.", file=name, reason=reason)) from error


def packaged_text(package: str, name: str) -> str:
    """Return the text of a data file of a package."""
    # importlib.resources does the same, and takes longer to import than most files to read.
    return (get_data(package, name) or b"").decode("utf-8").replace("\r\n", "\n")


def packaged_tables(package: str, name: str) -> dict[str, Any]:
    """Return the tables in a TOML file of a package."""
    return toml_tables(packaged_text(package, name))
