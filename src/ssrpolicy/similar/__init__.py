"""Similar texts: what somebody probably meant by a word that is not known."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.similar.names import nearest, nearest_or_all
    from ssrpolicy.similar.texts import SimilarTexts, likeness, most_like
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.similar.names": "nearest nearest_or_all",
            "ssrpolicy.similar.texts": "SimilarTexts likeness most_like",
        },
    )

__all__ = ["SimilarTexts", "likeness", "most_like", "nearest", "nearest_or_all"]
