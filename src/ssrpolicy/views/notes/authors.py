"""The parties that wrote or moved a document, as a sentence names them."""

from collections.abc import Sequence

from ssrpolicy.views.notes.part import Part

# Names that a sentence draws together: "de leden Peters en Knops".
_TOGETHER = ("members_before", "members_after")


def names_with_articles(part: Part, ids: Sequence[str]) -> str:
    """Return names as a sentence lists them, each with its article."""
    return part.listing(_closed([part.party_with_article(id) for id in ids])).replace(",,", ",")


def movers(part: Part, authors: Sequence[str]) -> str:
    """Return names as a sentence lists them, members of the House drawn together."""
    names = [part.party(id) for id in authors]
    if len(names) > 1:
        for key in _TOGETHER:
            one, many = (part.words(f"briefing_members.{key}_{n}") for n in ("one", "many"))
            if one and all(name.startswith(one) for name in names):
                bare = [name.removeprefix(one) for name in names]
                return many + part.listing(bare)
            if one and all(name.endswith(one) for name in names):
                bare = [name.removesuffix(one) for name in names]
                return part.listing(bare) + many
    return names_with_articles(part, authors)


def _closed(names: list[str]) -> list[str]:
    """Names to list; a name with a comma in it is closed by one before the next."""
    if any("," in name for name in names[:-1]):
        return [*(f"{name}," for name in names[:-1]), names[-1]]
    return names
