"""What the tests of imports share: a small index in place of the package's own, and what imports."""

from pathlib import Path
from typing import Any

import pytest
from gazetteer_dumps import Import

from recuento.gazetteer import Gazetteer
from recuento.gazetteer.compiling import write_places
from recuento.gazetteer.importer import ImportPlan, import_dumps
from recuento.gazetteer.place import Place

BASE = [
    Place(
        "Atlantis", "country", "country", 10.0, 20.0, "XA", geonames=1, names={"atlantis"}, forms=("A.T.",)
    ),
    Place("Azure Coast", "region", "larger", 11.0, 21.0, "XA", geonames=2, radius=80, names={"azure coast"}),
    Place("Marina", "adm1", "adm1", 12.0, 22.0, "XA", "01", population=900, names={"marina"}, lesser=True),
    Place("Southland", "adm1", "adm1", 9.0, 19.0, "XA", "09", geonames=9, names={"southland"}),
    Place("Reef County", "adm2", "adm2", 12.5, 22.5, "XA", "01", radius=45, names={"reef county", "reef"}),
    Place(
        "Port Azure", "city", "settlement", 12.1, 22.1, "XA", "01", 7, 900, names={"port azure", "azurport"}
    ),
    Place("Oldtown", "city", "settlement", 12.2, 22.2, "XA", "01", 8, 50, names={"oldtown"}),
]


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "base.idx"
    write_places(path, BASE, {"atlantean": "XA"})
    return path


@pytest.fixture
def imported(base: Path, tmp_path: Path) -> Import:
    """Imports dumps (and what else an ImportPlan may name) and opens the index."""

    def run(*dumps: Path, **plan: Any) -> Gazetteer:
        out = tmp_path / "out.idx"
        import_dumps(ImportPlan(dumps=dumps, out=out, base=base, **plan))
        return Gazetteer(out)

    return run
