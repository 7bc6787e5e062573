"""Whether what a verb undertakes is denied: refused, not promised, or doubted."""

from __future__ import annotations

import re
from typing import Final

#: "Not in May, but in June": the clause ends with when it will be.
_THEN: Final = (
    r"(?:in|on|by|before|after) (?:the )?(?:(?:early|mid|late)[- ])?(?:\d{1,2} )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|winter|\d{4})(?: (?:of )?\d{4})?"
)
#: What denies a verb in its own clause; not what says how soon, how much or how gladly.
_NOT: Final = {
    "nl": (
        r"(?<!\bde )(?<!\bhet )(?<!\been )(?<!\bdie )(?<!\bdeze )(?<!\bvan )(?<!\bover )(?<!\bmet )"
        r"(?<!\bmaar )(?<!\ben )(?<!\bof )(?<!\bdan )(?<!\bzo )(?<!\bwaarom )"
        r"\b(?:niet(?![-\w])(?![^.;]* maar (?:in|op|voor|na|pas|wel|juist|per)\b)"
        r"(?! (?:aan af|voordat|alleen|enkel|slechts|uitsluitend|meer dan"
        r"|minder dan|in de laatste"
        r"|eerder dan|later dan|langer dan|anders dan|rusten|nalaten|schromen|aarzelen|zonder)\b)"
        # What is not allowed is forbidden.
        r"|geen(?![^.;]*\btoe(?:gestaan)?\b)(?! (?:misverstand|middel|gelegenheid|moment|twijfel"
        r"|tijd|moeite|enkele twijfel)\b)"
        r"|niets|niks|niemand|nooit|nimmer|evenmin|onmogelijk|geenszins|weiger(?:t|en)?"
        r"|betwijfel(?:t|en)?"
        r"|(?:wijs|wijst|wijzen)\b(?=[^.;]*\baf(?=[.,;]|$| en\b))"
        r"|(?:zie|ziet|zien) (?:[^ ,.;]+ ){0,4}?af van)\b"
    ),
    "en": (
        r"\b(?:cannot(?! (?:but|help)\b)|can't|not(?! (?:only|just|merely|least|later than"
        r"|more than|less than|earlier than|hesitate|rest|fail)\b)"
        rf"(?![^.;,]*\b{_THEN},? but {_THEN}(?=[.;]|$))"
        r"|don't|doesn't|won't|never"
        r"|neither|nobody|no one|unable"
        r"|refuses?"
        r"|declines?|nothing"
        r"|no(?! (?:later than|more than|less than|fewer than|earlier than|longer|doubt|stone"
        r"|effort"
        r"|time|expense|matter)\b))\b"
    ),
}
_DENIES: Final = {key: re.compile(words, re.IGNORECASE) for key, words in _NOT.items()}
#: Where the clause of a verb ends, behind it.
_ENDS: Final = {
    "nl": re.compile(
        r"[,;:(]|\b(?:dat|of|die|waar\w*|hoe|waarom|omdat|doordat|zodat|als|indien|mits|tenzij|om"
        r"|zonder|maar|en|welke?|wat|wie|wanneer|opdat|hoewel|terwijl|zodra|zolang|tot)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"[,;:(]|\b(?:that|which|who|whose|whether|if|how|why|what|where|because|so|but|and|or"
        r"|unless|until|when|as|to|for|on|about|in|at|by|with|of)\b",
        re.IGNORECASE,
    ),
}
#: Behind a verb that undertakes, what is denied is done no more: "I undertake not to close it".
_NOT_TO_DO: Final = {
    "nl": re.compile(r"[^,;:.]*?\bte (?:[^\W\d_]+ )?[^\W\d_]+n\b"),
    "en": re.compile(r" to\b"),
}
#: Who gives his word that something will not be so, undertakes that.
_GIVES_WORD: Final = {
    "nl": re.compile(
        r"\b(?:(?:ik|wij|we|het kabinet) (?:beloof|beloven|belooft|garande\w+)"
        r"|(?:beloof|beloven|garande\w+|zeg|zeggen) (?:ik|wij|we)|(?:ik|wij|we) zeg(?:gen)?\b"
        r"[^,;:]*\btoe)\b(?P<between>[^,;:]*),? dat\b[^;:]*\Z",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:I|we|the government) (?:can )?(?:guarantee|assure|promise|undertake|pledge)\b"
        r"(?P<between>[^,;:]*) that\b[^;:]*\Z",
        re.IGNORECASE,
    ),
}
#: Of what is allowed, a denial forbids it: that is undertaken too.
_ALLOWS: Final = re.compile(r"\bm(?:ag|ogen)\b", re.IGNORECASE)
_WITHIN_A_NUMBER: Final = re.compile(r"(?<=\d),(?=\d)")
_JOINT: Final = re.compile(r" (?:and|but) ", re.IGNORECASE)
#: What is said besides between commas: "I do, given the costs, not promise".
_ASIDE: Final = re.compile(
    r", (?!(?:maar|en|but|and|of|or)\b)[^,;:]{1,120},(?= (?:niet|geen|not)\b)"
)
#: A clause that says of the one behind it that nobody promises, expects or knows it.
_GOVERNS: Final = {
    "nl": re.compile(
        rf"(?:(?:{_NOT['nl']})[^,;:]*?\b(?:(?:kan|kunnen|zeg|zeggen|belo\w+|garande\w+|verzeker\w*"
        r"|toe(?: te)?zeg\w*|verwacht\w*|denk\w*|gelo\w+|weet|weten|voorzie\w*|bevestig\w*|stel\w*"
        r"|zeker|duidelijk|bekend|re\u00eb\w+|haalbaar|mogelijk|nodig|wenselijk|plan|plannen|gezegd"
        r"|voornemen\w*|garantie\w*|toezegging\w*|belofte\w*|zekerheid|zicht|aanleiding|reden"
        r"|bereid"
        r"|noodzaak|behoefte|ruimte|staat|besloten|besluit|sprake|toe|uit)\b)?"
        r"|(?:belo|garande|zeg|verwacht|denk|gelo|weet|voorzie)\w*\b[^,;:]*?"
        rf"(?:{_NOT['nl']})[^,;:]*?"
        r"|\b(?:betwijfel\w*|(?<!geen )twijfel\w*(?![^,;:]*\bniet\b)|onzeker|onduidelijk"
        r"|onwaarschijnlijk|onbekend"
        r"|de vraag)\b[^,;:]*?),? (?:dat|of|om|wanneer|hoe)\b[^,;:]*\Z",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"(?:(?:{_NOT['en']})[^,;:]*?\b(?:promis\w+|guarantee\w*|say|confirm|commit\w*|ensure|know"
        r"|expect\w*|believe|think|assur\w+|undertak\w+|foresee|predict|envisage|accept|agree"
        r"|support"
        r"|propos\w+|inten\w+|plans?|planning|want|wish|able|unable|position|prepared|willing"
        r"|minded"
        r"|convinced|certain\w*|sure|clear|likely|possible|feasible|refuses?|declines?|prospect"
        r"|evidence|reason|case|grounds|need|room|decided|decision|question|rul\w+ out)"
        r"|\b(?:unable|refuses?|declines?|(?<!no )(?<!not )doubts?|doubtful|unlikely|uncertain"
        r"|unclear|impossible"
        r"|unsure))\b[^,;:]*?\b(?:that|to|whether|if|when|how|of|for)\b(?:(?! but | and (?:will"
        r"|shall|I|we|\Z))[^,;:])*\Z",
        re.IGNORECASE,
    ),
}
#: What denies a verb from before it, at the beginning of its clause or next to it.
_AHEAD: Final = {
    "nl": re.compile(
        r"(?:^|[,;:] |\b(?:maar|en) )(?:(?:aan|voor|met|van|op|in|onder) )?"
        r"(?:geen|niets|nooit|nimmer|evenmin|onmogelijk|geenszins)\b(?! twijfel)"
        r"(?:(?!\b(?:dat|om|of|die)\b)[^,;:])*\Z",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:^|[,;:] |\b(?:but|and) )(?:(?:under|in|at|on) )?(?:no(?! (?:doubt|later)\b)|nothing"
        r"|never|neither|nor)\b[^,;:]*\Z|\b(?:no|not)(?: \w+)? \Z",
        re.IGNORECASE,
    ),
}


def is_denied(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether the words at a place, which undertake something elsewhere, are denied.

    By a word in their own clause, "I make no promise", or by the clause on which theirs hangs: "I
    cannot say that the port will close".
    """
    if _ALLOWS.search(sentence, start, end):
        return False
    word = _GIVES_WORD[language].search(sentence, 0, start)
    if word is not None and not _DENIES[language].search(word["between"]):
        return False
    # What stands before "and" in the words has a verb of its own: "we propose no change and will".
    joints = [match.end() for match in _JOINT.finditer(sentence, start, end)]
    start = joints[-1] if joints else start
    sentence = _WITHIN_A_NUMBER.sub(" ", sentence)
    said = _ASIDE.sub("", sentence[start:])
    # Dutch words that undertake something may have another clause within: "zeg ik toe, dat".
    first = 0 if language == "nl" else min(end - start, len(said))
    stop = _ENDS[language].search(said, first)
    denies = _DENIES[language].search(said)
    if (
        denies is not None
        and denies.start() >= end - start
        and _NOT_TO_DO[language].match(said, denies.end())
    ):
        denies = None
    before = sentence[:start]
    return (
        (denies is not None and (stop is None or denies.start() < stop.start()))
        or _AHEAD[language].search(before) is not None
        or _GOVERNS[language].search(before) is not None
    )
