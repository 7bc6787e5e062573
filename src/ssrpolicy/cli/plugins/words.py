"""What plugins say of themselves, in the language of the moment."""

from ssrpolicy.messages import Catalogue, _
from ssrpolicy.reporting import (
    DISABLE_PLUGINS,
    OfferedDrafter,
    OfferedReader,
    OfferedReporter,
    Option,
    Plugin,
)


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
    if isinstance(default, tuple | list):
        default = ",".join(map(str, default))
    return _("nothing") if default in (None, "") else str(default)


def disabled_words(plugin: Plugin) -> str:
    """Return what is added to a plugin that is not loaded: that, and which file says so."""
    if plugin.disabled_by is None:
        return ""
    if plugin.disabled_by == DISABLE_PLUGINS:
        return _(" (disabled)")
    return _(" (disabled by {file})", file=plugin.disabled_by)
