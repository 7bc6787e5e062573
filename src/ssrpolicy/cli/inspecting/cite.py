"""``ssrpolicy cite``: the papers that a text cites."""

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ssrpolicy.citations import Citation, find_citations
from ssrpolicy.cli.console import print_json, print_line, without_addresses
from ssrpolicy.cli.parameters import format_option
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, marked, message_language
from ssrpolicy.storage import path_missing

_JSON_FIELDS = (
    "words", "start", "end", "kind", "papers", "register_number", "dossier", "url", "candidates",
)  # fmt: skip

# A word that names a file, such as letter.txt: it ends as texts and papers do.
_FILE_NAME = r"(?i)(?!.*://)\S+\.(?:txt|text|md|pdf|docx?|odt|rtf|html?|xml|json|toml|csv|xlsx?)"

# What each kind of citation is called.
_KINDS = {
    "paper": marked("a paper"),
    "range": marked("a range of papers"),
    "dossier": marked("a dossier"),
    "number": marked("a number"),
    "register": marked("a number in the register"),
    "annex": marked("an annex"),
    "answers": marked("answers to questions"),
    "proceedings": marked("proceedings"),
}


@click.command("cite")
@click.argument("text", required=False, metavar="[TEXT]")
@format_option
def command(text: str | None, output_format: str) -> None:
    """Find the citations in TEXT, or in each line of standard input when TEXT is left out.

    Each is printed with its canonical id, its public address, and a warning where something was
    odd. What cannot be determined is reported as such and never guessed.
    """
    for line in _lines(text):
        found = find_citations(line)
        if output_format == "json":
            print_json(_as_json(line, found), indent=None)
            continue
        if not found:
            print_line(_("no citation in: {line}", line=without_addresses(line)))
        for citation in found:
            _print(citation)


def _lines(text: str | None) -> Iterator[str]:
    if text is not None:
        _refuse_file(text)
        yield text
        return
    if sys.stdin.isatty():
        print_line(_("Reading lines; end with Ctrl-D."), err=True)
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            decoded = line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise InputError(
                _("Line {number} of standard input is not UTF-8.", number=number),
                hint=_("This yields UTF-8: iconv -f WINDOWS-1252 -t UTF-8"),
            ) from None
        if decoded.strip():
            yield decoded


def _refuse_file(text: str) -> None:
    """Raise InputError for the name of a file, given where the text in it is meant."""
    if not re.fullmatch(_FILE_NAME, text) or find_citations(text):
        return
    if not Path(text).is_file():
        raise path_missing(
            text,
            text,
            _("The text itself is given, or read from standard input: ssrpolicy cite < LETTER.txt"),
        )
    raise InputError(
        _("{file} is a file; cite is given words, or reads lines.", file=text),
        hint=_("To read its lines: ssrpolicy cite < {file}", file=shlex.quote(text)),
    )


def _print(citation: Citation) -> None:
    print_line(_named(citation))
    print_line(_field(_("words"), citation.words))
    if citation.url is not None:
        print_line(_field(_("address"), citation.url))
    for paper in citation.candidates:
        print_line(_field(_("perhaps"), f"{paper}  {paper.url}"))
    for warning in citation.warnings:
        print_line(_field(_("warning"), warning.message(message_language())))


def _field(name: str, words: str) -> str:
    return f"    {name:<7}  {words}"


def _named(citation: Citation) -> str:
    """Return the canonical id of the paper cited, or the parts that are known of it."""
    if citation.number is not None:
        if citation.last is None:
            return str(citation.number)
        return _("{first} to {last}", first=citation.number, last=citation.last)
    if citation.register_number is not None:
        return citation.register_number
    if citation.kind == "dossier" and not citation.candidates:
        return _("dossier {dossier}", dossier=citation.dossier)
    return _("cannot be determined ({kind})", kind=_(_KINDS[citation.kind]))


def _as_json(line: str, found: tuple[Citation, ...]) -> dict[str, Any]:
    citations = [
        {name: getattr(each, name) for name in _JSON_FIELDS}
        | {"warnings": [{"code": one.code, "message": str(one)} for one in each.warnings]}
        for each in found
    ]
    return {"text": line, "citations": citations}
