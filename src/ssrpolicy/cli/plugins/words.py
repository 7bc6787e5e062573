"""What plugins say of themselves, in the language of the moment."""

from ssrpolicy.messages import Catalogue, _
from ssrpolicy.reporting import OfferedReader, OfferedReporter, Option


def catalogue_of(offered: OfferedReporter | OfferedReader) -> Catalogue:
    """Return the catalogue of the package that a reporter or reader is from, if it has one."""
    found = offered.reader if isinstance(offered, OfferedReader) else offered.reporter
    return Catalogue(type(found).__module__.partition(".")[0])


def default_of(option: Option) -> str:
    """Return in words what an option is where it is left out."""
    default = option.default
    if isinstance(default, bool):
        return _("yes") if default else _("no")
    if isinstance(default, tuple):
        default = ",".join(map(str, default))
    return _("nothing") if default in (None, "") else str(default)
