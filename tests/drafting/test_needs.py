"""A rule is only searched for where its words can be: this passes over nothing that fits it."""

import re

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ssrpolicy.drafting import CueRule, cue_rules
from tables import each_case

RULES = tuple(cue_rules())
OTHER_CASES = str.maketrans({"i": "\u0130", "s": "\u017f", "k": "\u212a", "e": "E"})


def _fits(rule: CueRule, sentence: str) -> bool:
    """Whether a rule fits that is always searched for: what may match anything needs no word."""
    return attrs.evolve(rule, pattern=rf"(?:{rule.pattern})|(?!)").match(sentence) is not None


@pytest.mark.slow
@pytest.mark.heavy
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(rule=st.sampled_from(RULES), data=st.data())
def test_a_rule_fits_every_text_that_its_expression_matches(
    rule: CueRule, data: st.DataObject
) -> None:
    """Whatever the expression can match is found, however rare it is in what people write."""
    text = data.draw(st.from_regex(re.compile(rule.pattern, re.IGNORECASE)))
    assume(len(text) < 1_000 and not re.search(r"\d\.\d", text))
    assert (rule.match(text) is not None) == _fits(rule, text)


@pytest.mark.heavy
@each_case("rule", RULES, ids=lambda rule: f"{rule.language}-{rule.name}")
def test_a_rule_fits_its_examples_in_capitals_and_with_letters_of_other_cases(
    rule: CueRule,
) -> None:
    """An expression that ignores case takes some letters of other alphabets for ASCII ones."""
    for sentence in (*rule.takes, *rule.leaves):
        for written in (sentence.upper(), sentence.translate(OTHER_CASES)):
            if not re.search(r"\d\.\d", written):
                assert (rule.match(written) is not None) == _fits(rule, written), written
