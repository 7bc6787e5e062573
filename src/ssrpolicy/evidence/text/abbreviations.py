"""Dutch and English abbreviations whose full stop does not, or need not, end a sentence."""

import re
from typing import Final


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Something always follows these: a name, a number, the rest of the sentence.
UNFINISHED: Final = _listed(
    """
    nr nrs blz pp artt hfst hoofdst bijl bijv bv b.v bijw
    dr drs mr mrs ms ir ing prof ds jhr jkvr mw mevr dhr hr st sr gen kol lt kap maj col capt rev
    hon sen rep gov messrs d.d dd d.w.z dwz t.a.v t.b.v t.g.v t.o.v t.w i.v.m i.h.b i.p.v i.o.m
    i.z m.b.t m.b.v m.i.v m.n m.m.v n.a.v o.a o.m o.b.v o.g.v o.i.v o.l.v p.o resp ca circa vgl cf
    z.g zgn z.s.m i.c n.l nl incl excl gem evt tel afd e.g i.e viz vs v al approx dept
    est jan febr feb mrt apr jun jul aug sept sep okt oct nov dec u.s u.k v.d v.h
    """
)

#: Words of their own, but abbreviations before a number.
COUNTING: Final = _listed(
    """
    no nos art p pag lid par vol fig tab max min ch sec maj jan mar jun sat sun
    kst kamerst aanh stb stcrt trb pb
    """
)

#: These may end a sentence; they do when what follows starts with a capital.
FINISHING: Final = _listed(
    "jl c.s e.a e.d e.v enz etc a.s a.i ll o.i m.i n.v.t n.n.b s.v.p p.m a.m b.v.d"
)

#: A sentence that follows an abbreviation or an initial starts with one of these.
STARTERS: Final = _listed(
    """
    de het een dit dat deze die er in op van voor met bij uit ook zo wel niet na naar tot om als
    wanneer indien hierbij daarom daarbij daarnaast verder voorts tevens hierdoor hiermee ik wij we
    hij zij binnen vanuit ten ter over onder door tegen tijdens zoals omdat hoewel echter toch
    the a an this that these those it is on of for with by at from we he she they there however
    """
)

_LAST_WORD: Final = re.compile(r"(\S+)\.$")


def word_of(token: str) -> str:
    """A word as these lists have it: lower case, without brackets, and after its last hyphen."""
    return token.lstrip("([{\"'\u201c\u2018\u201e\u00ab").rpartition("-")[2].casefold()


def ends_in_abbreviation(text: str) -> bool:
    """Whether a text's last full stop belongs to a word that something must follow."""
    match = _LAST_WORD.search(text[-40:])
    return match is not None and word_of(match[1]) in UNFINISHED
