"""The commitments, requests and motions that are dealt with, and those in hand, as of a day."""
