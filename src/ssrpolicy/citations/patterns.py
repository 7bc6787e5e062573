"""The pieces of which citations of parliamentary papers are made, as patterns.

Every repetition is bounded, so that a match costs the same whatever the text around it, and reading
a text costs no more than its length. White space is what publishers put between digits: also
no-break, thin and narrow spaces, and a line break.
"""

from __future__ import annotations

import re

from ssrpolicy.model import CHAPTER, ROMAN_CHAPTER

_SPACE = r"[\s\u200b\u2060\ufeff\u00ad]"
_GAP = rf"{_SPACE}{{0,4}}"
_DASH = r"[-\u2010-\u2015\u2212]"
_END_OF_WORD = r"(?![^\W_])"

# ------------------------------------------------------------------ identifiers and registers

IDENTIFIER = re.compile(
    r"(?P<address>(?i:(?:https?://)?(?:(?:zoek|www|repository)\.)?officielebekendmakingen\.nl/"
    r"(?:dossier/)?))?(?<![\w-])"
    r"(?P<id>(?i:kst|blg|ah-tk|ah-ek|h-tk|h-ek)-[0-9A-Za-z]{1,12}"
    r"(?:-(?:[0-9A-Za-z]{1,10}|\([Rr][0-9]{3,4}\))){0,5})"
    r"(?:(?i:\.(?:html|pdf|xml|odt)\b|/metadata\.xml\b))?"
)
DOSSIER_ADDRESS = re.compile(
    r"(?i:(?:https?://)?(?:zoek\.|www\.)?officielebekendmakingen\.nl/dossier/)"
    rf"(?P<dossier>[1-9][0-9]{{4}}(?:-[0-9]{{2}})?)(?:-(?P<suffix>{CHAPTER}))?{_END_OF_WORD}"
)
REGISTER = re.compile(
    r"(?<![^\W_])(?:(?:19|20)[0-9]{2}[ZDAzda][0-9]{5}|TZ[0-9]{6}-[0-9]{1,4}|T[0-9]{5})"
    + _END_OF_WORD
)

# ----------------------------------------------------------------------- proceedings, answers

_CHAMBER = r"(?:II|I|TK|EK|(?i:(?:der|van\sde)\s)?(?i:tweede\skamer|eerste\skamer))(?![^\W_])"
_SEPARATOR = rf"{_GAP}[,;:.]?{_GAP}"


def _session(name: str) -> str:
    """Return the pattern of a session year, 2009/10, kept under this name."""
    return (
        rf"(?:(?i:vergaderjaar|zitting(?:sjaar)?){_GAP})?"
        rf"(?P<{name}>(?:18|19|20)[0-9]{{2}}{_GAP}(?:/|{_DASH}){_GAP}(?:(?:19|20)?[0-9]{{2}}))"
        r"(?![0-9])"
    )


ANSWERS = re.compile(
    rf"(?<![^\W_])(?i:aanhangsel(?:en)?)(?i:{_SPACE}{{1,3}}(?:van\sde|der|bij\sde|tot\sde))?"
    rf"(?i:{_SPACE}{{1,3}}(?:handelingen|hand\.))?"
    rf"(?:{_SEPARATOR}(?P<chamber>{_CHAMBER}))?(?:{_SEPARATOR}{_session('session')})?"
    rf"{_SEPARATOR}(?i:nummer|nr|no)?\.?{_GAP}(?P<number>[1-9][0-9]{{0,4}})(?![0-9/])"
)
PROCEEDINGS = re.compile(
    r"(?<![^\W_])(?i:handelingen|hand\.)"
    rf"(?:{_SEPARATOR}(?P<chamber>{_CHAMBER}))?(?:{_SEPARATOR}{_session('session')})?"
    rf"{_SEPARATOR}(?i:nummer|nr|no|vergadering|verg)?\.?{_GAP}(?P<sitting>[1-9][0-9]{{0,2}})"
    rf"(?:{_SEPARATOR}(?:(?P<item>(?i:item|onderdeel|agendapunt))|(?P<page>(?i:blz|pag(?:ina)?|p)))"
    rf"\.?{_GAP}(?P<named>[1-9][0-9]{{0,4}})"
    rf"|{_DASH}(?P<joined>[1-9][0-9]{{0,4}}))?(?![0-9/])"
)

