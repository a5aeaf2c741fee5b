"""Language packs: folders of data. Logic stands in the stages; words stand here."""

from recuento.language.holdings import Holdings, holdings
from recuento.language.pack import Pack, load_pack, pack_languages
from recuento.language.start import start_pack

__all__ = ["Holdings", "Pack", "holdings", "load_pack", "pack_languages", "start_pack"]
