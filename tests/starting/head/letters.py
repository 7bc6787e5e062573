"""Letters with a head, a body and a foot, to read the head of."""


def letter(*, head: str = "", body: str = "Nederland volgt dit.", foot: str = "") -> str:
    """A letter of three parts."""
    return f"{head}\n\n{body}\n\n{foot}\n"
