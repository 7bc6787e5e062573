"""Entries replaced and removed: what is not meant keeps its bytes, or nothing is changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from ssrpolicy import codec
from ssrpolicy.editing import append, record_to_edit, remove, replace
from ssrpolicy.errors import ArgumentTypeError, InputError, UnknownIdError
from ssrpolicy.model import (
    Claim,
    Commitment,
    EditRefusedError,
    Firmness,
    LocalText,
    Party,
    SetAside,
    SetAsideReason,
    Update,
)

MakeClaim = Callable[..., Claim]


def lines_of(folder: Path) -> list[str]:
    """The lines of a record's file."""
    return (folder / "record.toml").read_text(encoding="utf-8").splitlines(keepends=True)


def line_with(folder: Path, words: str) -> int:
    """The line (from 1) on which words stand first."""
    return next(n for n, line in enumerate(lines_of(folder), start=1) if words in line)


def written(folder: Path, text: str) -> None:
    """Write text after a record's file."""
    with (folder / "record.toml").open("a", encoding="utf-8", newline="") as stream:
        stream.write(text)


def test_an_entry_goes_with_the_comments_that_belong_to_it(letter_copy: Path) -> None:
    """Directly above and below it they go; with an empty line between they stay."""
    file = letter_copy / "record.toml"
    written(letter_copy, "\n# -- Own codes ----\n\n# first seen in March\n")
    before = file.read_bytes()
    written(
        letter_copy,
        '[[parties]]\nid = "open"  # not yet in a list\n[parties.name]\nnl = "open"\n# ask them\n'
        '\n# about the next\n[[parties]]\nid = "next"\nname = "volgende"\n',
    )

    remove(letter_copy, "open")

    kept = before.removesuffix(b"# first seen in March\n")
    assert file.read_bytes() == (
        kept + b'# about the next\n[[parties]]\nid = "next"\nname = "volgende"\n'
    )


def test_an_entry_in_the_middle_leaves_one_empty_line(letter_copy: Path) -> None:
    """A set-aside, named by any of its lines, leaves all other lines as they were."""
    number = line_with(letter_copy, 'reason = "signpost"')
    lines = lines_of(letter_copy)

    change = remove(letter_copy, number)

    assert lines_of(letter_copy) == [*lines[: number - 3], *lines[number + 1 :]]
    (entry,) = change.entries
    assert isinstance(entry, SetAside)
    assert (entry.reason, change.lines) == (SetAsideReason.SIGNPOST, (number - 2,))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_stays_the_same_keeps_its_bytes(end: str, letter_copy: Path) -> None:
    """Of a replaced entry only the value that differs is another, with the file's line ends."""
    file = letter_copy / "record.toml"
    text = file.read_text(encoding="utf-8").replace(
        'firmness = "conditional"', 'firmness   =  "conditional" # as the cue says', 1
    )
    file.write_bytes(text.replace("\n", end).encode())
    before = file.read_bytes()
    old = next(c for c in record_to_edit(letter_copy).commitments if c.firmness == "conditional")

    replace(letter_copy, old.id, attrs.evolve(old, firmness=Firmness.ASPIRATIONAL))

    assert file.read_bytes() == before.replace(
        b'firmness   =  "conditional" # as', b'firmness   =  "aspirational" # as', 1
    )
    assert record_to_edit(letter_copy).statement(old.id) == attrs.evolve(
        old, firmness=Firmness.ASPIRATIONAL
    )


@pytest.mark.slow
@pytest.mark.heavy
def test_every_entry_replaced_with_itself_changes_no_byte(letter_copy: Path) -> None:
    """Whatever the form in which an entry is written, the same entry leaves it as it is."""
    before = (letter_copy / "record.toml").read_bytes()
    record = record_to_edit(letter_copy)

    for entry in (*record, *record.dispositions, *record.set_aside):
        replace(letter_copy, entry, entry)

    assert (letter_copy / "record.toml").read_bytes() == before
    assert not (letter_copy / ".ssrpolicy").exists()


