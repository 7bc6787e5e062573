"""The terms that are found in a sentence."""

from ssrpolicy.evidence.terms import phrases_in


def _found(sentence: str, language: str) -> list[str]:
    return [sentence[start:end] for start, end in phrases_in(sentence, language)]
