"""The rules of the drafter ``cues``: each takes its examples, and leaves what looks like them."""

import datetime as dt
from collections import Counter

from ssrpolicy.drafting import CueRule, CueSign, cue_rules, cue_signs
from ssrpolicy.drafting.cues.terms import term_in
from ssrpolicy.model import STATEMENT_KINDS, Answer, Course, Firmness, SetAsideReason
from tables import each_case

RULES = tuple(cue_rules())
DAY = dt.date(2026, 3, 5)


@each_case("rule", RULES, ids=lambda rule: f"{rule.language}-{rule.name}")
def test_a_rule_takes_its_examples_and_leaves_the_others(rule: CueRule) -> None:
    """Two sentences or more that it fits, and two that it does not, stand with each rule."""
    assert len(rule.takes) >= 2
    assert len(rule.leaves) >= 2
    for sentence in rule.takes:
        assert rule.match(sentence) is not None, sentence
        assert not rule.term or term_in(sentence, rule.language, DAY) is not None, sentence
    for sentence in rule.leaves:
        fits = rule.match(sentence) is not None
        assert not fits or (rule.term and term_in(sentence, rule.language, DAY) is None), sentence


@each_case("rule", RULES, ids=lambda rule: f"{rule.language}-{rule.name}")
def test_a_rule_says_what_it_proposes_in_words_of_the_record(rule: CueRule) -> None:
    """Firmness, course and answer are of their vocabularies, and each rule has both languages."""
    assert rule.says.nl
    assert rule.says.en
    values = dict(rule.values)
    if rule.kind == "commitment":
        Firmness(values.pop("firmness"))
        Course(values.pop("course"))
    elif rule.kind == "disposition":
        Answer(values.pop("answer"))
    elif rule.kind == "set_aside":
        SetAsideReason(values.pop("reason"))
    else:
        assert rule.kind in {"request", "nothing", *STATEMENT_KINDS}
    assert values == {}


@each_case("sign", tuple(cue_signs()), ids=lambda sign: f"{sign.language}-{sign.name}")
def test_a_sign_of_an_answer_is_in_its_examples_and_not_in_the_others(sign: CueSign) -> None:
    """Each has two sentences that show it and two that do not, and says what it means."""
    assert len(sign.takes) >= 2
    assert len(sign.leaves) >= 2
    assert [each for each in sign.takes if not sign.pattern.search(each)] == []
    assert [each for each in sign.leaves if sign.pattern.search(each)] == []
    assert sign.says.nl
    assert sign.says.en


def test_names_of_rules_are_unique_in_each_language() -> None:
    """A proposal names its rule, and the reference has a section for each."""
    count = Counter((rule.language, rule.name) for rule in RULES)

    assert [name for name, number in count.items() if number > 1] == []


