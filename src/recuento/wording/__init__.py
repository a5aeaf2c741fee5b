"""What recuento says, in the language of who reads it. See README.md."""

from recuento.wording.wording import ENGLISH, Wording, load_wording, wording_locales

__all__ = ["ENGLISH", "Wording", "load_wording", "wording_locales"]
