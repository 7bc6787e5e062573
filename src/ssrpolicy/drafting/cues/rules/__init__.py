"""The rules of the drafter ``cues`` as data: a file for each kind of proposal and language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final

from attrs import field, frozen

from ssrpolicy.drafting.cues.rules.needs import lowered, met, needs
from ssrpolicy.drafting.cues.text.clauses import (
    is_enclosed,
    is_in_a_name,
    is_quoted,
    without_other_clauses,
)
from ssrpolicy.drafting.cues.text.denied import is_denied
from ssrpolicy.drafting.cues.text.folding import LONGEST
from ssrpolicy.model import Confidence, LocalText
from ssrpolicy.syntax import packaged_tables

LANGUAGES: Final = ("nl", "en")
#: What rules are given for a dot within a number or after a shortened word, which ends nothing.
POINT: Final = "\u2024"
_ENDS_NOTHING: Final = re.compile(
    r"(?<=\d)\.(?=\d)"
    r"|\b(?:nrs?|nos?|blz|art|jl|ca|resp|stb|stcrt|mln|mld|[a-z])\.(?= ?\S)",
    re.IGNORECASE,
)
#: The kind of a rule for sentences that look like what the rules after it are for, and are not.
NOTHING: Final = "nothing"
#: The kind of a rule for sentences that say nothing of their own; its ``reason`` says why.
ASIDE: Final = "set_aside"
#: The kind of a rule for what is undertaken by the verb of a clause.
COMMITMENT: Final = "commitment"
FILES: Final = ("requests", "dispositions", "commitments", "statements")


def too_long(sentence: str) -> bool:
    """Whether a sentence is longer than people write: words that nothing divides.

    An expression would take minutes for it.
    """
    return len(sentence) > LONGEST


def group(match: re.Match[str], name: str) -> str | None:
    """Return the first of the groups of a name, NAME, NAME2 and so on, that took part."""
    for key, value in match.groupdict().items():
        if key.rstrip("0123456789") == name and value is not None:
            return key
    return None


@frozen(kw_only=True)
class Rule:
    """One rule over a sentence: the words that it looks for, and what it then proposes.

    ``pattern`` must be found in the sentence and ``without`` must not, for what is undertaken not
    in the clauses besides its verb's own. ``term`` says that it proposes only where the sentence
    has a term that is still to come, ``within`` only in "letters", since answers tell how things
    are done, or only in "answers", which are not the letter that is sent, ``alone`` that a
    sentence with these words undertakes nothing besides, and ``guessed`` that its words may be a
    verb by their ending alone, and are not shown. A rule of the kind ``NOTHING`` keeps those
    after it from the sentences that it fits. ``values`` are those of the entry, such as firmness,
    and ``takes`` and ``leaves`` examples that it fits and does not fit.
    """

    name: str
    language: str
    kind: str
    says: LocalText
    pattern: str = field(repr=False)
    without: str | None = field(repr=False)
    term: bool
    within: str | None
    alone: bool
    guessed: bool
    values: Mapping[str, str]
    confidence: Confidence
    takes: tuple[str, ...] = field(repr=False)
    leaves: tuple[str, ...] = field(repr=False)

    def match(self, sentence: str) -> re.Match[str] | None:
        """Return where the rule's words stand in a sentence; None where it does not fit.

        Of one that is too long, the beginning is read. What matches may have ``POINT`` where the
        sentence has a dot that ends nothing. What is undertaken in a quotation, or denied, is not
        matched.
        """
        if not met(needs(self.pattern), lowered(sentence)):
            return None
        end = max(sentence.rfind(" ", 0, LONGEST), 1) if too_long(sentence) else len(sentence)
        sentence = _levelled(sentence)
        # Many rules never come this far, and an expression takes long to compile.
        form = _compiled(self.pattern)
        found = form.search(sentence, 0, end)
        while self.kind == COMMITMENT and found is not None:
            cue, stop = found.span(group(found, "cue") or 0)
            enclosed = self.term and is_enclosed(sentence, cue)
            other = enclosed or is_quoted(sentence, cue) or is_in_a_name(sentence, cue)
            if not (other or is_denied(sentence, cue, stop, self.language)):
                break
            found = form.search(sentence, cue + 1, end)
        if found is None or self.without is None:
            return found
        said = sentence
        if self.kind == COMMITMENT:
            said = without_other_clauses(
                sentence, found.start(group(found, "cue") or 0), self.language
            )
        return None if _compiled(self.without).search(said, 0, end) else found


@frozen(kw_only=True)
class Sign:
    """Words by which a sentence of an answer is more or less likely what meets a question.

    ``weight`` is what they add, or take off where it is below nothing; not where ``unless`` is
    asked. ``takes`` and ``leaves`` are examples that have the words and have them not.
    """

    name: str
    language: str
    says: LocalText
    pattern: re.Pattern[str] = field(repr=False)
    unless: re.Pattern[str] | None = field(repr=False)
    weight: float
    takes: tuple[str, ...] = field(repr=False)
    leaves: tuple[str, ...] = field(repr=False)

    def counts(self, sentence: str, question: str) -> bool:
        """Return whether a sentence has the words, and the question does not ask for them."""
        return self.pattern.search(sentence) is not None and not (
            self.unless is not None and self.unless.search(question)
        )


_KEYS: Final = ("firmness", "course", "answer", "reason")


@cache
def rules(name: str, language: str) -> tuple[Rule, ...]:
    """Return the rules of one file in the order in which they are tried."""
    tables = packaged_tables(__name__, f"{name}-{language}.toml")
    words: dict[str, str] = {}
    for key, text in tables.get("words", {}).items():
        words[key] = _expanded(text, words)
    return tuple(_rule(each, language, words) for each in tables["rules"])


@cache
def kinds_of_answer(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the words of each kind of question, with the words of an answer that meet it."""
    tables = packaged_tables(__name__, f"answers-{language}.toml")["kinds"]
    return tuple(
        (_compiled(_expanded(each["asks"], {})), _compiled(_expanded(each["meets"], {})))
        for each in tables
    )


