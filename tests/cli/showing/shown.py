"""What is shown of statements."""

from click.testing import Result

from ssrpolicy.model import PolicyRecord


def listed(result: Result, record: PolicyRecord) -> list[str]:
    """The ids in the tables of statements, sorted."""
    words = (line.split()[0] for line in result.output.splitlines() if line.startswith(" "))
    return sorted(set(words) & {s.id for s in record.statements})
