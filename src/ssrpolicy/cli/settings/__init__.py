"""The file ``ssrpolicy.toml`` next to records: the defaults of all who work on them."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.cli.settings.file import Settings, read_settings
    from ssrpolicy.cli.settings.finding import SETTINGS_FILE, nearest
    from ssrpolicy.cli.settings.use import ignoring, load_registry, print_settings, report_options
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.cli.settings.file": "Settings read_settings",
            "ssrpolicy.cli.settings.finding": "SETTINGS_FILE nearest",
            "ssrpolicy.cli.settings.use": "ignoring load_registry print_settings report_options",
        },
    )

__all__ = [
    "SETTINGS_FILE",
    "Settings",
    "ignoring",
    "load_registry",
    "nearest",
    "print_settings",
    "read_settings",
    "report_options",
]
