"""The mentions of one report, asked by span: one object for the stages that follow."""

from recuento.extract.context.places import PlaceContext
from recuento.extract.context.speech import SpeechContext
from recuento.extract.context.surroundings import Surroundings
from recuento.extract.context.times import TimeContext
from recuento.extract.layers import Layers
from recuento.model import Claimant, PlaceRef, TimeMention


class Context:
    """What holds for a span of a report: by clause, then sentence, passage and report."""

    def __init__(self, layers: Layers, title_place: PlaceRef | None = None) -> None:
        self.around = Surroundings(layers)
        self.times = TimeContext(layers, self.around)
        self.places = PlaceContext(layers, self.around, title_place)
        self.speech = SpeechContext(layers)

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that holds an offset."""
        return self.around.sentence_at(start)

    def own_place(self, start: int) -> bool:
        """Whether the sentence at an offset names a place."""
        return self.places.own_place(start)

    def place_for(
        self, start: int, end: int, *, number: tuple[int, int] | None = None, reach: str = "incident"
    ) -> PlaceRef | None:
        """The place that holds for a span; see `PlaceContext.place_for`."""
        return self.places.place_for(start, end, number=number, reach=reach)

    def present(self, start: int, end: int) -> bool:
        """Whether the time nearest to a span in its sentence is the present ("now stands at")."""
        return self.times.present(start, end)

    def time_for(self, start: int, end: int) -> TimeMention | None:
        """The time that holds for a span; see `TimeContext.time_for`."""
        return self.times.time_for(start, end)

    def own_time(self, start: int, end: int) -> TimeMention | None:
        """The time in the span's own sentence, resolved or not, or None."""
        return self.times.own_time(start, end)

    def is_start(self, time: TimeMention, end: int) -> bool:
        """Whether a time is only where a count begins ("since late November")."""
        return self.times.is_start(time, end)

    def claimant_for(self, start: int, end: int) -> Claimant | None:
        """Who says what stands in a span; None for the writer's own voice."""
        return self.speech.claimant_for(start, end)

    def modality_for(self, start: int, end: int) -> str:
        """How the one who says it puts it forward."""
        return self.speech.modality_for(start, end)
