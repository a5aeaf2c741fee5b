"""The road from a report's sentences to its figures: analyse, candidates, parts, choice, drafts, build,
settle.
"""

from bisect import bisect_left
from collections.abc import Sequence

from recuento.extract.context import Context
from recuento.extract.figures.again import find_again
from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.build import build_figures
from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.candidates import from_frames, from_told, with_units
from recuento.extract.figures.choose import choose
from recuento.extract.figures.copular_parts import find_copular_parts
from recuento.extract.figures.draft import Draft
from recuento.extract.figures.fields import FieldTables, field_tables, is_unreal
from recuento.extract.figures.frames import find_frames
from recuento.extract.figures.grammar import grammar
from recuento.extract.figures.lexicon import lexicon
from recuento.extract.figures.marks import marks_of
from recuento.extract.figures.mentions import with_initials, with_verbs
from recuento.extract.figures.named_parts import find_named_parts, names_victims
from recuento.extract.figures.numberwords import Marks, number_tables
from recuento.extract.figures.outcomes import with_outcomes
from recuento.extract.figures.parts import find_apposed, find_parts
from recuento.extract.figures.phrases import Sheet
from recuento.extract.figures.prospects import is_promising
from recuento.extract.figures.quantities import find_quantities
from recuento.extract.figures.screen import counting
from recuento.extract.figures.settle import settle
from recuento.extract.figures.tolls import find_told
from recuento.extract.figures.triggers import triggers
from recuento.extract.figures.victims import once_told
from recuento.extract.layers import Layers
from recuento.extract.sentences import Sentence
from recuento.extract.tagger import tag, tag_sentences
from recuento.extract.tokens import Token, tokenize
from recuento.model import Figure
from recuento.vocabulary import Profile

Pair = tuple[Candidate, Candidate]  # a part and its whole
STOPS = (".", "!", "?", '"', "”")
DOERS = ("country", "larger")  # names that act as often as they place ("Norway sent ships")
FAR = 8  # sentences from a count to the names of all whom it counts
HEADLINE_START = 3  # characters: a headline opens its text


def find_figures(layers: Layers, context: Context, profile: Profile) -> tuple[Figure, ...]:
    """The figures of a report, explicit and implied, in the order of the text.

    Vague words become bounds by the profile; the layers give time, place and claimant through the context.
    """
    drafts: list[Draft] = []
    before: list[Candidate] = []
    previous = -1
    marks = marks_of(layers.report.text, layers.report.place, layers.pack)
    wanted = sorted(triggers(layers.pack).wanted(layers.report.text, layers.sentences))
    sheets = [_sheet(layers, number, profile, marks) for number in wanted]
    tags = _tags(layers, sheets)
    for sheet in sheets:
        near = before if previous == sheet.number - 1 else []
        far = _counted_before(drafts, sheet) if names_victims(sheet, grammar(layers.pack)) else []
        if sheet.number not in tags and not near and not far:
            continue
        analysis = _analysis(layers, sheet, tags.get(sheet.number))
        candidates, pairs = _of_sentence(analysis, (near, far), field_tables(layers.pack))
        drafts += _drafts(analysis, candidates, pairs, drafts)
        if candidates:
            before, previous = [c for c in candidates if c.explicit], sheet.number
    return settle(layers, context, build_figures(layers, context, with_outcomes(once_told(drafts))))


def analyse(layers: Layers, number: int, profile: Profile) -> Analysis:
    """The analysis of a sentence, by its number in the report, whether it is promising or not."""
    marks = marks_of(layers.report.text, layers.report.place, layers.pack)
    return _analysis(layers, _sheet(layers, number, profile, marks), None)


def _counted_before(drafts: Sequence[Draft], sheet: Sheet) -> list[Candidate]:
    """The figures of people some sentences before one, in order."""
    told = [draft.candidate for draft in drafts if sheet.number - draft.candidate.sentence <= FAR]
    return [c for c in told if c.explicit and c.unit == "person"]


def _sheet(layers: Layers, number: int, profile: Profile, marks: Marks | None) -> Sheet:
    """A sentence laid out, not yet tagged; `marks` are those of the report's numbers."""
    sentence = layers.sentences[number]
    tokens = tokenize(layers.report.text, sentence.start, sentence.end)
    lowers = [token.lower for token in tokens]
    timed, placed = _timed(layers, sentence, tokens), _placed(layers, sentence, tokens)
    found = find_quantities(tokens, layers.pack, profile, marks)
    singular = number_tables(layers.pack).words.singular
    quantities = counting(found, tokens, timed, lexicon(layers.pack), singular=singular)
    return Sheet(tokens, lowers, (), quantities, timed, placed, number=number)


