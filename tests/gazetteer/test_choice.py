"""Which index is used."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recuento.gazetteer import GazetteerError, import_path, index_path, open_gazetteer
from recuento.gazetteer.gazetteer import INDEX


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("RECUENTO_GAZETTEER", raising=False)
    open_gazetteer.cache_clear()
    yield
    open_gazetteer.cache_clear()


def test_without_an_import_the_packages_own_is_used() -> None:
    assert index_path() == INDEX


def test_an_import_in_the_data_folder_is_used(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_path().parent.mkdir()
    import_path().write_bytes(base.read_bytes())
    assert index_path() == import_path()
    assert open_gazetteer().lookup("Atlantis")
    monkeypatch.setenv("RECUENTO_GAZETTEER", "bundled")
    assert index_path() == INDEX


def test_a_path_may_be_set(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECUENTO_GAZETTEER", str(base))
    assert index_path() == import_path() == base
    assert open_gazetteer().lookup("Atlantis")


def test_a_path_that_is_set_and_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RECUENTO_GAZETTEER", str(tmp_path / "none.idx"))
    with pytest.raises(GazetteerError, match=r"none\.idx"):
        open_gazetteer()