# --------------------------------------------------------------------- what stands before a dossier

_PAPERS_WORD = (
    r"(?i:(?:(?:eerste|tweede)[\s-])?kam[a-z]{1,3}(?:st|ts|s|t)u?k{1,2}(?:en)?"
    r"(?:nummers?|nrs?|dossiers?)?|kamerst|kst|[te]k-stuk(?:ken)?|parliamentary\spapers?)\.?"
)
_BEFORE_DOSSIER = rf"{_GAP}[,;:(\"]{{0,2}}{_GAP}"
PREFIX = re.compile(
    rf"(?<![^\W_])(?:(?:{_PAPERS_WORD}(?![^\W\d_])(?:{_BEFORE_DOSSIER}(?P<chamber>{_CHAMBER}))?"
    rf"|(?P<bare_chamber>TK|EK|(?i:tweede\skamer|eerste\skamer))(?![^\W\d_]))"
    rf"(?:{_BEFORE_DOSSIER}(?:{_session('session')}|(?:19|20)[0-9]{{2}}(?![0-9])))?"
    rf"|{_session('bare_session')})"
    rf"(?:{_BEFORE_DOSSIER}(?P<later_chamber>{_CHAMBER}))?"
    rf"(?:{_SEPARATOR}(?i:nummers?|nrs?)(?![^\W_])\.?)?{_BEFORE_DOSSIER}"
)
SUBJECT_WORD = re.compile(
    r"(?i:\b(?:moties?|motions?|amendement(?:en)?|wetsvoorstel(?:len)?|initiatief(?:wet|nota)|"
    r"dossiers?(?:nummers?|nr\.?)?|bills?|t\.?\s?v\.?\s?v\.?))"
    rf"(?:\s(?:19|20)[0-9]{{2}})?(?:\s(?:met\s)?(?:nummers?|nrs?\.?))?{_SPACE}?"
    rf"[-\u2013:,(]{{0,2}}{_SPACE}{{0,2}}\Z"
)
NUMBER_BEFORE = re.compile(
    rf"(?i:nrs?|nummers?)\.?{_GAP}[1-9][0-9]{{0,3}}[a-z]?{_GAP}[,(]{_SPACE}{{0,2}}\Z"
)
OTHER_PUBLICATION = re.compile(
    r"(?i:(?<![^\W_])(?:stcrt|stb|trb|pbeu|pb|staatscourant|staatsblad|tractatenblad|postbus|kvk|"
    r"ecli|iso|nen|nen-en|din|iec|rfc|kenmerk|ref|referentie|doc|raadsdoc|raadsdocument|celex|com|"
    r"sec)(?![^\W\d_])[^()]{0,25})\Z"
)
# How the House marks its own letters: the paper that they are about, then their register number,
# which is read by then and blanked.
HOUSE_REFERENCE = re.compile(rf"[1-4][0-9]{{4}}{_DASH}[1-9][0-9]{{0,3}}/\x00")
AMOUNT_BEFORE = re.compile(r"(?:[\u20ac$\u00a3+]|(?i:\b(?:eur|euro|usd)))\s?\Z")

# ------------------------------------------------------------------------------- the dossier itself

