"""The hooks through which a plugin offers what it has; each returns values and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ssrpolicy.reporting.contract import Reporter
    from ssrpolicy.reporting.drafters import AnyDrafter
    from ssrpolicy.reporting.readers import Reader
    from ssrpolicy.rules import AnyRule

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
def ssrpolicy_rules() -> Iterable[AnyRule]:
    """Return the rules by which the plugin judges records, in addition to those built in."""
    return ()


@hookspec
def ssrpolicy_readers() -> Iterable[Reader]:
    """Return the readers that the plugin offers, which give the text of files such as PDFs."""
    return ()


@hookspec
def ssrpolicy_drafters() -> Iterable[AnyDrafter]:
    """Return the drafters that the plugin offers, which propose entries from a source's text."""
    return ()


HOOKS = (
    ssrpolicy_reporters.__name__, ssrpolicy_rules.__name__, ssrpolicy_readers.__name__,
    ssrpolicy_drafters.__name__,
)  # fmt: skip
"""The names of the hooks."""
