"""What the plugin says to people, in their language, through its gettext catalogue."""

from ssrpolicy.reporting import Catalogue, marked

__all__ = ["_", "marked", "ngettext"]

_ = Catalogue("ssrpolicy_register")
ngettext = _.plural
