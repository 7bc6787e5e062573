"""What plugins say of themselves, in the language of the moment."""

from enum import Enum

from ssrpolicy.cli.external import OfferedCommand, external_commands, load_external
from ssrpolicy.cli.main import BUILT_IN
from ssrpolicy.errors import PluginError
from ssrpolicy.messages import Catalogue, _, message_language
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
    if isinstance(default, float) and message_language() == "nl":
        return str(default).replace(".", ",")
    several = default if isinstance(default, tuple | list) else (default,)
    return ",".join(map(_typed, several)) or _("nothing")


def _typed(value: object) -> str:
    """Return a value as it is typed on the command line."""
    return "" if value is None else str(value.value if isinstance(value, Enum) else value)


def never_run(offered: OfferedCommand, *, trace: bool) -> str | None:
    """Return in a sentence why a command of a plugin cannot be run; None where it can.

    Only with ``trace`` it is imported to know; what is known from names alone is said without.
    """
    each, disabled_by = offered
    if each.name in BUILT_IN:
        return _("ssrpolicy has a command {name!r} itself, which goes before one of a plugin.",
                 name=each.name)  # fmt: skip
    alike = external_commands().get(each.name, [each])
    if disabled_by is not None or (len(alike) == 1 and not trace):
        return None
    try:
        load_external(each.name, alike)
    except PluginError as error:
        return error.message
    return None


def disabled_words(disabled_by: str | None) -> str:
    """Return a remark that a plugin is not loaded, and by which setting."""
    return "" if disabled_by is None else _(" (disabled by {file})", file=disabled_by)
