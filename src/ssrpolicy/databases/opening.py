"""A database opened by its address, through the distribution that knows how."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from ssrpolicy.databases.contract import DATABASES, Database
from ssrpolicy.entry_points import entry_points
from ssrpolicy.errors import PluginError
from ssrpolicy.messages import _


def open_database(address: str) -> Database:
    """Return the database at an address: a file of SQLite, or a URL such as postgresql://.

    Raises PluginError where no distribution, or more than one, opens databases; InputError, from
    the distribution, where there is no such database or it cannot be read.
    """
    offered = list(entry_points(DATABASES))
    if not offered:
        raise PluginError(
            _("Nothing that is installed opens a database."),
            hint=_("Install the distribution ssrpolicy-register."),
        )
    if len(offered) > 1:
        names = ", ".join(each.origin for each in offered)
        raise PluginError(
            _("Several distributions open databases: {names}.", names=names),
            hint=_("Uninstall all but one of them."),
        )
    from ssrpolicy.reporting import PluginFault, isolated  # noqa: PLC0415 - for plugins alone

    try:
        with isolated():
            opened = offered[0].load()
    except PluginFault as fault:
        raise PluginError(
            _("{origin} cannot be used: {cause}.", origin=offered[0].origin, cause=fault)
        ) from fault.__cause__
    return cast("Callable[[str], Database]", opened)(address)
