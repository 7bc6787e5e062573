"""How a sentence begins by itself, without the words that only tie it to those before it."""

from __future__ import annotations

import re
from typing import Final

from ssrpolicy.drafting.cues.text.kept import must_stay

#: Marks before the words of an item of a list.
_ITEM: Final = re.compile(
    r"(?:[-*\u2022\u2013\u2014\u25cf\u25aa\u00b7] ?|\(?(?:\d{1,2}|[a-z])\) |\d{1,2}\. )(?=\S)"
)
#: Those who can stand behind a verb and before it, and for sure are its subject.
_SUBJECT: Final = (
    r"(?P<who>ik|wij|we|er|(?:het kabinet|de regering|mijn ministerie|(?:uw|de) Kamer|Nederland"
    r"|de (?:minister|staatssecretaris)(?-i:(?: (?:van|voor) [A-Z][\w&-]*"
    r"(?:,? (?:en )?[A-Z][\w&-]*)*)?)"
    # A name, and no adjective of one, behind a verb that is no other's.
    r"|(?:(?<=\bzal )|(?<=\bheeft )|(?<=\bkan )|(?<=\bmoet )|(?<=\bgaat ))"
    r"(?-i:[A-Z][\w&-]*(?<!se)(?<!sche)(?: [A-Z][\w&-]*)*(?=,? [a-z]))"
    r")(?! (?:en|of|van|die|dat|c\.s\.|(?-i:voor [A-Z]))))(?=,? )"
)
#: What stands before a subject and is no verb of it.
_NO_VERB: Final = (
    r"(?!(?:die|dat|dit|deze|wat|wie|welke?|hoe|waar\w*|als|zoals|wanneer|indien|of|omdat|doordat"
    r"|zodat|opdat|nadat|voordat|totdat|zodra|zolang|mits|tenzij|hoewel|terwijl|toen|nu|dan|en"
    r"|maar|want|noch|in|op|aan|bij|voor|van|met|door|uit|over|na|per|onder|via|binnen|buiten|tot"
    r"|naar|tussen|tegen|vanuit|vanaf|sinds|namens|omtrent|jegens|zonder|ook|niet|alleen|al|er"
    r"|het|de|een|om|te|zowel|dus|echter)\b)"
)
_INVERTED: Final = rf"{_NO_VERB}(?P<verb>(?-i:[a-z\u00e0-\u00ff]+)) {_SUBJECT}"
#: "Therefore", "in addition": behind them the subject stands behind the verb.
_TIE: Final = re.compile(
    r"(?:(?:mede )?daarom|om (?:die|deze) reden(?:en)?|derhalve|daarnaast|ook|tevens|eveneens"
    r"|verder|bovendien|voorts|overigens|allereerst|tot (?:slot|besluit)|als (?:eerste|laatste)"
    r"|ten (?:eerste|tweede|derde|vierde|vijfde|slotte))"
    rf" {_INVERTED}",
    re.IGNORECASE,
)
#: What was said before, in a clause ahead of the verb: "as was promised,".
_AS_SAID: Final = re.compile(
    r"zoals (?P<said>[^,;:]*\b(?:toegezegd|aangekondigd|gemeld|aangegeven|vermeld|toegelicht)"
    rf"(?: (?:is|heb|heeft|hebben|werd))?), {_INVERTED}",
    re.IGNORECASE,
)
#: Of such a clause only its numbers, days and limits are of what is said behind it.
_SAYS_WHO: Final = re.compile(
    r"\b(?:ik|wij|we|eerder|al|uw Kamer|de Kamer|toegezegd|ministers?|het kabinet|de regering)\b",
    re.IGNORECASE,
)
#: With whom, where, when or over what: it stands as well behind the verb.
_AHEAD: Final = re.compile(
    r"(?P<ahead>(?:(?:samen )?met|voor|in|op|over|na|bij|tijdens|via|vanuit|binnen|sinds|vanaf"
    r"|onder|rond|begin|medio|eind|halverwege|volgend|komend|dit (?:jaar|najaar|voorjaar|kwartaal)"
    r"|deze (?:week|maand|zomer)|jaarlijks|momenteel|binnenkort)"
    r"(?: (?!(?:te|die|dat|waar\w*|wat|of|om|niet|geen|alleen|maar|is|zijn|was|waren|word(?:t|en)"
    r"|werd(?:en)?|heeft|hebben|had(?:den)?|zal|zullen|kan|kunnen|moet(?:en)?|kom(?:t|en)|kwam(?:en)?"
    r"|gaa?(?:t|n))\b)[^ ,;:()?]+){0,6}?)"
    rf" {_INVERTED}",
    re.IGNORECASE,
)
#: Verbs that go with "er".
_THERE: Final = re.compile(
    r"word(?:t|en)|werd(?:en)?|is|zijn|was|waren|kom(?:t|en)|kwam(?:en)?|zal|zullen|kan|kunnen"
    r"|moet(?:en)?|mag|mogen|heb(?:ben)?|heeft|had(?:den)?|bestaat|bestaan|loopt|lopen"
    r"|vindt|vinden|vond(?:en)?|geldt|gelden|blij(?:ft|ven)|volg(?:t|en)|ligt|liggen|staa?(?:t|n)"
    r"|ontstaa?(?:t|n)|verschijn(?:t|en)|start(?:en)?"
)
#: A clause that begins with its verb, since what stood before it is in the clause before.
_HELPS: Final = frozenset(
    ("wordt", "worden", "is", "zijn", "zal", "zullen", "heeft", "hebben", "kan", "kunnen", "gaat")
)
_VERB_FIRST: Final = re.compile(rf"{_INVERTED}", re.IGNORECASE)
#: Pronouns stand right behind verb and subject.
_PRONOUNS: Final = re.compile(
    r"(?: (?:u|mij|me|zich|hem|hen|ze|er|uw Kamer|de Kamer(?! van\b)|(?:hier|daar)over)(?=[ .])"
    # Of two that are named, both stay together.
    r"(?! (?:en|of|alsook|alsmede|evenals)\b))*",
    re.IGNORECASE,
)
_MAY_BE_PRONOUN: Final = re.compile(r" (?:het|ons|haar|hun|dit|dat|deze|die)\b", re.IGNORECASE)
#: A second clause, whose words go on with what stands before the first verb.
_SECOND_INVERTED: Final = re.compile(rf"(?:,|\b(?:en|maar|of)) (?:\w+ )?{_INVERTED}", re.IGNORECASE)
_SECOND_VERB: Final = re.compile(
    r"(?:\w(?:en|gaan|staan|doen|zien)|\b(?:op|aan|uit|in|af|mee|toe|voor|over|door|na|bij|weg"
    r"|terug|vast|los|samen)),? (?:en|maar) "
    r"|\ben \w+ (?:u|uw Kamer|de Kamer|hier\w+|daar\w+)\b",
    re.IGNORECASE,
)
#: "And the government": the order of the words is that of a sentence by itself.
_AND: Final = re.compile(
    r"(?:en|maar|want) (?=(?:ik|wij|we|het|de|een|er|dit|deze|die|dat|uw|mijn|ons|onze|daarom"
    r"|daarnaast|ook|ten|zijn er|is er)\b)",
    re.IGNORECASE,
)
_AND_ASKS: Final = {
    "nl": re.compile(r"en (?!als\b)(?=\w)", re.IGNORECASE),
    "en": re.compile(r"and (?=\w)", re.IGNORECASE),
}
#: Behind "therefore" somebody asks for what was said before, and not for that reason.
_ASKS_FOR_IT: Final = re.compile(
    r"(?=mede daarom|daarom).*\b(?:gevraagd|verzocht|vraagt|verzoekt)\b"
)
#: What may stand between commas behind a subject, and is not another name for it.
_BETWEEN_COMMAS: Final = re.compile(
    r", (?:(?:mede )?namens|waar (?:mogelijk|nodig)|voor zover|zoals|samen|indien|net|in|op|na|met"
    r"|voor|bij|conform|gelet|gezien)\b",
    re.IGNORECASE,
)
_TIES: Final = (
    r"(?: (?:daarom|daarnaast|tevens|eveneens|bovendien|overigens|dan ook|dus|allereerst|voorts"
    r"|ook(?! (?:als|wanneer|indien|al|niet alleen|maar)\b)))+"
)
_TIES_FIRST: Final = re.compile(rf"{_TIES}(?= \w)", re.IGNORECASE)
#: What ties a sentence to one before it, right behind its verb.
_TIED: Final = re.compile(
    r"(?P<kept>(?:(?:ik|wij|we|het kabinet|de regering|mijn ministerie|(?:uw|de) Kamer|er"
    rf"|Nederland) {_NO_VERB}\w+|[^ ,;:]+(?: [^ ,;:]+){{0,5}}? (?:zal|zullen|heeft|hebben|is|zijn"
    r"|word(?:t|en))))"
    rf"(?P<ties>{_TIES})(?= \w)",
    re.IGNORECASE,
)
#: "Also" behind another subject than these may be of the words behind it.
_PLAIN: Final = re.compile(
    r"(?:ik|wij|we|het kabinet|de regering|mijn ministerie|(?:uw|de) Kamer|er|Nederland) \w+$",
    re.IGNORECASE,
)

