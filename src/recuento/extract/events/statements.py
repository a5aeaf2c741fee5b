"""Statements: quotations, and indirect speech that warns, accuses or takes a position."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from recuento.extract.events.clause import QUOTES
from recuento.extract.events.scene import Scene
from recuento.model import Attribution, Claimant, Demand, Statement, content_id

QUOTE_MARKS = "\"“”«»'‘’`"
NOT_SAID = frozenset({"negated-report", "continued-report", "own-voice"})  # rules of attributions
NAME_WORDS = 1  # words of a name in a content of the shortest length
CONFIDENCE = {"statement-quoted": 0.9, "statement-indirect": 0.75}


def find_statements(scene: Scene, demands: Sequence[Demand]) -> list[Statement]:
    """The statements of a report, in the order of the text; what a demand says already is left to it."""
    found: list[Statement] = []
    for attribution in scene.layers.attributions:
        rule = rule_of(scene, attribution)
        if rule is None:
            continue
        last = attribution.end
        if rule == "statement-indirect":
            last = min(last, scene.sentences[scene.sentence_at(attribution.start)].end)
        start, end = words_alone(scene.text, attribution.start, last)
        if start >= end or covered(start, end, (*found, *demands)):
            continue
        found.append(statement(scene, attribution, (start, end), rule))
    return found


def rule_of(scene: Scene, attribution: Attribution) -> str | None:
    """The rule by which an attribution is a statement, or None."""
    words, text = scene.lex.demands, scene.text[attribution.start : attribution.end]
    length = len(text.split())
    if attribution.name is None or attribution.rule in NOT_SAID or is_stray(attribution):
        return None
    if is_quotation(scene.text, attribution):
        return "statement-quoted" if length >= words.quote_shortest and tells(scene, text) else None
    cues = attribution.cue.lower().split()
    strong = any(cue in words.statement_cues for cue in cues)
    nominal = not words.statement_of_nouns.isdisjoint(cues)
    whole = nominal or plain_words(scene, text) >= words.statement_shortest - NAME_WORDS
    linked = scene.lex.closed.links | scene.lex.closed.not_where
    whole = whole and text.split()[0].lower() not in linked
    clause = holds_deed(scene, text) if nominal else tells(scene, text)
    return "statement-indirect" if strong and whole and clause else None


def plain_words(scene: Scene, text: str) -> int:
    """How many words a content has without names and articles, which may be long; all, in capitals."""
    words = [word for word in text.split() if word.lower() not in scene.lex.closed.determiners]
    return sum(not word[0].isupper() for word in words) or len(words)


def is_stray(attribution: Attribution) -> bool:
    """Whether the speaker is a single small word of no known kind: an adverb or a noun taken for somebody."""
    name = attribution.name or ""
    return attribution.kind == "unknown" and name.islower() and len(name.split()) == 1


def is_quotation(text: str, attribution: Attribution) -> bool:
    """Whether a content opens with a quotation: its first sign, or the one before it, is a quotation mark."""
    if not attribution.quoted:
        return False
    return text[attribution.start] in QUOTES or text[max(0, attribution.start - 1)] in QUOTES


def tells(scene: Scene, text: str) -> bool:
    """Whether quoted words hold a verb: a clause, not a name or a title."""
    words = text.lower().replace("’", "'").split()
    endings = scene.lex.closed.past_endings
    return any(
        word in scene.lex.auxiliaries or word in scene.lex.closed.pronouns or word.endswith(endings)
        for word in words
    )


def holds_deed(scene: Scene, text: str) -> bool:
    """Whether words hold a clause of their own, or a deed after "of" or "for" ("the firm of hiding it")."""
    words = text.lower().replace("’", "'").split()
    if not scene.lex.auxiliaries.isdisjoint(words):
        return True
    gerunds = scene.lex.closed.gerund_endings
    return any(of in scene.lex.demands.of and deed.endswith(gerunds) for of, deed in pairwise(words))


def words_alone(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the quotation marks, white space and closing signs around it."""
    while start < end and (text[start] in QUOTE_MARKS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in QUOTE_MARKS or text[end - 1].isspace() or text[end - 1] in ",.;"):
        end -= 1
    return start, end


def covered(start: int, end: int, claims: Iterable[Statement | Demand]) -> bool:
    """Whether a claim found before says these words already."""
    return any(claim.start < end and start < claim.end for claim in claims)


def statement(scene: Scene, attribution: Attribution, span: tuple[int, int], rule: str) -> Statement:
    """The statement as a claim."""
    quote = scene.text[span[0] : span[1]]
    return Statement(
        id=content_id("statement", scene.report.id, *span, quote),
        report=scene.report.id,
        start=span[0],
        end=span[1],
        quote=quote,
        speaker=Claimant(
            name=attribution.name or "",
            kind=attribution.kind,
            start=attribution.source_start,
            end=attribution.source_end,
            chain=attribution.chain,
        ),
        confidence=CONFIDENCE[rule],
        rules=(rule,),
    )