@each_case(
    "sentence, phrase, date",
    [
        ("Daarover informeer ik uw Kamer na de zomer.", "na de zomer", None),
        ("Dit gebeurt uiterlijk 1 juni.", "uiterlijk 1 juni", "2026-06-01"),
        ("Dit volgt in het derde kwartaal van 2027.", "in het derde kwartaal van 2027",
         "2027-07/2027-09"),
        ("De Kamer wordt in Q3 2027 geïnformeerd.", "in Q3 2027", "2027-07/2027-09"),
        ("Ik zend dit in het 3e kwartaal van 2027.", "in het 3e kwartaal van 2027",
         "2027-07/2027-09"),
        ("Dit volgt in de tweede helft van juni 2027.", "in de tweede helft van juni 2027",
         "2027-06"),
        ("Dit volgt in november/december 2027.", "in november/december 2027", "2027-11/2027-12"),
        ("Ik zend dit tussen 1 mei en 1 juli 2027.", "tussen 1 mei en 1 juli 2027",
         "2027-05-01/2027-07-01"),
        ("Dit volgt in het najaar van '27.", "in het najaar van '27", "2027-23"),
        ("Ik meld dit uiterlijk twee weken voor 1 juni 2027.",
         "uiterlijk twee weken voor 1 juni 2027", "2027-05-18"),
        ("Dit volgt binnen maximaal drie maanden.", "binnen maximaal drie maanden", "2026-06-05"),
        ("Ik meld dit uiterlijk twee weken na 1 mei 2026.", "uiterlijk twee weken na 1 mei 2026",
         "2026-05-15"),
        ("Dit volgt maximaal twee maanden na 1 juli 2026.", "maximaal twee maanden na 1 juli 2026",
         "2026-09-01"),
        ("Dit volgt binnen een half jaar.", "binnen een half jaar", "2026-09-05"),
        ("Dit volgt binnen anderhalf jaar.", "binnen anderhalf jaar", "2027-09-05"),
        ("Dit volgt over twee en een half jaar.", "over twee en een half jaar", "2028-09-05"),
        ("Dit volgt binnen vijf werkdagen.", "binnen vijf werkdagen", None),
        ("Dit volgt niet later dan 1 mei.", "niet later dan 1 mei", "2026-05-01"),
        ("Dit volgt in 2026, 2027 en 2028.", "in 2026, 2027 en 2028", "2026/2028"),
        ("Dit volgt in 2027, 2028 is te laat.", "in 2027", "2027"),
        ("De jaren 2026, 2027 en 2028 zijn geteld.", None, None),
        ("Dit volgt in mei, juni of juli 2027.", "in mei, juni of juli 2027", "2027-05/2027-07"),
        ("Dit volgt in Q1 en Q2 2027.", "in Q1 en Q2 2027", "2027-01/2027-06"),
        ("Dit volgt in Q1-Q2 2027.", "in Q1-Q2 2027", "2027-01/2027-06"),
        ("Dit volgt in het jaar 2027.", "in het jaar 2027", "2027"),
        ("Hij komt in de loop van 2027 beschikbaar.", "in de loop van 2027", "2027"),
        ("Binnen drie maanden na dagtekening van deze brief meld ik dit.",
         "Binnen drie maanden na dagtekening van deze brief", "2026-06-05"),
        ("Binnen acht weken na dagtekening van deze brief verschijnt het rapport.",
         "Binnen acht weken na dagtekening van deze brief", "2026-04-30"),
        ("Na ontvangst van het advies deel ik dit.", "Na ontvangst van het advies", None),
        ("Na afronding van de evaluatie begint de bouw.", "Na afronding van de evaluatie", None),
        ("Na de ontvangst van het advies besluit de regering.",
         "Na de ontvangst van het advies", None),
        ("Ik rapporteer over het jaar 2020.", None, None),
        ("Ik rapporteer over het jaar 2030.", None, None),
        ("De cijfers over de komende jaren zijn bekend.", None, None),
        ("Ik rapporteer in mei over het jaar 2020.", "in mei", "2026-05"),
        ("Dit volgt in het jaar 2030.", "in het jaar 2030", "2030"),
        ("Dit volgt voor het einde van het jaar 2030.", "voor het einde van het jaar 2030",
         "2030"),
        ("In mijn brief van 7 november 2025 heb ik u geïnformeerd.", None, None),
        ("Vorig jaar, in 2025, is dit afgerond.", None, None),
        ("Twee weken na 1 mei 2025 is dit afgerond.", None, None),
        ("Twee weken voor 1 juni 2025 is dit afgerond.", None, None),
        ("Dat staat in Handelingen, vergaderjaar 2026\u20132027, en is bekend.", None, None),
        ("Handelingen, vergaderjaar 2026-2027, van mei 2026 en juni 2026.", None, None),
    ],
)  # fmt: skip
def test_the_term_of_a_sentence_is_the_one_to_come(
    sentence: str, phrase: str | None, date: str | None
) -> None:
    """A phrase is taken whole, dated by the grammar or not at all, and never from the past."""
    found = term_in(sentence, "nl", DAY)

    assert (found and found.phrase) == phrase
    assert (found and found.reading.date and str(found.reading.date)) == date


@each_case(
    "sentence, phrase, date",
    [
        ("This will follow two months after 1 July 2026.", "two months after 1 July 2026",
         "2026-09-01"),
        ("I will inform you within a year.", "within a year", "2027-03-05"),
        ("I will inform you within a year and a half.", "within a year and a half", "2027-09-05"),
        ("I will inform you within ten working days.", "within ten working days", None),
        ("I will report in 2026, 2027, and 2028.", "in 2026, 2027, and 2028", "2026/2028"),
        ("This will follow in Q1 and Q2 2027.", "in Q1 and Q2 2027", "2027-01/2027-06"),
        ("This will follow in the year 2027.", "in the year 2027", "2027"),
    ],
)  # fmt: skip
def test_an_english_term_is_taken_whole(sentence: str, phrase: str, date: str | None) -> None:
    """What is counted, and a list of years or quarters, does not lose its first words."""
    found = term_in(sentence, "en", DAY)

    assert found is not None
    assert (found.phrase, found.reading.date and str(found.reading.date)) == (phrase, date)


@each_case(
    "sentence, phrase",
    [
        ("Within six months of this response we will publish it.",
         "Within six months of this response"),
        ("Within two months of the debate the Minister will publish it.",
         "Within two months of the debate"),
        ("Following the debate we will publish it.", "Following the debate"),
        ("We will publish it within six months of the Committee's report.",
         "within six months of the Committee's report"),
    ],
)  # fmt: skip
def test_a_term_in_english_ends_before_the_verb(sentence: str, phrase: str) -> None:
    """What it counts from is an event, and not who acts then."""
    found = term_in(sentence, "en", DAY)

    assert found is not None
    assert found.phrase == phrase
