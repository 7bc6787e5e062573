"""Words, dates and numbers in Dutch and English."""

from ssrpolicy.views.language.dates import edtf_words, long_date, number, says_date
from ssrpolicy.views.language.labels import (
    capital,
    folded,
    keys_by_name,
    keys_by_synonym,
    label,
    listing,
    meaning,
    one_or_many,
    synonyms,
    vocabulary_table,
    with_article,
    words,
)
from ssrpolicy.views.language.quantities import (
    amount_words,
    counted,
    counted_in_words,
    counted_together,
    in_words,
    quantity_words,
    span,
    unit_words,
)

__all__ = [
    "amount_words",
    "capital",
    "counted",
    "counted_in_words",
    "counted_together",
    "edtf_words",
    "folded",
    "in_words",
    "keys_by_name",
    "keys_by_synonym",
    "label",
    "listing",
    "long_date",
    "meaning",
    "number",
    "one_or_many",
    "quantity_words",
    "says_date",
    "span",
    "synonyms",
    "unit_words",
    "vocabulary_table",
    "with_article",
    "words",
]
