"""What every view needs of a record: a reading context, names, and the passages that are quoted."""

from ssrpolicy.views.shared.context import ReadingContext, Summaries
from ssrpolicy.views.shared.given import records_given
from ssrpolicy.views.shared.languages import (
    languages_note,
    marks_languages,
    one_language,
    unmarked_languages,
)
from ssrpolicy.views.shared.later import later_letters, nothing_reported
from ssrpolicy.views.shared.names import (
    asked_in,
    asked_noun,
    dated,
    fact_source,
    fact_sources,
    kind_key,
    kind_of,
    motion_state,
    paper_name,
    particulars,
    register_fields,
    title_with_kind,
    vote_counts,
    who_asked,
)
from ssrpolicy.views.shared.passages import (
    ShownPassage,
    number_text,
    place_text,
    quote_text,
    remember_shown,
    shown,
)
from ssrpolicy.views.shared.selected import (
    owner_totals,
    selected_title,
    selection_line,
    selection_words,
    with_something,
)
from ssrpolicy.views.shared.terms import (
    is_reckoned,
    last_day_words,
    marked_day,
    no_document_shows_term,
    quoted_term,
    reckoned_words,
    term_date_words,
)
from ssrpolicy.views.shared.titles import record_title
from ssrpolicy.views.shared.updates import Change, changes_of, internal_mark, noted, said_by

__all__ = [
    "Change",
    "ReadingContext",
    "ShownPassage",
    "Summaries",
    "asked_in",
    "asked_noun",
    "changes_of",
    "dated",
    "fact_source",
    "fact_sources",
    "internal_mark",
    "is_reckoned",
    "kind_key",
    "kind_of",
    "languages_note",
    "last_day_words",
    "later_letters",
    "marked_day",
    "marks_languages",
    "motion_state",
    "no_document_shows_term",
    "noted",
    "nothing_reported",
    "number_text",
    "one_language",
    "owner_totals",
    "paper_name",
    "particulars",
    "place_text",
    "quote_text",
    "quoted_term",
    "reckoned_words",
    "record_title",
    "records_given",
    "register_fields",
    "remember_shown",
    "said_by",
    "selected_title",
    "selection_line",
    "selection_words",
    "shown",
    "term_date_words",
    "title_with_kind",
    "unmarked_languages",
    "vote_counts",
    "who_asked",
    "with_something",
]
