"""The bookmarks that a document's references lead to, numbered after those of its template."""

from __future__ import annotations

from itertools import count

from attrs import field, frozen


@frozen
class Bookmarks:
    """Puts bookmarks around content; ``highest`` is the highest id that is taken."""

    highest: int = 0
    _ids: count[int] = field(init=False, repr=False)

    @_ids.default
    def _from_highest(self) -> count[int]:
        return count(self.highest + 1)

    def around(self, name: str, content: str) -> str:
        """Return content with a bookmark around it."""
        id = next(self._ids)
        return (
            f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>'
        )
