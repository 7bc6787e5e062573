"""Words that weaken a promise: in doubt the weaker reading is recorded."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from ssrpolicy.messages import _
from ssrpolicy.model import Commitment, Course, Firmness, PolicyRecord, Severity
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_quotes
from ssrpolicy.rules.wording.words import one_line


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word.strip() for line in lines for word in line.split(","))


HEDGES: Final[Mapping[Firmness, tuple[str, ...]]] = {
    Firmness.ASPIRATIONAL: _words(
        "beoogt, beoogd, hoop, hoopt, in beginsel, in principe, nastreeft, nastreven",
        "naar verwachting, poogt, pogen, probeer, probeert, proberen, span mij in",
        "spant zich in, streeft, streef, streven, tracht, trachten, van plan, voornemens",
        "zet zich in, zet mij in, zo veel mogelijk, zoveel mogelijk",
        "aim, aims, aiming, as far as possible, attempt, attempts, endeavour, endeavours",
        "expected to, hope, hopes, in principle, intend, intends, seek, seeks, strive, strives",
        "to the extent possible, try, tries",
    ),
    Firmness.CONDITIONAL: _words(
        "afhankelijk van, desgewenst, indien, mits, onder voorbehoud, tenzij, waar mogelijk",
        "waar nodig, waar wenselijk, zo mogelijk, zo nodig",
        "dependent on, depending on, if, on condition that, provided that, subject to, unless",
        "where appropriate, where necessary, where needed, where possible",
    ),
    Firmness.EXPLORATORY: _words(
        "beziet, bezien, in kaart brengen, in kaart gebracht, overweeg, overweegt, overwegen",
        "verken, verkent, verkennen",
        "consider, considers, considering, explore, explores, exploring, look into, looks into",
    ),
}
"""The hedging words by the weaker reading they ask for, the Dutch before the English."""


# The longest word of each: whether it can be there at all, which is seen far sooner.
_RAREST: Final = {
    hedge: max(hedge.split(), key=len) for words in HEDGES.values() for hedge in words
}
_EVERY_RAREST: Final = frozenset(_RAREST.values())
_WORD: Final = re.compile(r"\w+")


@lru_cache(maxsize=512)
def _pattern(hedges: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of some hedges, made when they may be there: that of all takes long."""
    # The longest first: "in kaart gebracht" is reported whole.
    longest_first = sorted(hedges, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def hedge_in(text: str) -> tuple[str, Firmness] | None:
    """Return the first hedging words of a text, with the reading they ask for; None if none."""
    line = one_line(text)
    there = _EVERY_RAREST.intersection(_WORD.findall(line))
    if not there:
        return None
    found = [
        (match.start(), match[0], reading)
        for reading, hedges in HEDGES.items()
        if (possible := tuple(hedge for hedge in hedges if _RAREST[hedge] in there))
        and (match := _pattern(possible).search(line)) is not None
    ]
    if not found:
        return None
    _, words, reading = min(found)
    return words, reading


def _firm(record: PolicyRecord) -> Iterator[tuple[int, Commitment]]:
    for index, statement in enumerate(record.statements):
        if isinstance(statement, Commitment) and statement.firmness is Firmness.FIRM:
            yield index, statement


@rule("firm-hedged", Severity.WARNING)
def firm_hedged(record: PolicyRecord) -> Iterator[Remark]:
    """A commitment is recorded as firm, and its cue holds words that weaken it.

    When in doubt the weaker reading is recorded: a promise too many is the costlier error. The
    words looked for, in Dutch and English, are striving ("streeft ernaar", "zoveel mogelijk",
    "voornemens", "aims to": aspirational), conditions ("waar mogelijk", "indien", "zo nodig",
    "subject to": conditional) and looking into ("bezien", "verkennen", "in kaart gebracht",
    "consider": exploratory).

    Example: `firmness = "firm"`, `cue = "streeft ernaar"`.

    What to do: take the weaker firmness; or, if the commitment is firm all the same, choose the
    cue that makes it so and say in `doubt` why it may be read otherwise.
    """
    for index, statement in _firm(record):
        if (found := hedge_in(statement.cue)) is not None:
            words, reading = found
            yield Remark(
                message=_(
                    "The commitment is recorded as firm, but its cue has {words}.",
                    words=in_quotes(words),
                ),
                hint=_("The weaker reading is {reading}.", reading=reading),
                place=("statements", index, "firmness"),
            )


@rule("firm-hedge-nearby", Severity.NOTE)
def firm_hedge_nearby(record: PolicyRecord) -> Iterator[Remark]:
    """A commitment is recorded as firm, and its quote holds words that may weaken it.

    The same words as for `firm-hedged`, outside the cue. They may well belong to something else
    in the sentence; this only asks to read it once more.

    Example: "wordt er standaard voor gezorgd dat [...], indien nodig specifiek op de te vervullen
    functie afgestemd": what is adapted if necessary is not what is ensured.

    What to do: nothing, if the words do not weaken the commitment. A `doubt` that says so settles
    it, and this note is not given.
    """
    for index, statement in _firm(record):
        if statement.doubt is not None or hedge_in(statement.cue) is not None:
            continue
        for number, passage in enumerate(statement.quotes):
            if (found := hedge_in(passage.quote)) is not None:
                words, reading = found
                yield Remark(
                    message=_(
                        "The commitment is recorded as firm; its quote has {words}.",
                        words=in_quotes(words),
                    ),
                    hint=_(
                        "If that weakens it, the firmness is {reading}; if not, say so in doubt.",
                        reading=reading,
                    ),
                    place=("statements", index, "quotes", number),
                )
                break


@rule("continuous-with-date", Severity.NOTE)
def continuous_with_date(record: PolicyRecord) -> Iterator[Remark]:
    """A commitment that goes on without end has a date that ends.

    What is done continuously is never due; with a date it counts as overdue after it, unless the
    phrase says that it begins then.

    Example: `course = "continuous"` with `timeframe = { phrase = "vanaf 2012", date = "2012" }`.

    What to do: take `once` or `recurring` if it is done on or by that date; or write an open
    interval, `date = "2012/.."`, if it begins then.
    """
    for index, statement in enumerate(record.statements):
        if (
            isinstance(statement, Commitment)
            and statement.course is Course.CONTINUOUS
            and statement.timeframe is not None
            and statement.timeframe.date is not None
            and statement.timeframe.date.last_day is not None
        ):
            yield Remark(
                message=_(
                    "The commitment is continuous, and has a date that ends: {last_day}.",
                    last_day=statement.timeframe.date.last_day,
                ),
                hint=_opened(str(statement.timeframe.date)),
                place=("statements", index, "timeframe"),
            )


def _opened(date: str) -> str:
    begin = date.partition("/")[0]
    if begin in ("", ".."):
        return _("If it is done by then, it is not continuous; if it goes on, leave out the date.")
    return _(
        'If it begins then, write date = "{begin}/.."; if it is done by then, it is not '
        "continuous.",
        begin=begin,
    )
