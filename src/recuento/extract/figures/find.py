"""The road from a report's sentences to its figures: analyse, candidates, parts, choice, drafts, build,
settle.
"""

from collections.abc import Sequence

from recuento.extract.context import Context
from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.build import build_figures
from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.candidates import from_frames, from_told, with_units
from recuento.extract.figures.choose import choose
from recuento.extract.figures.copular_parts import find_copular_parts
from recuento.extract.figures.draft import Draft
from recuento.extract.figures.fields import FieldTables, field_tables, is_unreal
from recuento.extract.figures.frames import find_frames
from recuento.extract.figures.lexicon import lexicon
from recuento.extract.figures.named_parts import find_named_parts
from recuento.extract.figures.outcomes import with_outcomes
from recuento.extract.figures.parts import find_parts
from recuento.extract.figures.phrases import Sheet
from recuento.extract.figures.quantities import find_quantities
from recuento.extract.figures.screen import counting
from recuento.extract.figures.settle import settle
from recuento.extract.figures.tolls import find_told
from recuento.extract.figures.triggers import triggers
from recuento.extract.figures.victims import once_told
from recuento.extract.layers import Layers
from recuento.extract.sentences import Sentence
from recuento.extract.tagger import tag
from recuento.extract.tokens import Token, tokenize
from recuento.model import Figure
from recuento.vocabulary import Profile

Pair = tuple[Candidate, Candidate]  # a part and its whole
STOPS = (".", "!", "?", '"', "”")
DOERS = ("country", "larger")  # names that act as often as they place ("Norway sent ships")
HEADLINE_START = 3  # characters: a headline opens its text


def find_figures(layers: Layers, context: Context, profile: Profile) -> tuple[Figure, ...]:
    """The figures of a report, explicit and implied, in the order of the text.

    Vague words become bounds by the profile; the layers give time, place and claimant through the context.
    """
    drafts: list[Draft] = []
    before: list[Candidate] = []
    previous = -1
    for number in sorted(triggers(layers.pack).wanted(layers.report.text, layers.sentences)):
        analysis = analyse(layers, layers.sentences[number], profile, number=number)
        near = before if previous == number - 1 else []
        candidates, pairs = _of_sentence(analysis, near, field_tables(layers.pack))
        drafts += _drafts(analysis, candidates, pairs, drafts)
        if candidates:
            before, previous = [c for c in candidates if c.explicit], number
    return settle(layers, context, build_figures(layers, context, with_outcomes(once_told(drafts))))


def analyse(layers: Layers, sentence: Sentence, profile: Profile, *, number: int = 0) -> Analysis:
    """The analysis of a sentence; `number` is its place in the report."""
    tokens = tokenize(layers.report.text, sentence.start, sentence.end)
    lowers = [token.lower for token in tokens]
    words = lexicon(layers.pack)
    timed, placed = _timed(layers, sentence, tokens), _placed(layers, sentence, tokens)
    quantities = counting(find_quantities(tokens, layers.pack, profile), tokens, timed, words)
    headline = sentence.start <= HEADLINE_START and tokens[-1].text not in STOPS
    sheet = Sheet(tokens, lowers, tag(tokens, layers.pack), quantities, timed, placed, number=number)
    return Analysis(sheet, layers.pack, headline=headline)


def _timed(layers: Layers, sentence: Sentence, tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens of a sentence that belong to times; a mere duration does not count as one."""
    within = [t for t in layers.times if sentence.start <= t.start < sentence.end]
    times = [t for t in within if t.type != "DURATION" or t.edtf]
    return frozenset(
        k for k, token in enumerate(tokens) if any(t.start <= token.start < t.end for t in times)
    )


def _placed(layers: Layers, sentence: Sentence, tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens of a sentence that name places which are no doers."""
    within = [p for p in layers.places if sentence.start <= p.start < sentence.end]
    places = [p for p in within if p.kind == "place" and p.precision not in DOERS]
    return frozenset(
        k for k, token in enumerate(tokens) if any(p.start <= token.start < p.end for p in places)
    )


def _of_sentence(
    a: Analysis, before: Sequence[Candidate], tables: FieldTables
) -> tuple[list[Candidate], list[Pair]]:
    """The candidates of a sentence in its order, and which of them are parts of which; `before` are its
    neighbour's.
    """
    told = from_told(a, find_told(a))
    own = with_units(a, choose(told + from_frames(a, find_frames(a))))
    made, pairs = find_parts(a, own, before)
    stated = find_copular_parts(a, [*own, *made], before)
    named = find_named_parts(a, [*own, *made], before)
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