DOSSIER = re.compile(
    rf"(?<![0-9_])(?P<high>[1-4][0-9])(?P<gap>\.|{_SPACE}{{0,2}})(?P<low>[0-9]{{3}})"
    r"(?![0-9])(?!\.[0-9]{3}(?![0-9]))(?!,[0-9]{2}(?![0-9]))"
)
# The Council's dossiers are also written with a space, and a number marked as such after it.
SPACED_PART = re.compile(rf"{_SPACE}(?P<part>[0-9]{{2}})(?=,?{_SPACE}?(?:nrs?|nummers?|no)\b)")
PART = re.compile(rf"{_SPACE}?{_DASH}{_SPACE}?(?P<part>[0-9]{{2}})(?![0-9])")
KINGDOM_ACT = re.compile(
    rf"{_GAP}(?:{_DASH}{_GAP})?(?:\({_GAP}R{_SPACE}?[0-9]{{3,4}}{_GAP}\)"
    rf"|R{_SPACE}?[0-9]{{3,4}}(?![0-9]))"
)
SUFFIX = re.compile(
    rf"(?P<separator>{_GAP},?{_GAP}{_DASH}?{_GAP})(?:(?i:hoofdstuk|hfst\.?){_GAP}"
    rf"|(?i:nrs?)\.?{_GAP}(?=[IVX]{{2,5}}[A-F]?{_GAP}[,-]?{_GAP}[0-9]))?(?P<bracket>\()?"
    rf"(?P<suffix>{ROMAN_CHAPTER}[A-Fa-f]?|[A-Z]|(?i:{CHAPTER})(?={_GAP}[,-]?{_GAP}(?i:nr)))"
    r"(?(bracket)\))(?![^\W_])(?!['\u2019])"
)
YEAR_AFTER = re.compile(
    rf"{_GAP}(?:{_DASH}|[,/(])?{_GAP}(?P<year>(?:19|20)[0-9]{{2}}(?:(?:/|{_DASH})[0-9]{{2,4}})?)"
    r"(?![0-9])\)?"
)
JOINED = re.compile(rf"{_GAP}(?:[,;/&+]|(?i:en|and|alsmede)(?![^\W_])){_GAP}")
BETWEEN_CITATIONS = re.compile(rf"{_GAP}\)?{JOINED.pattern}\(?{_GAP}")
CLOSES_DOSSIER = re.compile(
    rf"{_GAP}(?:\Z|[),;:.]|/{_GAP}[1-4][0-9][\s.]?[0-9]{{3}}|(?i:en|and|alsmede)(?![^\W_]))"
)

# ----------------------------------------------------------------------------- the numbers after

_MARKER = (
    r"(?:(?i:(?:onder|stuk|volg|motie)?(?:nr(?:\.?['\u2019]?s)?|nummers?|num|nos?|"
    r"n(?=[\u00ba\u00b0]))|letters?)(?![^\W\d_])"
    r"\s?[.,:;\u00ba\u00b0]{0,2}|#|\u2116)"
)
_ITEM = r"(?:[0-9]{1,4}(?:[a-z](?![^\W_]))?(?![0-9])|[A-Z]{1,2}(?![^\W_]))"
_NOT_OTHERWISE_COUNTED = (
    rf"(?!{_GAP}(?:%|\u20ac|(?i:procent|euro|miljoen|miljard|mln|mld|januari|februari|maart|april|"
    r"mei|juni|juli|augustus|september|oktober|november|december|jan\.|feb\.|mrt|apr\.|aug\.|"
    r"sept?\.|okt\.|nov\.|dec\.|jaar|jaren|maanden|weken|dagen|uur|kilometer|km|personen|mensen|"
    r"leden|andere|overige|moties|amendementen|vragen|brieven|toezeggingen|aanbevelingen|"
    r"gemeenten|woningen|plaatsen|maatregelen|onderdelen)(?![^\W_])))"
    rf"(?![\s.][\s]?[0-9]{{3}}(?![0-9]))(?!\.[0-9])(?!(?:/|{_DASH})[0-9]{{1,2}}(?:/|{_DASH})[0-9])"
)
COUNTED = re.compile(rf"(?!{_NOT_OTHERWISE_COUNTED})")
NUMBER_MARKED = re.compile(
    rf"{_GAP}\)?{_GAP}[,;:.(]?{_GAP}{_DASH}?{_GAP}(?P<marked>{_MARKER}{_GAP}{_DASH}?"
    rf"(?P<value>[1-9][\s.][0-9]{{3}}(?![0-9])|{_ITEM}))"
)
NUMBER_DASHED = re.compile(
    rf"{_GAP}{_DASH}{_GAP}(?P<value>{_ITEM})(?P<tail>){_NOT_OTHERWISE_COUNTED}"
)
NUMBER_AFTER_COMMA = re.compile(rf"{_GAP}[,:]{_GAP}(?P<value>{_ITEM}){_NOT_OTHERWISE_COUNTED}")
NUMBER_AFTER_STROKE = re.compile(
    rf"{_GAP}/{_GAP}(?P<value>[1-9][0-9]{{0,3}})(?![0-9/]){_NOT_OTHERWISE_COUNTED}"
)
NUMBER_AFTER_SPACE = re.compile(
    rf"{_SPACE}{{1,3}}(?P<value>[0-9]{{1,4}})(?![0-9]){_NOT_OTHERWISE_COUNTED}"
)
ENDS_NUMBER = re.compile(
    rf"{_GAP}(?:\Z|[)\]:.?!;\"\u201d\u2019']|,|/|(?i:en|and|alsmede|t/m|over|inzake|m\.b\.t|met|van|"
    r"op|in|om|te|ten|betreffende|omtrent|aangaande|voor|door|ingediend|naar|bij)(?![^\W_]))"
)
NEXT_NUMBER = re.compile(
    rf"{_GAP}(?:[,;&+/]{_GAP}(?:(?i:en|and|alsmede|of)(?![^\W_]))?"
    rf"|(?i:en|and|of|alsmede|resp\.|respectievelijk)(?![^\W_])){_GAP}"
    rf"(?P<item>(?P<marker>{_MARKER}{_GAP})?(?P<dash>{_DASH}{_GAP})?(?P<value>{_ITEM}))"
    rf"(?!/?[0-9DZA]){_NOT_OTHERWISE_COUNTED}"
)
NEXT_CHAPTER = re.compile(
    rf"{_GAP}(?:[,;&+/]|(?i:en|and|alsmede)(?![^\W_])){_GAP}"
    rf"(?P<item>(?P<suffix>{ROMAN_CHAPTER}[A-Fa-f]?)(?![^\W_]){_GAP}"
    rf"(?:,?{_GAP}{_MARKER}{_GAP}|{_DASH}{_GAP})(?P<value>{_ITEM}))"
)
REPRINT = re.compile(
    rf"(?:{_SPACE}?{_DASH}?{_SPACE}?(?P<reprint>[Hh][1-9]?(?![^\W_])"
    rf"|\(?(?i:herdruk|herdr\.|h\d)\)?))"
)
RANGE_END = re.compile(
    rf"{_GAP}(?:(?i:t/m|t\.?m\.?|tot\sen\smet)(?![^\W_])|(?P<dash>{_DASH})){_GAP}"
    rf"(?:{_MARKER}{_GAP})?(?P<value>[1-9][0-9]{{0,3}})(?![0-9]){_NOT_OTHERWISE_COUNTED}"
)
LETTER_AFTER = re.compile(rf"{_GAP},?{_GAP}(?i:letter|onder){_GAP}(?P<letter>[A-Z])(?![^\W_])")

