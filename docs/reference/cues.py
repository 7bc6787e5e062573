"""Write cues.md, the reference of the rules of the drafter ``cues``, from the rules themselves.

Run it when a rule has changed: .venv/bin/python docs/reference/cues.py
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ssrpolicy.drafting import CueRule, CueSign, cue_rules, cue_signs

PAGE = Path(__file__).with_name("cues.md")
LANGUAGES = {"nl": "Dutch", "en": "English"}

HEAD = """\
# Rules of the drafter cues

What in a sentence lets `ssrpolicy draft` propose what. The rules of a kind are tried from top to
bottom, and the first that fits a sentence proposes; `why` in a proposal names it. What makes an
undertaking weaker than its verb ("waar mogelijk", "indien") then weakens the firmness, and the term
of the sentence is read by the grammar of terms: a date only where the phrase gives one. Questions
under a heading of their own ("Vraag 3") and their answers need no rule: each interrogative is a
request, and one sentence of the answer a disposition, worth a look; which sentence that is, the
signs at the end of this page help to find. In a letter, what stands after a request is proposed in
the same way where no rule finds how it is met. Clauses of a sentence that each undertake something
are proposed apart. Set phrases of courtesy and signposts are set aside, and so is what the rules
that propose `set_aside` fit. A rule that proposes nothing keeps the rules below it from sentences
that only look like what they are for. Partners are the parties of the code lists after "met" or
"with" in a commitment or an engagement; sectors are the words of their list in small letters, and
only in a text about the security sector. Missions, funds and pools of the code lists, and names
that end in "fonds", "programma" or "Mission", are proposed as instruments where they are named
first. `why` has the words of partners and sectors. This page is written by [cues.py](cues.py) from
the rules, which stand as data in `src/ssrpolicy/drafting/cues/rules/`.
"""


ANSWERS = """\
The sentence of an answer that meets a question is the one with most of the question's rare words,
at the answer's beginning or a paragraph's, and with the words that meet such a question ("waarom":
"omdat"). These signs add to that, or take off.\
"""

_WITHIN = {"letters": " Not in answers to questions.", "answers": " Only in answers to questions."}


def page() -> str:
    """Return the reference page in Markdown."""
    lines = [HEAD]
    for language, rules in groupby(cue_rules(), key=lambda rule: rule.language):
        lines += [f"## {LANGUAGES[language]}", ""]
        for rule in rules:
            lines += _rule(rule)
    lines += ["## Sentences of answers", "", ANSWERS, ""]
    for sign in cue_signs():
        lines += _sign(sign)
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: CueRule) -> Iterator[str]:
    says = rule.says.text("en")
    yield from (f"### {rule.name}", "", f"{says[0].upper()}{says[1:]}.", "")
    values = "".join(f", {key} {value}" for key, value in rule.values.items())
    term = " Only with a term that is still to come." if rule.term else ""
    within = _WITHIN.get(rule.within or "", "")
    yield from (f"Proposes: {rule.kind}{values}; {rule.confidence}.{term}{within}", "")
    yield from (f"- fits: {sentence}" for sentence in rule.takes)
    yield from (f"- does not fit: {sentence}" for sentence in rule.leaves)
    yield ""


def _sign(sign: CueSign) -> Iterator[str]:
    says = sign.says.text("en")
    yield from (f"### {sign.name} ({LANGUAGES[sign.language]})", "")
    asked = ", unless that is asked" if sign.unless is not None else ""
    yield from (f"{says[0].upper()}{says[1:]}: {sign.weight:+g}{asked}.", "")
    yield from (f"- has it: {sentence}" for sentence in sign.takes)
    yield from (f"- has it not: {sentence}" for sentence in sign.leaves)
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
