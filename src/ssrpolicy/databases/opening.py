"""A database opened by its address, through the distribution that knows how."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from ssrpolicy.arguments import check_type
from ssrpolicy.databases.contract import DATABASES, Database
from ssrpolicy.entry_points import enabled
from ssrpolicy.errors import PluginError, SsrPolicyError
from ssrpolicy.messages import _


def open_database(address: str) -> Database:
    """Return the database at an address: a file of SQLite, or a URL such as postgresql://.

    Raises PluginError where no distribution, or more than one, opens databases; InputError, from
    the distribution, where the database does not exist or cannot be read.
    """
    check_type(address, str, "address", '"records.sqlite"')
    offered = list(enabled(DATABASES))
    if not offered:
        raise PluginError(
            _("Nothing that is installed opens a database."),
            hint=_("Install the distribution ssrpolicy-register."),
        )
    if len(offered) > 1:
        names = ", ".join(sorted(each.origin for each in offered))
        raise PluginError(
            _("Several distributions open databases: {names}.", names=names),
            hint=_("Uninstall all but one of them."),
        )
    from ssrpolicy.reporting import PluginFault, isolated  # noqa: PLC0415 - for plugins alone

    try:
        with isolated():
            opened = offered[0].load()
        if not callable(opened):
            raise _unusable(offered[0].origin, _("{found!r:.80} is not a function", found=opened))
        with isolated():
            return cast("Callable[[str], Database]", opened)(address)
    except PluginFault as fault:
        if isinstance(fault.__cause__, SsrPolicyError):
            raise fault.__cause__ from None
        raise _unusable(offered[0].origin, str(fault)) from fault.__cause__


def _unusable(origin: str, cause: str) -> PluginError:
    return PluginError(_("{origin} cannot be used: {cause}.", origin=origin, cause=cause))
