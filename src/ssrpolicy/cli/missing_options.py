"""Options that a command does not have and others do, refused with the commands that have them."""

from collections.abc import Mapping
from importlib import import_module

import click

from ssrpolicy.messages import _, together

_FOLDER = "--plugins-dir"
_LANGUAGE = "--language"
# Those of `plugin_options`, which only commands that load plugins have.
_OF_PLUGINS = (_FOLDER, "--strict-plugins", "--traceback")


def explained(error: click.NoSuchOption, commands: Mapping[str, str]) -> click.ClickException:
    """Return the error, and of an option about plugins which commands take it.

    Any other option of a search may be words that were meant.

    A command that loads no plugin would do nothing with the option, and who gives it expects that
    plugins are used. ``commands`` are the modules of the commands by their names.
    """
    if error.option_name == _LANGUAGE and error.ctx is not None:
        said = _(
            "It stands after the command: {group} COMMAND --language nl.",
            group=error.ctx.command_path,
        )
        return click.UsageError(f"{error.message} {said}", error.ctx)
    if error.option_name not in _OF_PLUGINS:
        if error.ctx is None or error.ctx.info_name != "search":
            return error
        said = _("Words that begin with a minus are given after --, which ends the options.")
        return click.UsageError(f"{error.format_message()} {said}", error.ctx)
    # Without what is near: the other options of plugins do something else.
    wrong = click.NoSuchOption(error.option_name, ctx=error.ctx).format_message()
    if error.option_name == _FOLDER:
        said = _(
            "Commands that read or write records take it; for every command, "
            "SSRPOLICY_PLUGINS_DIR names the folder."
        )
        return click.UsageError(f"{wrong} {said}", error.ctx)
    takes = [
        name
        for name, module in commands.items()
        for each in import_module(f"ssrpolicy.cli.{module}").command.params
        if error.option_name in each.opts
    ]
    said = _(
        "The commands that use plugins take it ({commands}); leave it out here.",
        commands=together(takes),
    )
    return click.UsageError(f"{wrong} {said}", error.ctx)