_WITH_OTHERS: Final = {
    "nl": re.compile(
        r"(?:(?:samen|tezamen) )?met (?!ingang\b|steun\b|behulp\b|dien)[^,;:]+ ", re.IGNORECASE
    ),
    "en": re.compile(r"(?:together )?with (?!effect\b|the help\b)[^,;:]+,? ", re.IGNORECASE),
}
_TIE_EN: Final = re.compile(
    r"(?:(?:therefore|in addition|additionally|also|furthermore|moreover|finally|lastly|however"
    r"|accordingly|consequently|hence|first(?:ly)?|second(?:ly)?|third(?:ly)?|in conclusion"
    r"|for (?:this|that|these|those) reasons?), (?=\w)"
    r"|(?:therefore|additionally|furthermore|moreover|accordingly|consequently|hence"
    r"|for this reason|and|but|so) (?=(?:(?:also|therefore),? )?"
    r"(?:I|we|the|my|our|it|this|these|there|they)\b))",
    re.IGNORECASE,
)
#: Who says something, before what is said: behind "that" English keeps the order.
_TELLS_EN: Final = re.compile(
    r"I (?:can |wish to |want to |would like to (?:take this opportunity to )?)?"
    r"(?:(?:re)?assure (?:you|the (?:House|Committee))|confirm) that (?!.*\b(?:and|or|but) that\b)",
    re.IGNORECASE,
)
_TIED_EN: Final = re.compile(
    r"(?P<kept>(?:I|we|they|it|the (?:Government|Department|Committee|House)|my department)"
    r"(?: (?:will|shall|am|are|is|have|has))?) (?:also|therefore|accordingly|additionally"
    r"|furthermore)(?= \w)(?! (?:if|when|where|because)\b)",
    re.IGNORECASE,
)


