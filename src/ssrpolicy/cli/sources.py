"""The records at a path, and where words stand in their sources, for a terminal."""

from pathlib import Path

from ssrpolicy import codec
from ssrpolicy.cli.console import print_failures, print_finding, print_line
from ssrpolicy.cli.settings import load_registry, print_settings, read_settings
from ssrpolicy.codec import NewSource
from ssrpolicy.errors import InputError
from ssrpolicy.evidence import Anchor, AnchorState, SourceText, Span
from ssrpolicy.messages import _
from ssrpolicy.model import BlockKind, Language, Passage, PlaceInText, PolicyRecord
from ssrpolicy.reporting import read_source
from ssrpolicy.views.language import label

_BEFORE = 400
_WORDS_OF_PREFIX = 12


def records_to_read(path: Path) -> tuple[tuple[PolicyRecord, ...], bool]:
    """Return every record at ``path`` of which anything can be read, and whether that is all.

    If a record cannot be read in full, standard error says so, with the errors in the way. Of two
    records with one id the first counts, and it names the other.
    Raises InputError when no record is found.
    """
    known: dict[str, Path] = {}
    records: list[PolicyRecord] = []
    whole = True
    files = codec.find_records(path)
    for file in files:
        reading = codec.read(file, strict=len(files) == 1)
        for record in reading.records:
            if record.id in known:
                remark = left_out(file, record.id, known[record.id])
                print_line(_("Note: {remark}", remark=remark), err=True)
                whole = False
            else:
                known[record.id] = file
                records.append(record)
        errors = [finding for finding in reading.findings if finding.is_error]
        whole = whole and not errors
        for finding in errors:
            print_finding(finding, err=True)
        if errors and reading.records:
            shown = _("{file} cannot be read in full and is shown without it.", file=file)
            print_line(shown, err=True)
        elif errors:
            print_line(_("{file} cannot be read in full and cannot be shown.", file=file), err=True)
    if files and not records:
        raise InputError(_("None of these records can be read."))
    if not records:
        hint = _("Begin a record with: ssrpolicy new LETTER.txt")
        raise InputError(_("{path} holds no records.", path=path), hint=hint)
    return tuple(records), whole


def left_out(file: Path, id: str, first: Path) -> str:
    """Return the sentence that says that a record is not read, since another one has its id."""
    return _("{file} has the id {id} of {first}, and is left out.", file=file, id=id, first=first)


def source_to_put(path: Path, record: Path) -> tuple[NewSource, Path | NewSource]:
    """Return the text of a document's file, and what is put into the record: that, or the file.

    Plain text is put there as the file that it is; anything else is read by its reader, unless
    the settings of the record at ``record`` disable it.
    """
    settings = read_settings([record])
    registry = load_registry(settings, only=("ssrpolicy_readers",))
    print_settings(settings, registry)
    new = read_source(path, registry=registry)
    print_failures(registry)
    return new, path if new.original is None else new


def place_words(anchor: Anchor, language: Language) -> str:
    """Return where a quote stands: "letter, p. 2, paragraph 9, under ‘SSR-kaders en inzet’"."""
    if anchor.place is not None:
        where = position(anchor.place, language)
    elif anchor.state is AnchorState.REPEATED:
        where = label("terminal_place.repeated", language, number=len(anchor.matches))
    else:
        where = label(f"terminal_place.{anchor.state.value}", language)
    return f"{anchor.passage.document}, {where}"


def position(place: PlaceInText, language: Language) -> str:
    """Return where in its document a stretch stands: page, paragraph and the heading above it."""
    words = _in_text(place, language)
    if place.page is None:
        return words
    return label("terminal_place.on_page", language, number=place.page, place=words)


def _in_text(place: PlaceInText, language: Language) -> str:
    if place.paragraph is None:
        kind = "outside" if place.kind in (None, BlockKind.BODY) else place.kind.value
        return label(f"terminal_place.{kind}", language)
    first, last = place.paragraphs[0], place.paragraphs[-1]
    if first == last:
        words = label("terminal_place.paragraph", language, number=first)
    else:
        words = label("terminal_place.paragraphs", language, first=first, last=last)
    if place.heading is None:
        return words
    return label("terminal_place.under", language, place=words, heading=place.heading)


def whole_words(source: SourceText, span: Span) -> Span:
    """Return a stretch with the rest of the words that it begins or ends in the middle of."""
    start, end = span.start, span.end
    while source.cuts_word(Span(start=start, end=start)):
        start -= 1
    while source.cuts_word(Span(start=end, end=end)):
        end += 1
    return Span(start=start, end=end)


def in_context(place: PlaceInText) -> str:
    """Return words on one line, between marks that no source has, with the words around them."""
    # The marks show without colour too, and in what is copied from the terminal.
    return place.context(marks=("»", "«"))


def passage_at(source: SourceText, document: str, span: Span) -> Passage:
    """Return the words as a passage that matches here only, if need be with words before them."""
    words = source.display(span.start, span.end)
    before = source.display(max(0, span.start - _BEFORE), span.start).split()
    for count in range(_WORDS_OF_PREFIX):
        prefix = " ".join(before[-count:]) if count else ""
        if len(source.find(words, prefix=prefix)) <= 1:
            return Passage(document=document, quote=words, prefix=prefix)
    return Passage(document=document, quote=words)
