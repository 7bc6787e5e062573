"""For authors of commands: arguments, options and printing as the commands of ssrpolicy have them.

A command is a click command that a distribution names in the entry-point group
``ssrpolicy.commands``; its name there is what people type after ``ssrpolicy``.
"""

from ssrpolicy.cli import (
    DATE,
    EXIT_CANNOT,
    EXIT_ERRORS_IN_RECORDS,
    EXIT_FINE,
    Group,
    as_of_option,
    day_or_today,
    example,
    format_option,
    language_option,
    path_argument,
    paths_argument,
    plugin_options,
    plugins_dir_option,
    print_finding,
    print_json,
    print_line,
    selection_options,
    today,
    tracked,
)

__all__ = [
    "DATE", "EXIT_CANNOT", "EXIT_ERRORS_IN_RECORDS", "EXIT_FINE", "Group", "as_of_option",
    "day_or_today", "example", "format_option", "language_option", "path_argument",
    "paths_argument", "plugin_options", "plugins_dir_option", "print_finding", "print_json",
    "print_line", "selection_options", "today", "tracked",
]  # fmt: skip