@cache
def signs_of_answer(language: str) -> tuple[Sign, ...]:
    """Return the words that distinguish the sentences of an answer."""
    return tuple(
        Sign(
            name=each["name"],
            language=language,
            says=LocalText(**each["says"]),
            pattern=_compiled(_expanded(each["pattern"], {})),
            unless=_compiled(_expanded(each["unless"], {})) if "unless" in each else None,
            weight=float(each["weight"]),
            takes=tuple(each["takes"]),
            leaves=tuple(each["leaves"]),
        )
        for each in packaged_tables(__name__, f"answers-{language}.toml")["signs"]
    )


def all_signs() -> Iterator[Sign]:
    """Yield every sign of an answer, by language."""
    for language in LANGUAGES:
        yield from signs_of_answer(language)


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the words of a language that say little by themselves."""
    words: str = packaged_tables(__name__, "small-words.toml")[language]
    return frozenset(words.split())


def all_rules() -> Iterator[Rule]:
    """Yield every rule, by language and file."""
    for language in LANGUAGES:
        for name in FILES:
            yield from rules(name, language)


def _rule(table: Mapping[str, Any], language: str, words: Mapping[str, str]) -> Rule:
    without = table.get("without")
    return Rule(
        name=table["name"],
        language=language,
        kind=table["kind"],
        says=LocalText(**table["says"]),
        pattern=_expanded(table["pattern"], words),
        without=None if without is None else _expanded(without, words),
        term=table.get("term", False),
        within=table.get("within"),
        alone=table.get("alone", False),
        guessed=table.get("guessed", False),
        values={key: table[key] for key in _KEYS if key in table},
        confidence=Confidence(table["confidence"]),
        takes=tuple(table["takes"]),
        leaves=tuple(table["leaves"]),
    )


@lru_cache(maxsize=64)
def _levelled(sentence: str) -> str:
    return _ENDS_NOTHING.sub(lambda match: match[0].replace(".", POINT), sentence)


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _expanded(text: str, words: Mapping[str, str]) -> str:
    r"""Return an expression on one line, with the words that it names; ``\p`` is a letter.

    A full stop may be one that ends nothing, as in a shortened word.
    """
    text = re.sub(r"\n\s*", "", text)
    text = re.sub(r"%(\w+)%", lambda match: words[match[1]], text)
    return text.replace(r"\p", r"[^\W\d_]").replace(r"\.", rf"[.{POINT}]")
