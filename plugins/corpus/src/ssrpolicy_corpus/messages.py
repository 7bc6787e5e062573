"""What the plugin says to people, in their language, through its gettext catalogue."""

from ssrpolicy.reporting import Catalogue

_ = Catalogue("ssrpolicy_corpus")
ngettext = _.plural
