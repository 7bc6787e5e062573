"""The names of WordprocessingML that we read and write: elements and their name spaces."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARED = f'xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"'
"""What stands in the root of a part for the prefixes ``w`` and ``r``."""


def W(name: str) -> str:  # noqa: N802 - as short as the prefix that it stands for
    """Return an element's or attribute's name with its namespace, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"
