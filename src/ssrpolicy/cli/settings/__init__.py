"""The file ``ssrpolicy.toml`` beside records: defaults of the command for whoever works on them."""

from ssrpolicy.cli.settings.file import SETTINGS_FILE, Settings, read_settings
from ssrpolicy.cli.settings.use import ignoring, load_registry, print_settings, report_options

__all__ = [
    "SETTINGS_FILE",
    "Settings",
    "ignoring",
    "load_registry",
    "print_settings",
    "read_settings",
    "report_options",
]
