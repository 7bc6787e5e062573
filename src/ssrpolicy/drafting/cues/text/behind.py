"""The sentences behind a request, by which it may be met where no rule says how."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from ssrpolicy.drafting.cues.text.asking import wants_to_know
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.evidence import formality

#: So many paragraphs and sentences after a request may meet it; a heading is where they end.
_PARAGRAPHS: Final = 2
_FOLLOWING: Final = 4
_SHORTEST: Final = 4  # words
#: A whole answer to a question, however short.
_BRIEFLY: Final = re.compile(
    r"(?:Yes|No|Ja|Neen?)\.|(?:We|I|It|They|This|That) (?:do|does|did|is|are|has|have)(?: not)?\."
    r"|(?:Dat|Dit) (?:is|gebeurt|klopt)\b[^,;]*\."
)
#: A whole answer to a request to do something.
_DONE: Final = re.compile(
    r"(?:Dat|Dit) (?:gebeurt|doe ik|doen (?:wij|we)|zal ik doen|zullen (?:wij|we) doen|ga ik doen)"
    r"\b(?: \w+){0,2}\.|(?:We|I) (?:will|shall)(?: do so)?\."
    r"|This (?:is|has been)(?: already)?(?: being)? done\."
)
#: What is said of the answer before it is given, and what is asked besides.
_INTRODUCES: Final = re.compile(
    r"\b(?:toegezegd|hieronder|hierna|onderstaand\w*|als volgt|below|as follows)\b"
    r"|^(?:En|Alsmede|Evenals|Tevens|And) (?:om|te|dat|of|to)\b",
    re.IGNORECASE,
)
#: Why or how something is written, which meets nothing by itself; and where else what is asked
#: stands.
_WHY_WRITTEN: Final = re.compile(
    r"(?:Dit|Zulks|Een en ander) (?:(?:is|gebeurt|doe ik) )?(?:mede )?naar aanleiding van\b"
    r"|(?:Ik|Wij|We) (?:zal|zullen|begin|beginnen) deze (?:brief|reactie)\b"
    r"|(?:I|We) (?:will|shall) (?:begin|start|open|close|end) this (?:letter|response)\b"
)
_ELSEWHERE: Final = re.compile(
    r"(?:Zie (?:hiervoor|hierover|daarvoor|ook|verder)\b|(?:Hiervoor|Daarvoor) verwijs ik\b"
    r"|Ik verwijs (?:u )?(?:hiervoor|daarvoor|kortheidshalve|naar)\b"
    r"|(?:Please )?[Ss]ee (?:also )?(?:my|our|the) letter\b|(?:For this )?I refer (?:you )?to\b)"
)
#: Where in a report something is recommended: "(Paragraph 14)".
_WHERE: Final = re.compile(
    r"\((?:paragraphs?|paras?|pages?|paragra(?:af|fen)|pagina|blz)\.? [\d ,\u2013-]+\)\.?",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.!;:][\"')\]\d\u00b9\u00b2\u00b3\u2070-\u2079]*$")
#: Those who ask say what they think, before they ask more or after it.
_ASKERS_SAY: Final = re.compile(
    r"(?:Zij|Ze|(?:De|Deze|Genoemde) leden|De \S+-?fractie|(?:The|These) members)\b[^.;]{0,90}?"
    r" (?:vinden|vindt|vonden|lezen|lazen|leest|verwijzen|verwijst|constateren|menen|merken"
    r"|(?:zijn|is) (?:van mening|bezorgd|benieuwd|verheugd)|maken zich|hebben (?:zorgen|kennis|met"
    r"|de)|hechten|hopen|onderschrijven|steunen|wijzen|achten|begrijpen|delen|danken"
    r"|note|notes|believe|consider|refer|regret|welcome|have (?:read|noted))\b"
)
#: Above what members of a party ask.
_OF_MEMBERS: Final = re.compile(r"\b(?:leden van|fracties?|members of)\b|\w-?fractie\b")
_ITEM: Final = re.compile(r"(?:[-\u2022\u2013]|[a-z][.)]|\(?(?:\d{1,2}|[ivx]+)[.)]) ")


def behind(
    asked: Utterance, said: Iterable[Utterance], taken: Collection[int], *, apart: bool
) -> Iterator[Utterance]:
    """Yield the sentences after a request, in its paragraph or, where that ends, in the next.

    ``said`` are those after it in reading order, ``taken`` where those begin that say something
    of a request already. ``apart`` says that the paragraphs of questions are of those who ask.
    """
    count, own = 0, asked.paragraph
    for each in said:
        if _WHERE.fullmatch(each.text) or (apart and each.paragraph == asked.paragraph):
            continue
        is_question = each.text.endswith("?")
        if (
            (each.start in taken and (count or not is_question))
            or count == _FOLLOWING
            or each.paragraph - own >= (1 if count else _PARAGRAPHS)
            or not (_ENDS.search(each.text) or is_question)
            or _ELSEWHERE.match(each.text)
            or _is_of_those_who_ask(asked, each)
        ):
            return
        own = each.paragraph
        if _INTRODUCES.search(each.text) or is_question:
            continue
        count += 1
        says = formality(each.text) is None and _WHY_WRITTEN.match(each.text) is None
        briefly = count == 1 and (
            (_BRIEFLY.fullmatch(each.text) and wants_to_know(asked.text))
            or _DONE.fullmatch(each.text)
        )
        if says and (briefly or len(each.text.split()) >= _SHORTEST):
            yield each


def _is_of_those_who_ask(asked: Utterance, said: Utterance) -> bool:
    """Whether a sentence is still of who asks: what they think, or an item of what they ask."""
    if asked.text.endswith(":") and _ITEM.match(said.text):
        return True
    other = said.heading is not None and said.heading != asked.heading
    return (other and _OF_MEMBERS.search(said.heading or "") is not None) or (
        _ASKERS_SAY.match(said.text) is not None
    )
