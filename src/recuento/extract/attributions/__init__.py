"""Who says so: attributions with their contents, sources, cues and relays. See README.md in this folder."""

from recuento.extract.attributions.choose import attribution_at
from recuento.extract.attributions.find import find_attributions
from recuento.extract.attributions.words import cue_modality

__all__ = ["attribution_at", "cue_modality", "find_attributions"]
