"""Which index is used: the one that was imported, where there is one, else the package's own."""

from functools import cache
from pathlib import Path

from recuento.gazetteer.gazetteer import INDEX, Gazetteer
from recuento.settings import data_folder, load_settings

AUTO, BUNDLED = "auto", "bundled"
IMPORTED = "gazetteer.idx"


def import_path() -> Path:
    """Where an import is kept: at the path of the setting `gazetteer`, else in the user's data folder."""
    setting = load_settings().gazetteer
    return data_folder() / IMPORTED if setting in (AUTO, BUNDLED) else Path(setting).expanduser()


def index_path() -> Path:
    """The index that the setting `gazetteer` names: see docs/settings.md."""
    setting = load_settings().gazetteer
    path = import_path()
    return INDEX if setting == BUNDLED or (setting == AUTO and not path.exists()) else path


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer in use, opened once. Raises GazetteerError as `Gazetteer` does."""
    return Gazetteer(index_path())
