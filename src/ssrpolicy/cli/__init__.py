"""The command ``ssrpolicy``: it parses, calls the library and prints; it decides nothing."""

from typing import TYPE_CHECKING

from ssrpolicy.cli.groups import Group
from ssrpolicy.cli.main import BUILT_IN, EXIT_CANNOT, EXIT_ERRORS_IN_RECORDS, EXIT_FINE, main
from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.cli.across.options import selection_options
    from ssrpolicy.cli.console import print_finding, print_json, print_line, tracked
    from ssrpolicy.cli.parameters import (
        as_of_option,
        day_or_today,
        example,
        format_option,
        language_option,
        path_argument,
        paths_argument,
        plugin_options,
        plugins_dir_option,
        today,
    )
    from ssrpolicy.cli.values import DATE
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.cli.across.options": "selection_options",
            "ssrpolicy.cli.console": "print_finding print_json print_line tracked",
            "ssrpolicy.cli.parameters": (
                "as_of_option day_or_today example format_option language_option path_argument "
                "paths_argument plugin_options plugins_dir_option today"
            ),
            "ssrpolicy.cli.values": "DATE",
        },
    )

__all__ = [
    "BUILT_IN", "DATE", "EXIT_CANNOT", "EXIT_ERRORS_IN_RECORDS", "EXIT_FINE", "Group",
    "as_of_option", "day_or_today", "example", "format_option", "language_option", "main",
    "path_argument", "paths_argument", "plugin_options", "plugins_dir_option", "print_finding",
    "print_json", "print_line", "selection_options", "today", "tracked",
]  # fmt: skip
