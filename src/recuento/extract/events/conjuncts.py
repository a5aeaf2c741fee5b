"""Coordinated parts of a demand: each is a demand of its own, where it is built as the first."""

from collections.abc import Iterator

from recuento.extract.events.clause import Clause
from recuento.extract.events.mention import Span
from recuento.extract.events.scene import Scene
from recuento.extract.tagger import tag
from recuento.extract.tokens import tokenize

NEAR_OF = (
    4  # words from a part's article in which the "of" of its deed must stand ("the immediate release of")
)
BASE_VERB = "VERB"


def conjuncts(scene: Scene, number: int, span: Span) -> list[Span]:
    """The parts of a demand: cut before an "and" that opens a part built like the first."""
    clause = scene.clause(number)
    cuts = [k for k in conjunctions(clause, span) if opens_part(scene, number, span, k)]
    parts, first = [], span[0]
    for cut in cuts:
        last = cut - 1 if clause.word(cut - 1) == "," else cut
        parts.append((first, last))
        first = cut + 1
        if clause.word(first) in scene.lex.demands.that:
            first += 1
    return [*parts, (first, span[1])]


def conjunctions(clause: Clause, span: Span) -> Iterator[int]:
    """The words of a span that join: not its first nor its last."""
    for k in range(span[0] + 2, span[1] - 2):
        if clause.lower[k] in clause.closed.conjunctions:
            yield k


def opens_part(scene: Scene, number: int, span: Span, joint: int) -> bool:
    """Whether a part built like the first opens after a conjunction: "and that", "and the ... of", a verb."""
    clause, words = scene.clause(number), scene.lex.demands
    after = clause.word(joint + 1)
    if after in words.that:
        return True
    if after in words.to and clause.word(joint + 2) not in clause.closed.determiners:
        return any(word in words.to for word in clause.lower[span[0] : joint])
    if after in clause.closed.determiners:
        first = next((k for k in range(span[0], joint) if clause.lower[k] in clause.closed.determiners), -1)
        return first >= 0 and clause.lower[first] == after and names_deed(scene, clause, joint + 1)
    return not is_noun_list(clause, span, joint) and is_base_verb(scene, number, span, joint + 1)


def names_deed(scene: Scene, clause: Clause, article: int) -> bool:
    """Whether a noun of a deed follows an article: an "of" or "to" stands soon after it."""
    return not scene.lex.demands.of.isdisjoint(clause.lower[article + 2 : article + 2 + NEAR_OF])


def is_noun_list(clause: Clause, span: Span, joint: int) -> bool:
    """Whether a conjunction joins single words of a list."""
    return joint + 2 >= span[1] or clause.word(joint - 2) == ","


def is_base_verb(scene: Scene, number: int, span: Span, k: int) -> bool:
    """Whether the word at `k` is a verb in its base form after a modal of the same demand."""
    clause = scene.clause(number)
    modal = scene.lex.demands.must | scene.lex.demands.to
    if not any(word in modal for word in clause.lower[span[0] : k]) or clause.word(k).endswith(
        scene.lex.demands.base_verb_not
    ):
        return False
    if clause.word(k) in scene.lex.demands.must_active:
        return True
    sentence = scene.sentences[number]
    tags = tag(tokenize(scene.text, sentence.start, sentence.end), scene.layers.pack)
    return tags[k] == BASE_VERB
