"""What was odd about a citation, as a stable code and a sentence in Dutch and in English."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from ssrpolicy.model import Language


@cache
def sentences() -> dict[str, dict[Language, str]]:
    """Return each code with its two sentences, whose braces are filled from what was read."""
    data = files("ssrpolicy.citations").joinpath("warnings.toml").read_text("utf-8")
    return tomllib.loads(data)


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
        if value not in sentences():
            raise ValueError(f"There is no citation warning {value!r}.")

    def message(self, language: Language = "en") -> str:
        """Return the warning as a sentence."""
        return sentences()[self.code][language].format(*self.details)

    def __str__(self) -> str:
        """Return the warning as an English sentence."""
        return self.message()
