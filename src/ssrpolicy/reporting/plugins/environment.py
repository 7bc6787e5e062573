"""The plugins that the environment enables: those used where a call names none."""

from __future__ import annotations

import os
from functools import cache

from ssrpolicy.entry_points import DISABLE_PLUGINS
from ssrpolicy.reporting.plugins.registry import PLUGINS_DIR, Registry, load_plugins


def environment_plugins() -> Registry:
    """Return the plugins that the environment enables, loaded once for each setting of it."""
    return _loaded(os.environ.get(PLUGINS_DIR, ""), os.environ.get(DISABLE_PLUGINS, ""))


@cache
def _loaded(plugins_dir: str, disabled: str) -> Registry:
    return load_plugins(environ={PLUGINS_DIR: plugins_dir, DISABLE_PLUGINS: disabled})
