"""Written questions and their answers: each interrogative a request, and the words that meet it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from ssrpolicy.drafting.cues.entries import Source, in_both
from ssrpolicy.drafting.cues.rules import kinds_of_answer, rules, signs_of_answer, small_words
from ssrpolicy.drafting.cues.text.interrogatives import rounds
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.drafting.cues.text.sections import Section
from ssrpolicy.evidence import formality
from ssrpolicy.messages import marked
from ssrpolicy.model import Answer, Confidence, Disposition, DocumentKind, Proposal, Request

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_FIRST: Final = 2.0
_PARAGRAPH: Final = 1.0
_MEETS: Final = 3.0
_SHARED: Final = 0.2
_MARK: Final = re.compile(r"(\d{1,3}) (?=[^\W\d_a-z])")
_STEM: Final = 6
_SHORT: Final = 2  # words
#: Whoever asks so wants something done.
_WILLING: Final = re.compile(
    r"\b(?:bent u (?:(?!niet\b)\w+ ){0,3}?(?:bereid|voornemens|van plan)|(?:gaat|wilt|zult) u"
    r"|is (?:het kabinet|de minister|de staatssecretaris) (?:bereid|voornemens|van plan)"
    r"|are you (?:willing|prepared)|will you)\b",
    re.IGNORECASE,
)
#: A question that goes on about the one before: it may fall away by how that is answered.
_FOLLOWS: Final = re.compile(
    r"(?:en )?(?:zo (?:ja|nee|niet)|waarom (?:wel|niet)|if (?:so|not)|why (?:not|so))\b",
    re.IGNORECASE,
)
_YES: Final = re.compile(r"(?:ja|yes)\b", re.IGNORECASE)
_NO: Final = re.compile(r"(?:nee|neen|no)\b[.,;]?", re.IGNORECASE)
#: How a question is met where it is not simply answered; a rule says which.
_OTHERWISE: Final = frozenset(("declined", "deferred", "conditional", "unanswered"))


def answers(source: Source) -> Iterator[Proposal]:
    """Yield a request for each interrogative of a question, and a disposition for each request."""
    paper = _asked_in(source)
    counts: Counter[str] = Counter()
    for round_ in rounds(source.reading):
        asked: dict[tuple[str, int], tuple[Request, str]] = {}
        for number, same in round_.asked.items():
            why = in_both(
                marked("a question under the heading of question {number}"), number=number or "?"
            )
            for place, each in enumerate(same.values()):
                entry = Request(
                    id=_id(source, number, counts[number]),
                    document=paper,
                    summary=source.summary((each.start, each.end)),
                    quotes=(source.passage(each.start, each.end),),
                )
                counts[number] += 1
                asked[number, place] = entry, each.words
                sure = source.reading.at_most(Confidence.SURE, each.start)
                yield source.proposal(entry, "question", why, sure, (each.start, each.end))
        for section in round_.answers:
            yield from _answered(source, section, [asked[one] for one in round_.met_by(section)])


def _asked_in(source: Source) -> str:
    """Return the paper in which who asks put the questions, where the record has it; else this."""
    papers = [
        each.id
        for each in source.record.documents
        if each.kind is DocumentKind.QUESTION and each.text is None and each.authors
    ]
    own = source.document.id
    return papers[0] if len(papers) == 1 and source.document.authors else own


def _id(source: Source, number: str, count: int) -> str:
    name = "vraag" if source.language == "nl" else "question"
    letter = f"-{chr(ord('a') + count)}" if count and count < 26 else f"-{count}" if count else ""  # noqa: PLR2004 - the alphabet has 26 letters
    return f"{name}-{number}{letter}" if number else f"{name}{letter}"


def _answered(
    source: Source, section: Section, questions: Sequence[tuple[Request, str]]
) -> Iterator[Proposal]:
    """Yield a disposition for each question that an answer is for, with the words that meet it."""
    answer = SaidInAnswer.of(source, section)
    if answer is None:
        return
    chosen = answer.meeting([question for _request, question in questions])
    for (request, question), best in zip(questions, chosen, strict=True):
        utterance = answer.said[best]
        start, end = utterance.start, utterance.end
        how = _refused(question, utterance) or answer_by_rules(source, utterance)
        if how is Answer.ANSWERED_HERE and best:
            before = answer.said[best - 1]
            if answer_by_rules(source, before) is Answer.DEFERRED:
                start, how = before.start, Answer.DEFERRED
        if len(utterance.text.split()) <= _SHORT and best + 1 < len(answer.said):
            end = answer.said[best + 1].end  # "Ja." says nothing without what follows
        entry = Disposition(
            request=request.id,
            document=source.document.id,
            answer=how,
            quotes=(source.passage(start, end),),
        )
        why = in_both(marked("the answer with the number of the question; the sentence is a guess"))
        place = (start, end)
        yield source.proposal(entry, "answer", why, Confidence.LOOK, place)


@frozen
class SaidInAnswer:
    """The sentences that may meet what is asked, and how often each word stands in them."""

    language: str
    said: tuple[Utterance, ...]
    common: Counter[str]

    @classmethod
    def of(cls, source: Source, section: Section) -> SaidInAnswer | None:
        """Return the sentences under the heading of an answer; None without such sentences."""
        said = tuple(
            each
            for each in source.reading.utterances
            if each.section is section and not each.text.endswith("?")
        )
        said = tuple(each for each in said if not _is_note(source, each)) or said
        said = tuple(each for each in said if formality(each.text) is None) or said
        return cls.by(source.language, said) if said else None

    @classmethod
    def by(cls, language: str, said: tuple[Utterance, ...]) -> SaidInAnswer:
        """Return sentences with how often each word stands in them."""
        return cls(language, said, Counter(word for each in said for word in stems(each.text)))

    def meeting(self, questions: Sequence[str]) -> list[int]:
        """Return the numbers of the sentences that most likely meet questions.

        The likeliest pair is matched first, and each sentence meets one question while others are
        left.
        """
        scores = [[self._score(n, each) for n in range(len(self.said))] for each in questions]
        pairs = [
            (score, question, number)
            for question, of_question in enumerate(scores)
            for number, score in enumerate(of_question)
        ]
        chosen: dict[int, int] = {}
        for __, question, number in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
            if question not in chosen and number not in chosen.values():
                chosen[question] = number
        for question, of_question in enumerate(scores):
            chosen.setdefault(question, of_question.index(max(of_question)))
        main = 0
        for question, words in enumerate(questions):
            follows = _FOLLOWS.match(words)
            if follows is None:
                main = question
            elif question and self._falls_away(follows.group(), words, chosen, main, question):
                chosen[question] = chosen[main]
        return [chosen[question] for question in range(len(questions))]

    def _falls_away(
        self, follows: str, words: str, chosen: Mapping[int, int], main: int, question: int
    ) -> bool:
        """Whether what meets a question also meets one such as "Zo nee, waarom niet?" after it.

        It does where the answer is the other one, and where that is plain and the sentence found
        for what follows gives no reason and speaks of something else.
        """
        answer, found = self.said[chosen[main]].text, self.said[chosen[question]].text
        if _other_answer(follows, answer):
            return True
        plain = _YES.match(answer) or _NO.match(answer)
        return bool(plain) and not (
            stems(found) & (stems(words) | stems(answer)) or self._is_of_kind(found, words)
        )

    def _is_of_kind(self, sentence: str, question: str) -> bool:
        """Whether a sentence has words that meet the kind of question."""
        return any(
            asks.search(question) and meets.search(sentence)
            for asks, meets in kinds_of_answer(self.language)
        )

    def _score(self, number: int, question: str) -> float:
        """Return how likely a sentence is to be what meets a question."""
        utterance = self.said[number]
        shared = stems(utterance.text) & stems(question)
        score = sum(1 / self.common[word] for word in shared) + _SHARED * len(shared)
        if number == 0:
            score += _FIRST
        elif self.said[number - 1].paragraph != utterance.paragraph:
            score += _PARAGRAPH
        if self._is_of_kind(utterance.text, question):
            score += _MEETS
        for sign in signs_of_answer(self.language):
            if sign.counts(utterance.text, question):
                score += sign.weight
        return score


def _is_note(source: Source, utterance: Utterance) -> bool:
    """Return whether a sentence is a note at a page's foot, by its mark."""
    mark = _MARK.match(utterance.text)
    return mark is not None and mark[1] in source.reading.notes


def stems(text: str) -> set[str]:
    """Return the beginnings of the words of a text that are not small ones."""
    small = small_words("nl") | small_words("en")
    words = (word.lower() for word in _WORD.findall(text))
    return {word[:_STEM] for word in words if word not in small}


def _other_answer(follows: str, answer: str) -> bool:
    """Whether a question follows on the answer that was not given: "zo nee" after a yes."""
    if follows.lower().endswith(("ja", "so")):
        return _NO.match(answer) is not None
    return follows.lower().endswith(("zo nee", "if not")) and _YES.match(answer) is not None


def _refused(question: str, utterance: Utterance) -> Answer | None:
    """Return that a question to do something is declined, where its answer begins with no."""
    asks = _WILLING.search(question) is not None
    return Answer.DECLINED if asks and _NO.match(utterance.text) else None


def answer_by_rules(source: Source, utterance: Utterance) -> Answer:
    """Return how a question is answered: as a rule says, else here."""
    for rule in rules("dispositions", source.language):
        if rule.values["answer"] in _OTHERWISE and rule.match(utterance.text):
            return Answer(rule.values["answer"])
    return Answer.ANSWERED_HERE