def is_with_others(words: str, language: str) -> bool:
    """Whether words ahead of a verb only say with whom something is done."""
    return _WITH_OTHERS[language].fullmatch(words) is not None and not must_stay(words, language)


def standing_alone(sentence: str, language: str) -> str:
    """Return a sentence without what ties it to the one before, its words in the order of its own.

    Only who acts goes before the verb, where it is plain who that is; a pronoun is not guessed.
    """
    sentence = _ITEM.sub("", sentence.strip(), count=1) if _ITEM.match(sentence) else sentence
    if sentence.rstrip().endswith("?"):
        tied = _AND_ASKS[language].match(sentence)
        return sentence if tied is None else sentence[tied.end() :]
    return _dutch(sentence) if language == "nl" else _english(sentence)


def _english(sentence: str) -> str:
    while tie := _TIE_EN.match(sentence):
        sentence = sentence[tie.end() :]
    tells = _TELLS_EN.match(sentence)
    sentence = sentence if tells is None else sentence[tells.end() :]
    return _TIED_EN.sub(r"\g<kept>", sentence, count=1) if _TIED_EN.match(sentence) else sentence


def _dutch(sentence: str) -> str:
    while tie := _AND.match(sentence):
        sentence = sentence[tie.end() :]
    sentence = _in_order(sentence)
    tied = _TIED.match(sentence)
    if tied is None or ("ook" in tied["ties"].split() and not _PLAIN.match(tied["kept"])):
        return sentence
    return tied["kept"] + sentence[tied.end() :]


