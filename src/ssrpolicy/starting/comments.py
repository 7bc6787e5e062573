"""The comments of a new record, which explain each table to the person who fills it in."""

from ssrpolicy.messages import _


def explanation_of_record() -> str:
    """Return the comment above a record: its purpose, and how to work on it."""
    return _("""\
# A policy record: what was asked, what the letter answers and promises, and what became of it.
# `ssrpolicy check` this folder whenever you like; `ssrpolicy locate` finds words in the letter
# and gives them back as a quote to paste; `ssrpolicy add` appends an entry and verifies its quote.
#
# Plain texts below are in `language`; { nl = "...", en = "..." } gives both. A quote that names
# no document is from `source`. Ids are lower-case words with hyphens and are never used again.
""")


def explanation_of_documents() -> str:
    """Return the comment above the papers."""
    return _("""\
# The papers this record rests on. What is not known is left out, never guessed. `file` is the
# untouched text and `sha256` its digest, so that a later change is noticed. More keys where they
# are known: register_number, reference, title, session_year, on_behalf_of, url, and for motions
# replaces, outcome, votes and appreciation. metadata_from = "register" says that these facts come
# from the register of the House and not from the paper itself; from_register = ["number"] says
# that of a few only, and facts_from = [{ facts = ["outcome"], name = "...", url = "https://..." }]
# that some come from another place.""")


def explanation_of_tables() -> str:
    """Return the comment below the papers: each other table, with an example."""
    tables = (
        _("""\
# What was asked, one entry a request, from the paper that asks it. `implied = true` when nobody
# asked it in so many words. For example:
#
# [[requests]]
# id = "be-informed"
# document = "letter"
# summary = "De Kamer vraagt te worden geïnformeerd over ..."
# quotes = ["om geïnformeerd te worden over ..."]
"""),
        _("""\
# What the letter states. kind: commitment (something undertaken), condition (what must hold
# first), position (what the government thinks or prefers), claim (what is said to be so and can
# be tested later), engagement (what is being done now). A commitment also has
#   firmness: firm, conditional, aspirational or exploratory; in doubt the weaker one
#   course:   once, recurring or continuous
#   cue:      the words of the quote that decide the firmness
# Further keys: owners, partners, places, sectors, frameworks, needs, uses, quantities, timeframe,
# relations, doubt. For example:
#
# [[statements]]
# id = "report-next-year"
# kind = "commitment"
# summary = "De minister informeert de Kamer in het voorjaar van 2011."
# firmness = "firm"
# course = "once"
# cue = "zal ik de Kamer"
# owners = ["minister-bz"]
# timeframe = { phrase = "in het voorjaar van 2011", date = "2011-21" }
# quotes = ["In het voorjaar van 2011 zal ik de Kamer informeren."]
"""),
        _("""\
# How the letter answers a request, once for each scope it tells apart. answer: answered_here,
# promised, partly, conditional, deferred, declined or unanswered. `by` names the statements that
# carry the answer, `because` those it rests on. For example:
#
# [[dispositions]]
# request = "be-informed"
# document = "letter"
# answer = "answered_here"
# by = ["report-next-year"]
"""),
        _("""\
# Funds, pools of people, trainings, bodies. kind: fund, personnel_pool, training, advisory_body,
# mission, programme, agreement or other. Each number stands in a quote. For example:
#
# [[instruments]]
# id = "stability-fund"
# kind = "fund"
# name = "Stabiliteitsfonds"
# quotes = ["..."]
"""),
        _("""\
# Sentences left out on purpose. reason: definition, signpost, courtesy, background or repetition.
# `ssrpolicy check --coverage` lists the sentences that nothing quotes and nothing sets aside.
#
# [[set_aside]]
# quote = "..."
# reason = "courtesy"
"""),
        _("""\
# Who, where and what the built-in lists lack: [[parties]], [[places]], [[sectors]] and
# [[frameworks]], each with id and name. For example:
#
# [[parties]]
# id = "committee"
# name = { nl = "vaste commissie voor ...", en = "standing committee on ..." }
"""),
        _("""\
# What happened since: appended, never changed. Each says one thing: claimed (open, in_progress,
# partly_fulfilled, fulfilled, not_pursued, transferred), evidence (none_found, supports,
# partly_supports, contradicts; with a document and a quote), timeframe, firmness, owners, or only
# a note. For example:
#
# [[updates]]
# statement = "report-next-year"
# date = 2011-05-12
# by = "nl-bz"
# claimed = "fulfilled"
# note = "Brief van 12 mei 2011."
"""),
    )
    return "\n".join(tables)
