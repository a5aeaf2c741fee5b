"""`recuento gazetteer import` and `info`, with the package's own index as the ground."""

import json
from pathlib import Path

import pytest
from gazetteer_dumps import row, write
from typer.testing import CliRunner

from recuento.cli import app
from recuento.gazetteer import Gazetteer


def test_import_then_info(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("RECUENTO_GAZETTEER", raising=False)
    dump = write(tmp_path / "PE.txt", row(990_000_001, "Qorivalle", country="PE", admin1="99"), "wrong")
    ran = CliRunner().invoke(app, ["gazetteer", "import", str(dump)])
    assert ran.exit_code == 1
    assert "gazetteer-line: " in ran.stderr
    assert "line 2: 1 columns" in ran.stderr
    told = CliRunner().invoke(app, ["gazetteer", "info"])
    assert told.exit_code == 0
    assert json.loads(told.stdout) == json.loads(ran.stdout)
    info = json.loads(told.stdout)
    assert (info["which"], info["current"]) == ("imported", True)
    gazetteer = Gazetteer(Path(info["path"]))
    assert gazetteer.lookup("Qorivalle")[0].geonames == 990_000_001
    assert gazetteer.lookup("Lima")
    table = CliRunner().invoke(app, ["gazetteer", "info", "--format", "table"])
    assert "PE.txt (2 lines, 1 kept, 1 wrong" in table.stdout


def test_a_missing_dump_is_wrong_use(tmp_path: Path) -> None:
    ran = CliRunner().invoke(
        app, ["gazetteer", "import", str(tmp_path / "none.txt"), "--out", str(tmp_path / "o")]
    )
    assert ran.exit_code == 2
    assert "no file" in ran.stderr