# ------------------------------------------------------------------------ numbers without a dossier

ORPHAN = re.compile(
    rf"(?<![^\W_])(?i:(?:stuk|motie)?nr(?:\.?['\u2019]?s)?|nummers?)(?![^\W\d_])\s?[.,:]{{0,2}}"
    rf"{_GAP}(?P<value>{_ITEM})(?![0-9]|/[0-9]{{4}}|(?<=[0-9]{{4}})/|\.[0-9]"
    rf"|[\s.]\s?[0-9]{{3}}(?![0-9]))"
)
SPEAKS_OF_PAPERS = re.compile(
    r"(?i:(?<![^\W_])(?:moties?|motions?|(?:sub)?amendement(?:en)?|stuk(?:ken)?|kamerstuk(?:ken)?))"
)
PAPER_RIGHT_BEFORE = re.compile(
    rf"(?:{SPEAKS_OF_PAPERS.pattern}(?i:\smet|\sonder|\sop)?\s?\(?|\()\s?\Z"
)
OTHER_NUMBERED_THING = re.compile(
    r"(?i:(?:verd[r]?ag|verordening|richtlijn|protocol|besluit|beschikking|artikel|art\.?|"
    r"conventie|overeenkomst|stb\.?|stcrt\.?|trb\.?|pb\.?|zaak|zaken|rapport|bijlage|punt|vraag|"
    r"vragen|kenmerk|resolutie|aanbeveling|hoofdstuk|paragraaf|tabel|figuur|kamer|huis|lijn|wet|"
    r"agendapunt|item|deel|jaargang|editie|(?:19|20)[0-9]{2},?|\((?:eg|eu|eeg)\)))\s?\Z"
)
FROM_DOSSIER = re.compile(
    rf"{_GAP}\)?{_GAP}[,:]?{_GAP}(?:(?i:van|in|uit|bij|of|dossier|wetsvoorstel){_GAP})"
    rf"{{0,2}}\(?{_GAP}"
)
