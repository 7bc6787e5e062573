"""Write command.md, the reference of the command, from its own help.

Run it when a command or an option has changed: .venv/bin/python docs/reference/command.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ssrpolicy.cli.language import in_own_words
from ssrpolicy.cli.main import _command

PAGE = Path(__file__).with_name("command.md")

HEAD = """\
# The command

Every subcommand of `ssrpolicy`, as its `--help` describes it; where the script is not on the path,
`python -m ssrpolicy` is the same. This page is written by [command.py](command.py) from the command
itself.

| exit code | what it means |
|---|---|
| 0 | fine; warnings and notes there may be |
| 1 | errors in records, nothing found by `locate` or `search`, or papers left out by `corpus run` |
| 2 | it cannot be done: a wrong option, a file that is not there, a reporter that failed |

Errors in records give the same code whichever command meets them. `report` and others that need
whole records stop; `show`, `list`, `search` and `register build` go on with what can be read, print
the errors, and end with 1 when they are done, so that a script knows that something may be missing.
So do lists and searches of a register in whose files something is wrong.

The command speaks Dutch or English: its help, questions, messages, and the comments of a new
record. The first of these that is given decides which: the `--language` of a command, the variable
`SSRPOLICY_LANGUAGE`, the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`). It is Dutch where that begins
with `nl`, and English otherwise. Reports and lists are in the language of their own `--language`,
and `show` in that of the record; what is printed above and below them is in the same language. The
`--language` of `add document` is that of the paper. What is in JSON, the codes of findings, and the
words `error`, `warning` and `note` before them are the same in both. An option that takes one word
of a list also takes it as a tracker shows it: `--claimed "in uitvoering"` is the same as
`--claimed in_progress`.

More variables of the environment are looked at:

- `SSRPOLICY_PLUGINS_DIR` names a folder of single-file plugins; `--plugins-dir` goes before it.
- `SSRPOLICY_DISABLE_PLUGINS` lists distributions or entry points that are not loaded, with commas
  between them; `all` loads none.
- `SSRPOLICY_DEBUG=1` shows where in a plugin each of its faults was raised, as `--traceback` does.
- `SSRPOLICY_DATABASE` names the register that `list`, `search` and `register` use where neither a
  path nor `--database` is given.
- `VISUAL`, or else `EDITOR`, names the editor in which `review` opens an entry.
- `NO_COLOR`, when it is set, keeps colours out of what is printed.

## JSON for programs

With `--format json` the result is printed as JSON to standard output, and what else is said goes to
standard error. Keys may be added in a later version.

- `check` prints the ids of the `records`, and `findings`, each with `code`, `severity`, `subject`,
  `message`, `hint`, `file`, `line` and `pointer`; `ignored` is the number of findings by each code
  that was ignored. With `--coverage` it adds `coverage`: each
  sentence with its `document`, `sentence`, `heading`, `paragraph`, `state` (`quoted`, `set_aside`,
  `partly` or `untouched`) and the words of it that are `untouched`.
- `merge` prints the plan, of the `format` `ssrpolicy-merge/1`: whether it is `applicable`, its
  `edits` (each with what was `exported`, `entered` and `recorded`), `refusals` and `remarks`, what
  is `absent` or `private`, and `findings`; then whether it was `applied`, and the number of updates
  `written` to each file.
  Of a workbook of proposals it prints, of the `format` `ssrpolicy-review/1`, whether it is
  `applicable`, the ids that are `accepted`, `rejected` or decided `already`, the `refusals`, and
  whether it was `applied`.
- `plugins` prints `settings`, those of the working folder, and `plugins`, each with `distribution`,
  `version`, `entry_point`, `reporters`, `rules`, `failures` (`what` and `cause`), what of it is
  `outdated`, what it `changed` of the process, and whether it is `disabled`; with `--trace` the
  `steps` by which it was read, each with `what`, `where` and `seconds`. With a name it prints the
  one reporter, rule or plugin.
- `compare` prints, of the `format` `ssrpolicy-comparison/1`, the `comparisons`: the ids `old` and
  `new`, the `fields` of the record that differ, and the `entries`, each with `change` (`added`,
  `removed` or `changed`), `table`, `old`, `new`, `matched_by` (`id` or `words`) and `fields`, each
  with `field`, `old` and `new`; `renamed` has the ids, `old` and `new`, of what was matched by its
  words.
- `draft` prints a list of the proposals, each with `id`, `drafter`, `rule`, `why`, `confidence`,
  `kind`, `grounds`, `requires` and the `entry` as a JSON record has it.
- `list` prints, of the `format` `ssrpolicy-list/1`, what the `list` is of, the day `as_of`, the
  `selection`, the `totals`, and the `rows`, each with the keys of the [columns](columns.md);
  `problems` are the errors of records, as findings.
- `search` prints, of the `format` `ssrpolicy-search/1`, the `words`, the `selection`, the `total`
  of hits and the `hits`, each with `id`, `kind`, `text`, `marks` (where the words stand in the
  text), `document`, `date`, `heading`, `paragraph`, `page` and `address`; and `problems`.
- `register info` prints, of the `format` `ssrpolicy-register/1`, the `address`, the `schema`, when
  and with which `program` it was `built`, the numbers of `records` and `statements`, the number of
  records of each of the `sources`, and `problems`.
- `corpus run` prints the `work`, the folder of the `results`, how many papers were `done` and are
  `unchanged`, which were `left_out`, how many records have `errors`, the `other_files` by their
  suffix, how many papers are `gone`, and the `seconds` that it took.
- `cite` prints for each text, on a line of its own, the `text` and its `citations`, each with
  `words`, `kind`, `papers`, `url` and `warnings`.
"""


def page() -> str:
    """Return the reference page in Markdown."""
    return "\n".join([HEAD, *_help(_command, ("ssrpolicy",), None)])


def _help(
    command: click.Command, words: tuple[str, ...], above: click.Context | None
) -> Iterator[str]:
    settings = {**_command.context_settings, "terminal_width": 80}
    command = in_own_words(command)
    context = click.Context(command, above, info_name=words[-1], **settings)
    yield f"## {' '.join(words)}"
    yield ""
    yield "```text"
    yield "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield "```"
    yield ""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from _help(below, (*words, name), context)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
