"""A paper with answers to written questions."""

import datetime as dt

ANSWERED = dt.date(2024, 3, 12)
QUESTION = "Hoeveel opleiders werken er op dit moment in Veldonië?"
RECORD = f"""format = "ssrpolicy-record/1"
id = "vragen-veldonie"
language = "nl"
source = "answers"

[[documents]]
id = "answers"
kind = "question"
date = {ANSWERED}
file = "sources/answers.txt"

[[documents]]
id = "motion"
kind = "motion"
date = 2024-02-01

[[requests]]
id = "how-many"
document = "answers"
summary = "{QUESTION}"
quotes = ["{QUESTION}"]

[[requests]]
id = "train"
document = "motion"
summary = "De Kamer verzoekt de regering opleiders te zenden."

[[dispositions]]
request = "how-many"
document = "answers"
answer = "answered_here"
quotes = ["Er werken twaalf opleiders in Veldonië."]
"""
