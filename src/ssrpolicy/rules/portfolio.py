"""Records that are read together agree on the papers and codes that they share."""

from ssrpolicy.codelists import LIST_NAMES, declared
from ssrpolicy.messages import _
from ssrpolicy.model import Severity, Votes
from ssrpolicy.rules.definition import Records, Remark, Remarks, portfolio_rule
from ssrpolicy.rules.messages import in_words

_COMPARED = (
    "kind",
    "date",
    "register_number",
    "reference",
    "replaces",
    "outcome",
    "votes",
    "appreciation",
)


@portfolio_rule("record-duplicate", Severity.ERROR)
def record_duplicate(records: Records) -> Remarks:
    """Two records that are read together have one id.

    Trackers, links and relations name an entry by its full id, `record#id`; with two records of
    one id it would mean either.

    Example: a folder that holds a record and a copy of it made for a try.

    What to do: give one of the two another id, or keep the copy elsewhere.
    """
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            remark = Remark(
                message=_(
                    "Another record that is read together with this one has the id {id} too.",
                    id=record.id,
                ),
                hint=_("Give one of the two another id, or keep the copy elsewhere."),
                place=("id",),
            )
            yield record, remark
        seen.add(record.id)


@portfolio_rule("paper-conflict", Severity.WARNING)
def paper_conflict(records: Records) -> Remarks:
    """Two records that are read together disagree about a paper.

    A motion that two letters answer is recorded with both. Its kind, date, register number,
    reference, outcome, votes, the cabinet's advice and what it replaces are the same, where both
    records know them.

    Example: one record has the motion adopted, the other rejected.

    What to do: look the paper up, and correct the record that is wrong.
    """
    known: dict[tuple[str, str], tuple[str, object]] = {}
    for record in records:
        for index, document in enumerate(record.documents):
            for name in _COMPARED if document.number is not None else ():
                value = getattr(document, name)
                if value is None:
                    continue
                key = (str(document.number), name)
                first, earlier = known.setdefault(key, (record.id, value))
                # Within one record a number given twice is a finding of its own.
                if first != record.id and earlier != value:
                    remark = Remark(
                        message=_(
                            "The {name} of {number} is {value} here, and {earlier} in {first}.",
                            name=name,
                            number=document.number,
                            value=_in_words(value),
                            earlier=_in_words(earlier),
                            first=first,
                        ),
                        hint=_("Look the paper up, and correct the record that is wrong."),
                        place=("documents", index, name),
                    )
                    yield record, remark


def _in_words(value: object) -> str:
    if isinstance(value, Votes):
        return _("{votes} to {against}", votes=value.in_favour, against=value.against)
    return in_words(value)


@portfolio_rule("code-conflict", Severity.WARNING)
def code_conflict(records: Records) -> Remarks:
    """Two records that are read together declare one code with different names.

    A tracker of both shows what a party has or what concerns a place; with one code for two of
    them, it mixes them up.

    Example: `[[parties]]` with `id = "jansen"` for two people of that name.

    What to do: give one of the two another id; or, if the same is meant, the same name.
    """
    known: dict[tuple[str, str], tuple[str, object]] = {}
    for record in records:
        for list_name in LIST_NAMES:
            for index, code in enumerate(declared(record, list_name)):
                key = (list_name, code.id)
                first, name = known.setdefault(key, (record.id, code.name))
                if first != record.id and name != code.name:
                    remark = Remark(
                        message=_(
                            "[[{list_name}]] declares {id} as {name}; {first} declares it as "
                            "{other}.",
                            list_name=list_name,
                            id=code.id,
                            name=code.name,
                            first=first,
                            other=name,
                        ),
                        hint=_("Give one another id; or the same name, if the same is meant."),
                        place=(list_name, index, "id"),
                    )
                    yield record, remark
