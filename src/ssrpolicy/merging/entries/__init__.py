"""What people enter in cells, found in the record: statuses, parties, documents and terms.

What a report prints of one is accepted where it is unambiguous, in Dutch and in English.
"""