def test_values_come_go_and_change_their_form(letter_copy: Path) -> None:
    """A nested table becomes a value, what is new follows the last, what is gone goes."""
    written(
        letter_copy,
        '\n[[parties]]\nid = "open"\naliases = [\n  "o", # short\n]\n# of its name:\n'
        '[parties.name]\nnl = "open"\n\n# the end\n',
    )

    replace(
        letter_copy, "open", Party(id="open", name=LocalText(nl="openbaar"), successors=("nl",))
    )

    assert "".join(lines_of(letter_copy)).endswith(
        '\n[[parties]]\nid = "open"\nname = "openbaar"\nsuccessors = ["nl"]\n\n# the end\n'
    )


@pytest.mark.parametrize(
    "stands, gone",
    [
        (
            'summary.nl = "Eén." # nl\n# between\nsummary.en = "One." # en\n',
            'summary.en = "One." # en\n',
        ),
        ('# why\n[requests.summary] # both\nnl = "Eén." # nl\nen = "One."\n', 'en = "One."\n'),
    ],
)
def test_a_text_in_one_language_keeps_its_comments_when_the_other_goes(
    letter_copy: Path, stands: str, gone: str
) -> None:
    """A text that stands in lines of its own is not written anew in one."""
    quote = 'quotes = ["Tot dusver is dit fonds qua omvang adequaat gebleken"]'
    written(letter_copy, f'\n[[requests]]\nid = "one"\ndocument = "letter"\n{quote}\n{stands}')
    before = "".join(lines_of(letter_copy))
    entry = next(each for each in record_to_edit(letter_copy).requests if each.id == "one")
    replace(letter_copy, "one", attrs.evolve(entry, summary=LocalText(nl="Eén.")))

    assert "".join(lines_of(letter_copy)) == before.replace(gone, "")


def test_a_preview_shows_that_the_last_line_gets_an_end(letter_copy: Path, update: Update) -> None:
    """It differs as well, and what follows it begins on a line of its own."""
    file = letter_copy / "record.toml"
    file.write_bytes(file.read_bytes().rstrip())
    before = file.read_bytes()
    shown = append(letter_copy, update, preview=True)

    assert (file.read_bytes(), shown.preview) == (before, True)
    last = before.decode().splitlines()[-1]
    ended = f"- {last} (without a line end)\n+ {last}\n"
    assert shown.difference.startswith(f'{ended}+\n+ [[updates]]\n+ statement = "')
    assert append(letter_copy, update).difference == shown.difference


def test_a_preview_shows_blanks_at_the_end_of_what_differs(letter_copy: Path) -> None:
    """Without them a line would go and come as the same."""
    quote = 'quotes = ["Tot dusver is dit fonds qua omvang adequaat gebleken"]'
    written(
        letter_copy,
        f'\n[[requests]]\nid = "one"  \ndocument = "letter"\n{quote}\nsummary = "Eén."\n',
    )
    assert '\n- id = "one"··\n- document' in remove(letter_copy, "one", preview=True).difference


def test_a_statement_can_become_one_of_another_kind(letter_copy: Path) -> None:
    """Ids do not say the kind: a commitment becomes a claim, and what only it has goes."""
    old = record_to_edit(letter_copy).commitments[-1]
    same = {f.name: getattr(old, f.name) for f in attrs.fields(Claim)}

    replace(letter_copy, old.id, Claim(**same))

    new = record_to_edit(letter_copy).statement(old.id)
    assert (type(old), type(new)) == (Commitment, Claim)
    assert new.quotes == old.quotes


def test_entries_in_one_list_are_taken_out_too(letter_copy: Path) -> None:
    """Entries that are written as the items of one list are replaced and removed there."""
    file = letter_copy / "record.toml"
    item = '{ statement = "african-union", date = 2011-0%d-01, by = "nl-bz", claimed = "open" }'
    items = [item % number for number in (1, 2, 3)]
    text = file.read_text(encoding="utf-8")

    def listed(*items: str) -> str:
        inner = "".join(f"  {each}, # of the year\n" for each in items)
        return text.replace('source = "letter"\n', f'source = "letter"\nupdates = [\n{inner}]\n', 1)

    file.write_text(listed(*items), encoding="utf-8")

    remove(letter_copy, line_with(letter_copy, "2011-02-01"))
    assert file.read_text(encoding="utf-8") == listed(items[0], items[2])
    last = record_to_edit(letter_copy).updates[-1]
    replace(letter_copy, last, attrs.evolve(last, by="nl"))
    changed = items[2].replace("nl-bz", "nl")
    assert file.read_text(encoding="utf-8") == listed(items[0], changed)


