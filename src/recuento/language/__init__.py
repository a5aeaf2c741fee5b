"""Language packs: folders of data. Logic stands in the stages; words stand here."""

from recuento.language.pack import Pack, load_pack, pack_languages

__all__ = ["Pack", "load_pack", "pack_languages"]
