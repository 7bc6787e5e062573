"""The hooks through which a plugin offers what it has; each returns values and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from ssrpolicy.reporting.contract import Reporter
from ssrpolicy.reporting.readers import Reader
from ssrpolicy.rules import Rule

PROJECT = "ssrpolicy"
"""The name under which hooks are marked, and the group of entry points that is looked through."""

hookspec = pluggy.HookspecMarker(PROJECT)

hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a plugin's function as the implementation of the hook whose name it bears."""


@hookspec
def ssrpolicy_reporters() -> Iterable[Reporter]:
    """Return the reporters that the plugin offers, the principal one first."""
    return ()


@hookspec
def ssrpolicy_rules() -> Iterable[Rule]:
    """Return the rules by which the plugin judges a record, in addition to those built in."""
    return ()


@hookspec
def ssrpolicy_readers() -> Iterable[Reader]:
    """Return the readers that the plugin offers, which give the text of files such as PDFs."""
    return ()


HOOKS = (ssrpolicy_reporters.__name__, ssrpolicy_rules.__name__, ssrpolicy_readers.__name__)
"""The names of the hooks."""