def test_what_others_refer_to_is_not_removed(letter_copy: Path, update: Update) -> None:
    """The refusal names each that refers to it, with its line, and changes nothing."""
    appended = append(letter_copy, update)
    before = (letter_copy / "record.toml").read_bytes()

    with pytest.raises(EditRefusedError) as refused:
        remove(letter_copy, "african-union")

    assert "because others refer to it: " in refused.value.message
    named = f"the update of african-union of 2011-03-01 (line {appended.lines[0]})"
    assert named in refused.value.message
    assert (letter_copy / "record.toml").read_bytes() == before
    with pytest.raises(EditRefusedError, match="the record's source"):
        remove(letter_copy, "letter")


def test_a_code_in_use_is_not_removed(letter_copy: Path, claim: MakeClaim) -> None:
    """A party of the record that owns something stays, and who names it is said."""
    before = (letter_copy / "record.toml").read_bytes()
    append(letter_copy, Party(id="buro", name=LocalText(nl="Buro")), claim(owners=("buro",)))

    with pytest.raises(EditRefusedError, match="fund-sufficed"):
        remove(letter_copy, "buro")
    remove(letter_copy, "fund-sufficed")
    remove(letter_copy, "buro")
    assert (letter_copy / "record.toml").read_bytes() == before


def test_an_error_that_was_there_elsewhere_does_not_stand_in_the_way(letter_copy: Path) -> None:
    """Entries after the removed one move up, and what was wrong with them stays the same."""
    file = letter_copy / "record.toml"
    text = file.read_text(encoding="utf-8")
    written(letter_copy, '\n[[set_aside]]\nquote = "Dit staat er niet."\nreason = "courtesy"\n')

    remove(letter_copy, line_with(letter_copy, 'reason = "definition"'))

    assert len(record_to_edit(letter_copy).set_aside) == 2
    remove(letter_copy, line_with(letter_copy, "Dit staat er niet."))
    assert text != file.read_text(encoding="utf-8")
    assert not any(finding.is_error for finding in codec.read(letter_copy).findings)


def test_an_entry_that_cannot_be_read_can_be_removed(letter_copy: Path) -> None:
    """What is wrong is taken out by its line, and what stands around it stays."""
    before = (letter_copy / "record.toml").read_bytes()
    written(letter_copy, '\n[[set_aside]]\nquote = "Dit staat er niet."\nreason = "boredom"\n')

    remove(letter_copy, line_with(letter_copy, "boredom"))

    assert (letter_copy / "record.toml").read_bytes() == before


def test_a_new_error_refuses_what_is_replaced(letter_copy: Path) -> None:
    """A quote that does not stand in the letter is refused, and nothing is written."""
    before = (letter_copy / "record.toml").read_bytes()
    old = record_to_edit(letter_copy).statements[0]
    (quote, *_) = old.quotes

    with pytest.raises(EditRefusedError, match="quote-missing"):
        replace(
            letter_copy, old.id, attrs.evolve(old, quotes=(attrs.evolve(quote, quote="Niets."),))
        )
    assert (letter_copy / "record.toml").read_bytes() == before


def test_an_unknown_id_is_told_with_the_nearest(letter_copy: Path, tmp_path: Path) -> None:
    """A misspelt id names the nearest, a line without an entry says so; JSON is refused."""
    with pytest.raises(UnknownIdError, match="Did you mean african-union"):
        remove(letter_copy, "african-unoin")
    with pytest.raises(UnknownIdError, match="No entry stands on line 1 of"):
        remove(letter_copy, 1)
    codec.dump_json([record_to_edit(letter_copy)], tmp_path / "letter.json")
    with pytest.raises(InputError, match="is a JSON record"):
        remove(tmp_path / "letter.json", "african-union")


@pytest.mark.parametrize("change", [remove, lambda path, key: replace(path, key, key)])
def test_yes_and_no_name_no_entry(change: Callable[[Path, Any], object], letter_copy: Path) -> None:
    """In Python True is a number, but not a line that anybody means."""
    key: Any = True
    with pytest.raises(ArgumentTypeError, match="key is True, where"):
        change(letter_copy, key)
