"""How a sentence is read, step by step: words, phrases, harms, the rules that fired, the claims."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.find import analyse
from recuento.extract.figures.frames import Frame, find_frames
from recuento.extract.figures.tolls import find_told
from recuento.extract.layers import Layers
from recuento.extract.sentences import Sentence
from recuento.model import Claim, Report
from recuento.pipeline import extract_claims, layers_of
from recuento.vocabulary import load_profile

Step = tuple[str, list[str]]


class Explained(NamedTuple):
    """One sentence: its words, and the steps in their order, each with what it found."""

    sentence: str
    steps: list[Step]


def explain(report: Report, profile: str) -> Iterator[Explained]:
    """The steps of each sentence of a report; none where its language has no pack."""
    layers = layers_of(report)
    claims = extract_claims(report, profile)
    for number, sentence in enumerate(layers.sentences if layers is not None else ()):
        if layers is not None:
            text = report.text[sentence.start : sentence.end]
            yield Explained(text, _steps(layers, number, profile, _claims_in(claims, sentence)))


def _claims_in(claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    return [claim for claim in claims if sentence.start <= claim.start < sentence.end]


def _steps(layers: Layers, number: int, profile: str, claims: Sequence[Claim]) -> list[Step]:
    steps = [*_layer_steps(layers, layers.sentences[number])]
    analysis = analyse(layers, number, load_profile(profile))
    if analysis is None:
        steps.append(("words", ["no word here can tell of a harm, so the rules for figures are not tried"]))
    else:
        steps += _analysis_steps(analysis)
    steps.append(("claims", [_claim_words(claim) for claim in claims]))
    return steps


def _layer_steps(layers: Layers, sentence: Sentence) -> Iterator[Step]:
    """The times, places and attributions of a sentence, each with the rule that read it."""
    start, end, text = sentence.start, sentence.end, layers.report.text
    yield (
        "times",
        [
            f"{t.text!r} {t.type} {t.timex} -> {t.edtf or 'no date'} [{t.rule}]"
            for t in layers.times
            if start <= t.start < end
        ],
    )
    yield (
        "places",
        [
            f"{p.name!r} {p.kind} {p.precision or 'unknown'} {p.country or ''} {p.geonames or ''} [{p.rule}]"
            for p in layers.places
            if start <= p.start < end
        ],
    )
    yield (
        "attributions",
        [
            f"{a.name or 'nobody named'!r} ({a.kind}) by {a.cue!r}: {text[a.start : a.end]!r} [{a.rule}]"
            for a in layers.attributions
            if a.start < end and start < a.end
        ],
    )


def _analysis_steps(a: Analysis) -> Iterator[Step]:
    yield "words", [" ".join(f"{t.text}/{tag}" for t, tag in zip(a.tokens, a.tags, strict=True))]
    yield (
        "quantities",
        [
            f"{_words(a, q.first, q.last)!r} {q.kind} {q.low}..{q.high} {q.qualifier}"
            for q in a.sheet.quantities
        ],
    )
    yield "phrases", [_phrase_words(a, number) for number in range(len(a.phrases))]
    yield (
        "harms",
        [
            _words(a, m.first, m.last)
            + ": "
            + ", ".join(f"{s.measure} as {s.part} {s.form}" for s in m.senses)
            for m in a.mentions
        ],
    )
    yield (
        "rules",
        [
            *(f"{f.rule}: {f.measure} of {_victims(a, f)}{_by(a, f.actor)}" for f in find_frames(a)),
            *(
                f"{t.rule}: {t.measure} {_words(a, t.quantity.first, t.quantity.last)!r}"
                for t in find_told(a)
            ),
        ],
    )


def _words(a: Analysis, first: int, last: int) -> str:
    return " ".join(token.text for token in a.tokens[first:last])


def _phrase_words(a: Analysis, number: int) -> str:
    phrase = a.phrases[number]
    return f"[{_words(a, phrase.first, phrase.last)}]"


def _victims(a: Analysis, frame: Frame) -> str:
    return ", ".join(_phrase_words(a, number) for number in frame.victims)


def _by(a: Analysis, actor: int | None) -> str:
    return "" if actor is None else f" by {_phrase_words(a, actor)}"


def _claim_words(claim: Claim) -> str:
    kind = str(type(claim).__struct_config__.tag)
    measure = getattr(claim, "measure", None) or getattr(claim, "incident_type", "")
    bounds = f" {claim.low}..{claim.high}" if kind == "figure" else ""  # type: ignore[union-attr] # figures have them
    return f"{kind} {measure}{bounds} {claim.quote!r} [{', '.join(claim.rules)}]"
