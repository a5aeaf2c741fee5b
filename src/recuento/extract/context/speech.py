"""Who says what stands in a span, and how it is put forward."""

from recuento.extract.attributions import attribution_at, cue_modality
from recuento.extract.context.words import ContextWords
from recuento.extract.layers import Layers
from recuento.model import Claimant


class SpeechContext:
    """The attributions of a report, asked by span."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.aside = layers.pack.section("context", ContextWords).aside

    def claimant_for(self, start: int, end: int) -> Claimant | None:
        """Who says what stands in a span; None for the writer's own voice."""
        found = attribution_at(self.layers.attributions, start, end)
        if found is None or not found.name:
            return None
        return Claimant(
            name=found.name,
            kind=found.kind,
            start=found.source_start,
            end=found.source_end,
            chain=found.chain,
        )

    def modality_for(self, start: int, end: int) -> str:
        """How the one who says it puts it forward: the class of the verb of saying, asserted where there is
        none.
        """
        found = attribution_at(self.layers.attributions, start, end)
        told = cue_modality(found.cue, self.layers.pack) if found is not None else None
        if found is None or told is None or (told != "alleged" and self._is_aside(found.start, start)):
            return "asserted"
        return told

    def _is_aside(self, said: int, start: int) -> bool:
        """Whether a clause of its own begins between what is said and a figure: "acknowledged the crash, in
        which 45".
        """
        between = self.layers.report.text[said:start].lower().split()
        return not self.aside.isdisjoint(between)
