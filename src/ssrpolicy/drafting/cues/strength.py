"""How firmly something is undertaken and how often, by the words around its verb."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ssrpolicy.drafting.cues.entries import in_both
from ssrpolicy.drafting.cues.rules import Rule
from ssrpolicy.drafting.cues.terms import Term
from ssrpolicy.drafting.cues.text.clauses import without_other_clauses
from ssrpolicy.evidence.terms import says_again
from ssrpolicy.messages import marked
from ssrpolicy.model import Confidence, Course, Firmness, LocalText

#: What makes an undertaking weaker than its verb, by language.
_WEAKER: Final = {
    "nl": {
        Firmness.CONDITIONAL: (
            r"indien|mits|tenzij|op voorwaarde dat|als (?:dat|dit|de|het|er|blijkt|daar)"
            r"|als uw (?:kamer|commissie) (?:[^ ,.;]+ ){0,6}?(?:wens(?:t|en)|wil(?:t|len)?"
            r"|verzoekt|vraagt|instemt|akkoord|besluit|aanneemt|prijs|behoefte|hecht)"
            r"|wanneer (?:dat|dit|de|het|er|blijkt|nodig|sprake)"
            r"|afhankelijk van|in (?:dat )?geval van"
            r"|in dat geval|onder voorbehoud|zo nodig|mocht(?:en)?"
            r"|bij (?:een |voldoende )(?:\w+e )?(?:resulta\w+|uitkomst\w*|belangstelling|draagvlak)"
            r"|bij (?:positieve|negatieve|gunstige|tegenvallende) \w+"
            r"|(?:pas|alleen) (?:als|wanneer|indien)"
            r"|afhangt van|afhankelijk is|(?<![\w,; ])(?-i:[A-Z])\w+(?:t|en) [^.;?]{3,140}, dan"
        ),
        Firmness.ASPIRATIONAL: (
            r"waar (?:mogelijk|nodig|(?:het|dat) kan)|zo ?veel mogelijk|naar verwachting"
            r"|de verwachting|bij voorkeur"
            r"|probe(?:er|ren)|trachten|tracht"
            # What is tried, and not what was tried; where nobody undertakes something besides.
            r"|(?:(?:wordt|worden) (?:[^,.;]* )?(?:getracht|gepoogd|geprobeerd)"
            r"|(?:getracht|gepoogd|geprobeerd) (?:wordt|worden))"
            r"(?![^.;]*(?:,|\b(?:en|maar)) (?:\w+ )?(?:ik|wij|we|het kabinet)\b)"
            r"|hopelijk|ho(?:op|pen)|zo goed mogelijk|streven"
            r"|ernaar|mik(?:t|ken)?"
            r"|werk(?:t|en)? (?:[^ ,.;]+ ){0,4}?(?:eraan(?=,? (?:dat|om|te)\b|[.;,]|$)|toe naar)"
            r"|toe(?: te )?werk(?:t|en) naar"
            r"|ambitie|gezocht|gestreefd|streven|stree?ft?|beoogd?|zo mogelijk"
            r"|in (?:principe|beginsel)|volgens (?:de )?(?:\w+ )?planning|streefdatum"
            r"|(?:mijn|onze?|zijn|haar) (?:uiterste )?best|alles (?:op alles|in het werk)"
            r"|(?:ik|wij|we|kabinet) (?:verwacht|denkt?)(?:en)?"
            r"|(?:verwacht|denk)(?:en|t)? (?:ik|wij|we|het kabinet)"
            r"|(?:wil(?:len)? (?:ik|wij|we|het kabinet|de regering|de (?:minister|staatssec)\w*)"
            r"|(?:ik|wij|we|het kabinet|de regering|en ik) wil(?:len)?)"
            r"(?! niet\b)(?![^.;]*\b(?:be)?(?:danken|nadrukken)\b)"
            r"|zet(?:ten)? (?:(?:ik|wij|we|het kabinet|de regering|Nederland) )?(?:mij|ons|zich)"
            r"(?: [^ ,.;]+){0,12} in"
        ),
        Firmness.EXPLORATORY: (
            # Not of the noun: "de onderzoeken sturen".
            r"onderzoek(?:en(?! (?:[^ ,.;]+ ){0,3}?(?:(?:toe)?sturen|(?:toe)?zenden|delen|aanbieden"
            r"|voorleggen|publiceren|afwachten|betrekken|gebruiken|meenemen|bespreken)\b)| ik|t)"
            r"|verken(?:nen|d|t)|bezien|bezie|nagaan|bekijken|overwegen"
            r"|overweeg|nadenken|denk(?:t|en)? (?:\w+ ){0,4}na\b|in kaart (?:te )?brengen"
            r"|in kaart gebracht"
            r"|kijk(?:en|t)? (?:(?:ik|wij|we|het kabinet) )?(?:of|waar|hoe|naar|welke|in hoeverre)"
            r"|gekeken"
            r"|(?:bepa(?:al|alt|len)|beslui(?:t|ten)|beslis(?:t|sen)?|besloten) (?:\w+ ){0,3}?of"
            r"|onderzocht|verkend|bekeken|overwogen|nagegaan|doorgerekend|doorrekenen|ge\u00efnventariseerd"
        ),
    },
    "en": {
        Firmness.CONDITIONAL: (
            r"if|provided that|unless|subject to|as long as|in the event|where necessary"
            r"|in that case|(?<![\w ])should|depend(?:s|ent|ing)? on|conditional on|when possible"
            r"|(?:once|as soon as|when) (?:[^ ,.;]+ ){1,8}?(?:allows?|permits?|is available)"
            r"|(?:where|when) (?:[^ ,.;]+ ){0,4}?(?:needed|required|necessary|appropriate)"
            r"|once(?= (?!again|more|every|a\b|per\b|in\b|this (?:year|month)))"
        ),
        Firmness.ASPIRATIONAL: (
            r"hope|aim|seek|endeavour|strive|try|expect|intend|attempt(?= to\b)"
            r"|(?:hope|aim|seek|endeavour|strive|expect|intend|attempt)s(?= to\b)"
            r"|tries|wherever possible|where possible"
            r"|as far as possible|(?:our|my|its|their) (?:utmost|best)|every effort|best endeavours"
            r"|(?:is|are) expected to"
            r"|(?:our|my|the government's) (?:goal|objective|target|ambition)(?= (?:is|remains)\b)"
            r"|(?:is|are|remains|as) (?:our|my|the government's) (?:goal|objective|target|ambition)"
        ),
        Firmness.EXPLORATORY: (
            r"consider(?:ed|ing)?|explor(?:e|ed|ing)|examin(?:e|ed|ing)"
            r"|look(?:ed|ing)? (?:into|at)|assess(?:ed|ing)?"
            # Who undertakes to discuss something does so by talking of it.
            r"|investigat(?:e|ed|ing)|review whether|(?<!undertake to )discuss(?:ed|ing)?"
        ),
    },
}
#: What leaves open whether something is done, where it is said of the verb, by language.
_DOUBT: Final = {
    "nl": {
        Firmness.ASPIRATIONAL: r"waarschijnlijk|vermoedelijk",
        Firmness.EXPLORATORY: (
            r"(?<!waar )(?<!indien )(?<!zo )(?<!veel )(?<!snel )(?<!spoedig )(?<!goed )(?<!breed )"
            r"(?<!vroeg )(?<!als )(?<!het )mogelijk"
            r"(?= (?:ik|wij|we|het|de|een|ook|nog|extra|(?:zal|\w+(?:t|en)) (?:ik|wij|we|het|de)"
            r"|ver\w+ (?:ik|wij|we)))|wellicht|misschien|eventueel"
        ),
    },
    "en": {
        Firmness.ASPIRATIONAL: r"probably|presumably|in all likelihood",
        Firmness.EXPLORATORY: (
            r"perhaps|possibly|(?:I|we|government|department|ministers) (?:may|might)"
        ),
    },
}
#: Where a doubt is said of a noun, by the word before it: "over de vermoedelijk versleten kade".
_OF_A_NOUN: Final = {
    "nl": (
        r"\b(?:(?:de|een|alle|mijn|onze|van|over|aan|voor|met|door|naar|tot|uit|tegen) (?=\w+ \w)"
        r"|(?:het|dit|dat|die|deze) (?=\w+ \w+e\b))"
    ),
    "en": r"\b(?:the|an?|any|these|those|this|that|of|about|on|for|with) ",
}
#: What divides the verb of an undertaking from a doubt before it, and from one behind it.
_NEXT_CLAUSE: Final = {
    "nl": re.compile(
        r"[;:]|, (?:maar|en|dus|want|daarom|daartoe|ik|wij|we|het kabinet|de regering)\b"
        r"|\b(?:maar|en|dus|daarom) (?:ik|wij|we|het kabinet|de regering|zal|zullen)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"[;:]|,? (?:but|and|so|therefore) (?:I|we|the|will)\b|, (?:I|we)\b", re.IGNORECASE
    ),
}
_WITHIN: Final = {
    "nl": re.compile(r"[;:]|\b(?:of|dat|hoe|waarom|welke?|omdat|want|maar)\b", re.IGNORECASE),
    "en": re.compile(r"[;:]|\b(?:whether|if|that|how|why|which|because|but)\b", re.IGNORECASE),
}


@cache
def _doubts(language: str) -> tuple[tuple[Firmness, re.Pattern[str]], ...]:
    return tuple(
        (each, re.compile(rf"(?P<of>{_OF_A_NOUN[language]})?\b(?:{words})\b", re.IGNORECASE))
        for each, words in _DOUBT[language].items()
    )


def _doubted(
    form: re.Pattern[str], said: str, start: int, cue: int, language: str
) -> re.Match[str] | None:
    """Return a word of doubt that is said of the verb at a place, not of a noun or elsewhere."""
    for match in form.finditer(said, start):
        if match.start() < cue:
            divided = _NEXT_CLAUSE[language].search(said, match.end())
            divides = divided is not None and divided.start() < cue
        else:
            divides = _WITHIN[language].search(said, cue, match.start()) is not None
        if match["of"] is None and not divides:
            return match
    return None


@cache
def _weaker(language: str) -> tuple[tuple[Firmness, re.Pattern[str]], ...]:
    return tuple(
        (each, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
        for each, words in _WEAKER[language].items()
    )


#: Where a clause begins that says what is done with what the sentence speaks of before it.
_WHICH: Final = r"(?:die|welke|waarna|waarover|waarvan|waarmee|which|whereupon)\b"
_WHICH_BEFORE: Final = re.compile(rf"\b{_WHICH}(?: \w+){{0,3}} \Z", re.IGNORECASE)
_WHICH_BEGINS: Final = re.compile(rf"[ ,]*(?:en )?{_WHICH}", re.IGNORECASE)
#: What somebody expects of others, before what they will do themselves: "I expect the results and".
_EXPECTS_AND: Final = re.compile(
    r"(?:ik|wij|we|het kabinet) (?:verwacht|verwachten|hoop|hopen) (?!\b(?:te|om|dat)\b)[^.;]*? en "
    r"(?=(?:zal|zullen)\b)"
    r"|(?:I|we|the government) (?:expect|hope)s?\b(?! to\b)[^.;]*? and (?=(?:will|shall)\b)",
    re.IGNORECASE,
)
#: What is done again and again, besides what the grammar of terms knows.
_RECURRING: Final = re.compile(
    r"\b(?:(?:elke?|iedere?) (?:\w+ )?\w*(?:rapportage|brief|overleg|agenda)|regelmatig\w*"
    r"|voortgangsrapportages|regular(?:ly)?|periodic(?:ally)?|usually|routinely)\b",
    re.IGNORECASE,
)
#: What comes back, where one time of it is meant: "with the first annual figures".
_ONE_OF_MANY: Final = re.compile(
    r"\b(?:eerste|eerstvolgende|first|next) (?:\w*jaarlijkse|maandelijkse|periodieke|annual|yearly"
    r"|monthly|quarterly) \w+",
    re.IGNORECASE,
)
#: What is looked into, which says nothing of how long that takes: "onderzoekt | of zij handhaven".
_WHETHER: Final = re.compile(
    r"(?<=onderzoekt) of\b.*|(?<=onderzoek) of\b.*|(?<=onderzoeken) of\b.*|(?<=verken) of\b.*"
    r"|(?<=verkent) of\b.*",
    re.IGNORECASE,
)
_ONCE: Final = re.compile(
    r"\b(?:informeren|besluit|nemen|afronden|indienen|sturen|zenden|aanbieden|bieden|dienen|ronden|publiceren|"
    r"onderzoeken|"
    r"inform|publish|decide|complete)\b",
    re.IGNORECASE,
)
_CONTINUOUS: Final = re.compile(
    r"\b(?:blij(?:f|ft|ven)|continu\w*|doorlopend|voortdurend|(?<!nog )steeds|"
    r"volg(?:t|en)? (?:ik|wij|we|het kabinet|de regering|nederland)|"
    r"(?:ik|wij|we|kabinet|regering|nederland) volg(?:t|en)?|monitor(?:t|en|ed)?|"
    r"bewak\w*|bewaak\w*|waarborg\w*|blijven inzetten|inzetten voor|zet .{0,40} in|automatisch|"
    r"structureel|voortzet\w*|handhaven|"
    r"ma(?:ak|akt|ken) [^.;]*\b(?:keuzes|werk van)|"
    r"op de hoogte (?:ge)?houden|in contact|agenda voor|zorg(?:en)? (?:er)?voor|"
    r"randvoorwaarden|continue|keep|kept under|maintain|monitor|remain|ongoing)\b",
    re.IGNORECASE,
)
#: Words with which something begins on a day, and what goes on from then: "strooit | vanaf komende
#: winter". Any other verb may change something on that day, once.
_FROM: Final = re.compile(r"(?:vanaf|from|as (?:of|from)) ", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"\b(?:ontvang(?:t|en)?|krijg(?:t|en)?|betaal(?:t)?|betalen|financier(?:t|en)?"
    r"|subsidie(?:er|ert|ren)|ondersteun(?:t|en)?|strooi(?:t|en)?|controle(?:er|ert|ren)"
    r"|handha(?:af|aft|ven)|meet|meten|gelden|geldt|varen|vaart|rijden|rijdt|patrouille(?:er|ert|ren)|bagger(?:t|en)?"
    r"|(?:will|shall) (?:\w+ly |also |then )?(?:pay|fund|finance|support|subsidise|provide|supply"
    r"|check|inspect|patrol|enforce|offer|operate|run|charge|levy|collect|measure|receive|help"
    r"|serve))\b",
    re.IGNORECASE,
)


def firmness(rule: Rule, sentence: str, language: str, cue: int = 0) -> tuple[Firmness, str]:
    """Return the weakest reading: that of the rule's verb, or of words that make it weaker.

    With it come those words, which are none where the verb alone says it.
    ``cue`` is where the verb stands. What makes another clause weaker than its own leaves it firm:
    "we hope to have a plan, which we will send", "the quay is probably worn; I will replace it".
    """
    order = list(Firmness)
    sentence = without_other_clauses(sentence, cue, language)
    clause = _WHICH_BEGINS.match(sentence, cue) or _WHICH_BEFORE.search(sentence, 0, cue)
    start = 0 if clause is None else clause.start()
    expects = _EXPECTS_AND.match(sentence)
    start = max(start, expects.end() if expects is not None and expects.end() <= cue else 0)
    found = [(Firmness(rule.values["firmness"]), "")]
    for each, form in _weaker(language):
        if (word := form.search(sentence, start)) is not None:
            found.append((each, word.group()))
    for each, form in _doubts(language):
        if (doubt := _doubted(form, sentence, start, cue, language)) is not None:
            found.append((each, doubt.group()))
    # Of two that are as weak, the verb, or the first that was found.
    return max(found, key=lambda one: order.index(one[0]))


def weakened(why: LocalText, words: str) -> LocalText:
    """Return why something is proposed, with the words that make it less firm, if any do."""
    if not words:
        return why
    return in_both(
        marked("{why}; less firm by the words \u201c{words}\u201d"), why=why, words=words
    )


def confidence(rule: Rule, found: Firmness) -> Confidence:
    """Return how sure a rule is: less so where other words make its verb depend on a condition."""
    depends = found is Firmness.CONDITIONAL and rule.values["firmness"] != found
    return Confidence.LIKELY if depends and rule.confidence is Confidence.SURE else rule.confidence


def course(rule: Rule, sentence: str, term: Term | None) -> Course:
    """Return whether something is done once, again and again, or all the time."""
    sentence = _ONE_OF_MANY.sub("", sentence)
    if (term is not None and term.recurs) or says_again(sentence) or _RECURRING.search(sentence):
        return Course.RECURRING
    # What goes on has no day on which it is done; what is done until one is done again and again.
    ends = term is not None and term.reading.date is not None and term.reading.date.last_day
    if _CONTINUOUS.search(_WHETHER.sub("", sentence)):
        return Course.RECURRING if ends else Course.CONTINUOUS
    if _ONCE.search(sentence):
        return Course.ONCE
    if term is not None and _FROM.match(term.phrase) and _GOES_ON.search(sentence):
        return Course.CONTINUOUS
    usual = Course(rule.values["course"])
    return Course.ONCE if ends and usual is Course.CONTINUOUS else usual
