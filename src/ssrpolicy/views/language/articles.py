"""Names as they stand in a running sentence, with the article that they take."""

import re

from ssrpolicy.model import Language
from ssrpolicy.views.language.labels import label, words

# What a body is called stands before what it is about: "ministerie van Defensie".
_ABOUT = re.compile(r" (?:van|voor|der|of|for)(?: |$)", re.IGNORECASE)


def with_article(name: str, language: Language) -> str:
    """Return a name as a sentence has it: "het ministerie van Defensie", "the Senate".

    A name of which the list of articles knows no word is a proper name, and stays as it is.
    """
    head = _ABOUT.split(name, maxsplit=1)[0]
    if "," in head:
        return name
    known = words("article")
    for word in head.casefold().split():
        if word in known and (article := label(f"article.{word}", language)):
            return f"{article} {name}"
    return name
