"""What plugins say of themselves, in the language of the moment."""

from enum import Enum

from ssrpolicy.messages import Catalogue, _
from ssrpolicy.reporting import OfferedDrafter, OfferedReader, OfferedReporter, Option


def catalogue_of(offered: OfferedReporter | OfferedReader | OfferedDrafter) -> Catalogue:
    """Return the catalogue of the package that something offered is from, if it has one."""
    match offered:
        case OfferedReader():
            cls: type = type(offered.reader)
        case OfferedDrafter():
            cls = type(offered.drafter)
        case _:
            cls = type(offered.reporter)
    return Catalogue(cls.__module__.partition(".")[0])


def default_of(option: Option) -> str:
    """Return in words what an option is where it is left out."""
    default = option.default
    if isinstance(default, bool):
        return _("yes") if default else _("no")
    several = default if isinstance(default, tuple | list) else (default,)
    return ",".join(map(_typed, several)) or _("nothing")


def _typed(value: object) -> str:
    """Return a value as it is typed on the command line."""
    return "" if value is None else str(value.value if isinstance(value, Enum) else value)


def disabled_words(disabled_by: str | None) -> str:
    """Return what is added to a plugin that is not loaded: that, and what says so."""
    return "" if disabled_by is None else _(" (disabled by {file})", file=disabled_by)
