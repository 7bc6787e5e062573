"""Words for messages: quoted words, and words to choose from."""

from collections.abc import Sequence


def in_quotes(words: str, length: int = 60) -> str:
    """Return words in quotation marks on one line, cut to at most ``length`` characters."""
    line = " ".join(words.split())
    if len(line) <= length:
        return f'"{line}"'
    # Cut at a space, so that the last word shown is a whole one.
    cut = line[: length + 1].rpartition(" ")[0] or line[:length]
    return f'"{cut} …"'


def either(words: Sequence[str]) -> str:
    """Return words as a choice: ``nl-bz, nl-bzk or nl-ez``."""
    return " or ".join([*([", ".join(words[:-1])] if len(words) > 1 else []), *words[-1:]])


def a_kind(kind: type) -> str:
    """Return what an entry of a class is: ``a commitment``, ``an instrument``."""
    name = kind.__name__.lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
