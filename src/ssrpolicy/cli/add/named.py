"""The names of an entry's fields in messages of the command line: the options that set them."""

import re
from collections.abc import Iterable, Mapping

import click

# Fields that no option is called after, and the option that sets them.
_ALSO = {
    "timeframe": "--term",
    "in_favour": "--votes",
    "against": "--votes",
    "from_register": "--from-register",
}
# How a field is set in TOML: as a text, as a list of texts, or as true.
_SET = re.compile(r'\b([a-z_]+) = (?:("[^"]*")|\[("[^"\]]*")\]|true)')
_OTHER_DOCUMENT = re.compile(r'\{ document = ("[^"]+"), quote = \.\.\. \}')
# A name of several words is nothing else; a single word is a field where a sentence is about it.
_NAMED = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_ABOUT = re.compile(r"(?:^|(?<=: ))([a-z]+)(?= (?:'|is |has |holds |names |heeft |bevat |noemt ))")
# Dutch sets a field apart in quotation marks, wherever it stands.
_SET_APART = re.compile(r"‘([a-z]+(?:_[a-z]+)*)’")
# Where another entry stands in the file, which says nothing to who gives options.
_PLACE_IN_FILE = re.compile(r", (?:entry|onderdeel) \d+ (?:of|van) \[\[\w+\]\]")
_TABLE = re.compile(r"\[\[(\w+)\]\]")
# What `ssrpolicy add` calls an entry of a table where that is not its name without the s.
_ADDED = {"parties": "party", "set_aside": "set-aside"}
_WITH = re.compile(r"\b(with|met) id (and|en) name\b")
_IN = re.compile(r"\b(in|as|out|with|als|met|weg|neither|nor|noch) ([a-z]+)\b")


def flags_of(commands: Iterable[click.Command]) -> Mapping[str, str]:
    """Return the option of each field that a command of some sets."""
    options = [each for command in commands for each in command.params if each.name]
    found = {str(each.name): each.opts[0] for each in options if isinstance(each, click.Option)}
    return found | _ALSO


def flags_for(command: click.Command, others: Iterable[click.Command]) -> Mapping[str, str]:
    """Return the option of each field at a command, and of those that only others set."""
    own = flags_of([command])
    if "quoted_from" in own and "document" not in own:  # the document of its quotes is meant
        own = {**own, "document": own["quoted_from"]}
    return {**flags_of(others), **own}


def in_options(text: str, flags: Mapping[str, str], *, hint: bool = False) -> str:
    """Return a message about an entry with the options in the place of the keys of its TOML."""

    def flag(match: re.Match[str]) -> str:
        return flags.get(match[0], match[0])

    def set_by(match: re.Match[str]) -> str:
        if match[1] not in flags:
            return match[0]
        value = match[2] or (match[3] if match[1] != "from_register" else None)
        if value and re.fullmatch(r'"[\w-]+"', value):
            value = value.strip('"')  # one word needs no quotation marks
        return f"{flags[match[1]]} {value}" if value else flags[match[1]]

    text = _PLACE_IN_FILE.sub("", text)
    text = _OTHER_DOCUMENT.sub(r"--from \1", text)
    text = _SET.sub(set_by, text)
    text = _SET_APART.sub(lambda match: flags.get(match[1], match[0]), text)
    text = _NAMED.sub(flag, text)
    text = _ABOUT.sub(flag, text)
    text = _TABLE.sub(lambda m: f"`ssrpolicy add {_ADDED.get(m[1], m[1].removesuffix('s'))}`", text)
    text = _WITH.sub(r"\1 --id \2 --name", text)
    if hint:
        text = _IN.sub(lambda m: f"{m[1]} {flags.get(m[2], m[2])}", text)
    return text