def _in_order(sentence: str) -> str:
    """Return a sentence with its subject first, if that stands right behind its verb."""
    for pattern in (_TIE, _AS_SAID, _AHEAD, _VERB_FIRST):
        found = pattern.match(sentence)
        if found is None:
            continue
        rest = sentence[found.end() :]
        if _may_move(pattern, found, rest):
            ahead = found.groupdict().get("ahead")
            rest = rest if ahead is None else _with_ahead(ahead, rest)
            return f"{found['who']} {found['verb']}{rest}"
        break
    return sentence


def _may_move(pattern: re.Pattern[str], found: re.Match[str], rest: str) -> bool:
    """Whether a subject can go before its verb, and ``rest`` stays as it is behind them."""
    if (
        _SECOND_INVERTED.search(rest)
        or not _agree(found["verb"], found["who"])
        or (rest.startswith(",") and not _BETWEEN_COMMAS.match(rest))
    ):
        return False
    if pattern is _TIE:
        return _ASKS_FOR_IT.match(found.string) is None
    if pattern is _AS_SAID:
        return not must_stay(_SAYS_WHO.sub("", found["said"]), "nl")
    if pattern is _VERB_FIRST:
        return _is_clause(found.string, found["verb"], found["who"])
    behind = rest[_pronouns(rest) :]
    # "In that state I am not": what stands ahead is what somebody is.
    if behind.startswith((" niet", " geen")) and found["verb"] in ("ben", "is", "zijn"):
        return False
    same = re.match(rf" {re.escape(found['ahead'].split()[0])}\b", behind, re.IGNORECASE)
    return not (
        same or rest.startswith(",") or _MAY_BE_PRONOUN.match(behind) or _SECOND_VERB.search(rest)
    )


def _pronouns(rest: str) -> int:
    match = _PRONOUNS.match(rest)
    return 0 if match is None else match.end()


def _with_ahead(ahead: str, rest: str) -> str:
    """Return what stands behind a verb, with what stood ahead of it behind the pronouns."""
    at = _pronouns(rest)
    tied = _TIES_FIRST.match(rest, at)
    behind = rest[at if tied is None else tied.end() :]
    return f"{rest[:at]} {ahead[:1].lower()}{ahead[1:]}{behind}"


def _is_clause(sentence: str, verb: str, who: str) -> bool:
    """Whether words that begin with a verb are a clause of who follows: no request, no question."""
    plain = who.lower() in ("ik", "wij", "we", "er")
    return sentence[:1].islower() and (plain or verb in _HELPS)


def _agree(verb: str, who: str) -> bool:
    """Whether a word is a verb of a subject, by its ending."""
    verb, who = verb.lower(), who.lower()
    if who in ("wij", "we"):
        return verb.endswith("n")
    if who == "er":
        return _THERE.fullmatch(verb) is not None
    if who == "ik":
        return True
    return verb.endswith("t") or verb in {"zal", "is", "wil", "kan", "moet", "mag", "had", "was"}
