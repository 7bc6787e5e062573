"""The samples of a contract, each reported on twice and kept for every test that looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from attrs import define, field

from ssrpolicy.model import LANGUAGES, Language, PolicyRecord

Records = tuple[PolicyRecord, ...]


class Sampled(NamedTuple):
    """A sample in one language, made twice and reported on twice in succession.

    Attributes:
        records: the records as they are after both their reports, one in each language.
        again: equal records that were made anew, for the second report.
    """

    records: Records
    again: Records
    language: Language
    first: bytes
    second: bytes

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{', '.join(record.id for record in self.records)} in {self.language}"


@define(eq=False)
class Samples:
    """The samples of one contract, as one reporter with the same options reports them."""

    reporter: object
    given: Mapping[str, object]
    _pairs: list[tuple[Records, Records]] = field(factory=list)
    _reported: dict[tuple[int, Language], Sampled] = field(factory=dict)

    def are_of(self, reporter: object, given: Mapping[str, object]) -> bool:
        """Whether they are reports of this reporter, with these options."""
        return self.reporter is reporter and self.given == given

    def reported(
        self,
        samples: Callable[[], tuple[Records, ...]],
        report: Callable[[Records, Language], bytes],
    ) -> Iterator[Sampled]:
        """Yield each sample in both languages; what is asked for first is reported on first."""
        self._pairs = self._pairs or list(zip(samples(), samples(), strict=True))
        for number, (records, again) in enumerate(self._pairs):
            for language in LANGUAGES:
                if (number, language) not in self._reported:
                    first, second = report(records, language), report(again, language)
                    made = Sampled(records, again, language, first, second)
                    self._reported[number, language] = made
                yield self._reported[number, language]
