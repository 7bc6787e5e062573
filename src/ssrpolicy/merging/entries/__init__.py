"""Cells as people enter them: a status read, or a party, document or term found in the record.

What a report prints of one is accepted where it is unambiguous, in Dutch and in English.
"""
