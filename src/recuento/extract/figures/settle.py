"""Settling figures against one another: restatements, the as-of date of running tolls, and what a sentence
shares.

`restated`: the same count of the same harm told again takes what the first telling knows and points to it.
`as-of-publication`: a running toll or a state told without a date of its own holds as of the report's date.
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from recuento.extract.context import Context
from recuento.extract.days import edtf_days
from recuento.extract.figures.breakdown import link_breakdowns
from recuento.extract.figures.confidence import with_confidence
from recuento.extract.figures.doers import with_doer
from recuento.extract.layers import Layers
from recuento.model import Figure

AS_OF = ("cumulative", "stock")
UNREAL = ("feared", "threatened")  # "he could be arrested" tells of no victim; a number so told is kept
SMALL = (
    3  # counts up to this agree by chance too often to be called the same fact without a common time or place
)


def settle(layers: Layers, context: Context, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with restatements linked and as-of dates given."""
    settled: list[Figure] = []
    for figure in figures:
        dated = _to_come(context, as_of(layers, context, figure))
        settled.append(_restated(context, dated, settled))
    told = with_doer([_beside(context, figure, settled) for figure in settled])
    real = [figure for figure in told if figure.explicit or figure.modality not in UNREAL]
    return tuple(with_confidence(link_breakdowns(real), layers.pack))


def _beside(context: Context, figure: Figure, figures: Sequence[Figure]) -> Figure:
    """A figure without a time in its sentence takes that of a restated figure beside it there."""
    if figure.scope != "incident" or "restated" in figure.rules:
        return figure
    if context.own_time(figure.quote_start, figure.quote_end) is not None:
        return figure
    sentence = context.sentence_at(figure.start)
    for other in figures:
        if (
            "restated" in other.rules
            and context.sentence_at(other.start) == sentence
            and other.scope == figure.scope
        ):
            return replace(
                figure, when=other.when, when_text=other.when_text, when_precision=other.when_precision
            )
    return figure


def as_of(layers: Layers, context: Context, figure: Figure) -> Figure:
    """A running toll without a day of its own, told in a dated report, as of that report's date."""
    published = layers.report.published
    if figure.scope not in AS_OF or not published:
        return figure
    own = context.own_time(figure.quote_start, figure.quote_end)
    present = context.present(figure.quote_start, figure.quote_end)
    dated = own is not None and own.edtf and not present and not context.is_start(own, figure.quote_end)
    if dated and own is not None and not _runs_up_to(own.edtf, published):
        return figure
    if own is None and figure.when and _is_period(figure.when) and not _runs_up_to(figure.when, published):
        return figure
    rules = (*figure.rules, "as-of-publication")
    return replace(
        figure, when=published, when_precision="day" if len(published) == 10 else "month", rules=rules
    )


def _to_come(context: Context, figure: Figure) -> Figure:
    """A figure that is only feared or threatened has the day that its own sentence tells, or none."""
    own = context.own_time(figure.quote_start, figure.quote_end)
    if figure.modality not in UNREAL or own is not None:
        return figure
    return replace(figure, when=None, when_text=None, when_precision=None)


def _is_period(edtf: str) -> bool:
    days = edtf_days(edtf)
    return bool(days and (days[1] - days[0]).days > 1)


def _runs_up_to(edtf: str | None, published: str) -> bool:
    """Whether a period runs up to the report's day ("in the past two weeks"), so that its toll holds as of
    then.
    """
    period, day = edtf_days(edtf), edtf_days(published)
    return bool(period and day and period[0] < day[0] <= period[1])


def _restated(context: Context, figure: Figure, earlier: Sequence[Figure]) -> Figure:
    """A figure that tells an earlier one again, with what the earlier one knows of time, place and actor."""
    for other in earlier:
        if not _same_fact(figure, other) or context.sentence_at(other.start) == context.sentence_at(
            figure.start
        ):
            continue
        same_voice = _voice(figure) == _voice(other) or figure.attributed_to is None
        own = context.own_time(figure.quote_start, figure.quote_end)
        changes = (
            {}
            if own is not None and own.edtf
            else {"when": other.when, "when_text": other.when_text, "when_precision": other.when_precision}
        )
        linked = other.same_as or other.id if same_voice and _voice(other) == _voice(figure) else None
        return replace(
            figure,
            **changes,
            same_as=linked,
            actor=figure.actor or other.actor,
            rules=(*figure.rules, "restated"),
        )
    return figure


def _voice(figure: Figure) -> str | None:
    return figure.attributed_to.name if figure.attributed_to else None


def _same_fact(figure: Figure, other: Figure) -> bool:
    """Whether two figures count the same: measure, unit, bounds, scope, what is stated of the group, times
    that meet.
    """
    if (figure.measure, figure.unit, figure.low, figure.high) != (
        other.measure,
        other.unit,
        other.low,
        other.high,
    ):
        return False
    if figure.explicit != other.explicit or figure.facets != other.facets or not figure.explicit:
        return False
    if "background" in (figure.scope, other.scope) and figure.scope != other.scope:
        return False
    if figure.subset_of == other.id or "gapped-place" in figure.rules:
        return False
    worth = figure.low if figure.low is not None else figure.high
    near = _same_place(figure, other)
    return near and (worth is None or worth > SMALL or _meet(figure.when, other.when))


def _same_place(figure: Figure, other: Figure) -> bool:
    if figure.place is None or other.place is None or figure.place.name == other.place.name:
        return True
    return figure.place.country == other.place.country


def _meet(left: str | None, right: str | None) -> bool:
    one, two = edtf_days(left), edtf_days(right)
    return one is not None and two is not None and _overlap(one, two)


def _overlap(one: tuple[date, date], two: tuple[date, date]) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]
