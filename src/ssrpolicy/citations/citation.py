"""A citation found in a text: its words, their place, the papers it names, and any oddities."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from attrs import evolve, field, frozen

from ssrpolicy.arguments import is_among
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _
from ssrpolicy.model import PUBLIC_ADDRESS, Language, PaperNumber, check_language
from ssrpolicy.syntax import packaged_tables

CitationKind = Literal[
    "paper", "range", "dossier", "number", "register", "annex", "answers", "proceedings"
]


_HOLE = re.compile(r"\{[0-9]+\}")


@cache
def sentences() -> dict[str, dict[Language, str]]:
    """Return each code with its two sentences, whose braces are filled from what was read."""
    return packaged_tables("ssrpolicy.citations", "warnings.toml")


@frozen
class CitationWarning:
    """One thing that was odd about a citation.

    Attributes:
        code: a stable name for the kind of oddity.
        details: the words that the sentence speaks of, in its order.
    """

    code: str = field()
    details: tuple[str, ...] = ()

    @code.validator
    def _known(self, _attribute: object, value: str) -> None:
        if not is_among(value, sentences()):
            from ssrpolicy.similar import nearest_or_all  # noqa: PLC0415 - loaded only where something is wrong

            raise ArgumentError(
                _("No citation warning is called {value!r:.80}.", value=value),
                hint=nearest_or_all(value, sentences()),
            )

    def message(self, language: Language = "en") -> str:
        """Return the warning as a sentence; "…" stands for each detail that is missing."""
        check_language(language)
        sentence = sentences()[self.code][language]
        lacking = len({*_HOLE.findall(sentence)}) - len(self.details)
        return sentence.format(*self.details, *["…"] * lacking)

    def __str__(self) -> str:
        """Return the warning as an English sentence."""
        return self.message()


@frozen(kw_only=True)
class Citation:
    """Words that name a parliamentary paper, a dossier or an entry in a register.

    Attributes:
        words: the words exactly as they are written, ``text[start:end]``.
        start: where the words begin, counted in code points.
        end: where they end.
        kind: what the words name: one ``paper``, a ``range`` of papers, a ``dossier`` as a whole,
            a ``number`` whose dossier is not said, an entry in a ``register``, an ``annex``,
            ``answers`` to written questions, or ``proceedings``.
        number: the paper; of a range its first paper; None where it cannot be determined.
        last: the last paper of a range; None for anything else.
        register_number: the number in the register of the House or the Senate: 2009Z23838.
        dossier: the dossier with its budget chapter, 32123-X, where the words name one.
        warnings: what was odd about the words, or what could not be determined.
        candidates: the papers the words may stand for, where they cannot be distinguished.
    """

    words: str
    start: int
    end: int
    kind: CitationKind
    number: PaperNumber | None = None
    last: PaperNumber | None = None
    register_number: str | None = None
    dossier: str | None = None
    warnings: tuple[CitationWarning, ...] = ()
    candidates: tuple[PaperNumber, ...] = ()

    @property
    def papers(self) -> tuple[PaperNumber, ...]:
        """Every paper that the words stand for: one, all of a range, or none that is certain."""
        if self.number is None:
            return ()
        if self.last is None:
            return (self.number,)
        first, last = int(self.number.number), int(self.last.number)
        return tuple(evolve(self.number, number=str(each)) for each in range(first, last + 1))

    @property
    def url(self) -> str | None:
        """The public page of the paper or of the dossier; None where that is not certain."""
        if self.number is not None:
            return self.number.url
        if self.kind == "dossier" and self.dossier is not None and not self.candidates:
            return f"{PUBLIC_ADDRESS}/dossier/{self.dossier}"
        return None