def _tags(layers: Layers, sheets: Sequence[Sheet]) -> dict[int, list[str]]:
    """The word classes of the promising sentences, by their numbers."""
    words, closed = lexicon(layers.pack), grammar(layers.pack)
    promising = [s for s in sheets if is_promising(s, words, closed, headline=_is_headline(layers, s))]
    tags = tag_sentences([sheet.tokens for sheet in promising], layers.pack)
    return {sheet.number: own for sheet, own in zip(promising, tags, strict=True)}


def _analysis(layers: Layers, sheet: Sheet, tags: Sequence[str] | None) -> Analysis:
    tagged = with_initials(tag(sheet.tokens, layers.pack) if tags is None else tags, sheet.tokens)
    counted = {k for q in sheet.quantities for k in range(q.first, q.last)}
    tagged = ["NUM" if k in counted and own == "VERB" else own for k, own in enumerate(tagged)]
    tagged = with_verbs(tagged, sheet.lowers, lexicon(layers.pack), grammar(layers.pack))
    return Analysis(sheet._replace(tags=tagged), layers.pack, headline=_is_headline(layers, sheet))


def _is_headline(layers: Layers, sheet: Sheet) -> bool:
    first = layers.sentences[sheet.number].start
    return first <= HEADLINE_START and sheet.tokens[-1].text not in STOPS


def _timed(layers: Layers, sentence: Sentence, tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens of a sentence that belong to times; a mere duration does not count as one."""
    within = [t for t in layers.times if sentence.start <= t.start < sentence.end]
    return _covered(tokens, [(t.start, t.end) for t in within if t.type != "DURATION" or t.edtf])


def _placed(layers: Layers, sentence: Sentence, tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens of a sentence that name places which are no doers."""
    within = [p for p in layers.places if sentence.start <= p.start < sentence.end]
    return _covered(
        tokens, [(p.start, p.end) for p in within if p.kind == "place" and p.precision not in DOERS]
    )


def _covered(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The tokens that start inside one of some spans."""
    if not spans:
        return frozenset()
    starts = [token.start for token in tokens]
    return frozenset(
        k for start, end in spans for k in range(bisect_left(starts, start), bisect_left(starts, end))
    )


def _of_sentence(
    a: Analysis, earlier: tuple[Sequence[Candidate], Sequence[Candidate]], tables: FieldTables
) -> tuple[list[Candidate], list[Pair]]:
    """The candidates of a sentence in its order, and which of them are parts of which.

    `earlier` are its neighbour's, and those of some sentences before where it names victims.
    """
    before, far = earlier
    told = from_told(a, find_told(a))
    own = with_units(a, choose(told + from_frames(a, find_frames(a))))
    own += find_again(a, own)
    made, pairs = find_parts(a, own, before)
    apposed = find_apposed(a, [*own, *made])
    taken = {part.first for part, _ in apposed}
    own, made = [c for c in own if c.first not in taken], [c for c in made if c.first not in taken]
    made += [part for part, _ in apposed]
    pairs = [pair for pair in pairs if pair[0].first not in taken] + apposed
    stated = find_copular_parts(a, [*own, *made], before)
    named = find_named_parts(a, [*own, *made], before, far)
    made += [part for part, _ in [*stated, *named]]
    chosen = [c for c in choose([*own, *made]) if not is_unreal(a, c, tables)]
    return sorted(chosen, key=lambda c: (c.first, c.last)), [*pairs, *stated, *named]


def _drafts(
    a: Analysis, candidates: Sequence[Candidate], pairs: Sequence[Pair], earlier: Sequence[Draft]
) -> list[Draft]:
    """The candidates as drafts that follow `earlier`, with the number of the draft each is a part of."""
    numbers = {id(draft.candidate): k for k, draft in enumerate(earlier)}
    numbers |= {id(c): len(earlier) + k for k, c in enumerate(candidates)}
    wholes = {id(part): numbers.get(id(whole)) for part, whole in pairs}
    return [Draft(c, a, wholes.get(id(c))) for c in candidates]
