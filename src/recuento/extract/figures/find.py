"""The road from a report's sentences to its figures."""

from collections.abc import Sequence

from recuento.extract.context import Context
from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.build import Draft, build_figures
from recuento.extract.figures.candidates import Candidate, from_frames, from_told, with_units
from recuento.extract.figures.choose import choose
from recuento.extract.figures.fields import field_tables, is_unreal
from recuento.extract.figures.frames import find_frames
from recuento.extract.figures.lexicon import lexicon
from recuento.extract.figures.parts import find_copular_parts, find_parts
from recuento.extract.figures.phrases import Sheet
from recuento.extract.figures.quantities import find_quantities
from recuento.extract.figures.screen import counting
from recuento.extract.figures.victims import once_told
from recuento.extract.layers import Layers
from recuento.extract.sentences import Sentence
from recuento.extract.tagger import tag
from recuento.extract.figures.settle import settle
from recuento.extract.figures.tolls import find_told
from recuento.extract.tokens import tokenize
from recuento.language import Pack
from recuento.model import Figure
from recuento.vocabulary import Profile


STOPS = (".", "!", "?", '"', "”")
DOERS = ("country", "larger")  # names that act as often as they place ("Norway sent ships")
HEADLINE_START = 3  # characters: a headline opens its text


def find_figures(layers: Layers, context: Context, profile: Profile) -> tuple[Figure, ...]:
    """The figures of a report, explicit and implied, in the order of the text."""
    drafts: list[Draft] = []
    before: list[Candidate] = []
    previous = -1
    for number, sentence in enumerate(layers.sentences):
        analysis = analyse(layers, sentence, profile)
        if analysis is None:
            continue
        near = before if previous == number - 1 else []
        candidates, pairs = _of_sentence(analysis, near, number, layers.pack)
        drafts += _drafts(analysis, candidates, pairs, drafts)
        if candidates:
            before, previous = [c for c in candidates if c.explicit], number
    return settle(layers, context, build_figures(layers, context, once_told(drafts)))


def analyse(layers: Layers, sentence: Sentence, profile: Profile) -> Analysis | None:
    """The analysis of a sentence, or None where no word in it could be a harm word."""
    tokens = tokenize(layers.report.text, sentence.start, sentence.end)
    lowers = [token.lower for token in tokens]
    if lexicon(layers.pack).trigger_words.isdisjoint(lowers):
        return None
    times = [t for t in layers.times if sentence.start <= t.start < sentence.end and (t.type != "DURATION" or t.edtf)]
    timed = frozenset(
        k for k, token in enumerate(tokens) if any(t.start <= token.start < t.end for t in times)
    )
    here = [p for p in layers.places if sentence.start <= p.start < sentence.end and p.kind == "place" and p.precision not in DOERS]
    placed = frozenset(k for k, token in enumerate(tokens) if any(p.start <= token.start < p.end for p in here))
    tags = tag(tokens, layers.pack)
    quantities = counting(find_quantities(tokens, layers.pack, profile), tokens, timed, lexicon(layers.pack))
    headline = sentence.start <= HEADLINE_START and tokens[-1].text not in STOPS
    return Analysis(Sheet(tokens, lowers, tags, quantities, timed, placed=placed), layers.pack, headline=headline)


def _of_sentence(
    analysis: Analysis, before: Sequence[Candidate], number: int, pack: Pack
) -> tuple[list[Candidate], list[tuple[Candidate, Candidate]]]:
    told = from_told(analysis, find_told(analysis), number)
    own = with_units(analysis, choose(told + from_frames(analysis, find_frames(analysis), number)))
    made, pairs = find_parts(analysis, own, before, number)
    stated = find_copular_parts(analysis, [*own, *made], before, number)
    made += [part for part, _ in stated]
    pairs += stated
    tables = field_tables(pack)
    told = [c for c in choose([*own, *made]) if not is_unreal(analysis, c, tables)]
    return sorted(told, key=lambda c: (c.first, c.last)), pairs


def _drafts(
    analysis: Analysis, candidates: Sequence[Candidate], pairs: Sequence[tuple[Candidate, Candidate]], drafts: Sequence[Draft]
) -> list[Draft]:
    """The candidates as drafts that follow `drafts`, with the number of the draft each is a part of."""
    numbers = {id(draft.candidate): k for k, draft in enumerate(drafts)}
    numbers |= {id(c): len(drafts) + k for k, c in enumerate(candidates)}
    wholes = {id(part): numbers.get(id(whole)) for part, whole in pairs}
    return [Draft(c, analysis, wholes.get(id(c))) for c in candidates]
