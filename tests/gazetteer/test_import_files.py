"""Files of an import: archives, wrong lines, wrong files, the same bytes, an index never half there."""

import zipfile
from pathlib import Path

import pytest
from gazetteer_dumps import Import, alternate, row, write

from recuento.gazetteer import GazetteerError
from recuento.gazetteer.importer import Imported, ImportPlan, import_dumps
from recuento.gazetteer.info import index_info
from recuento.gazetteer.lines import SLUGS
from recuento.model import RecuentoError, UsageError

GOOD = row(70, "Newtown")


def run(base: Path, out: Path, *dumps: Path) -> Imported:
    return import_dumps(ImportPlan(dumps=dumps, out=out, base=base))


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return path


def test_a_wrong_line_is_named_and_the_rest_goes_on(base: Path, tmp_path: Path) -> None:
    bad = [
        row(71, "Far North", at=(99, 0)),
        row(72, "Many", people="-4"),
        row(73, "None").replace("73", "x", 1),
    ]
    dump = write(tmp_path / "XA.txt", "one\ttwo", GOOD, *bad, row(74, "Newville"))
    dump.write_bytes(dump.read_bytes() + row(75, "Bytes").encode().replace(b"Bytes", b"\xff\xfe") + b"\n")
    done = run(base, tmp_path / "out.idx", dump)
    assert [problem.message.split(":")[0] for problem in done.problems] == [
        f"line {n}" for n in (1, 3, 4, 5, 7)
    ]
    assert {problem.slug for problem in done.problems} == set(SLUGS)
    assert "2 columns" in done.problems[0].message
    assert done.wrong == 5
    assert "7 lines, 2 kept, 5 wrong" in index_info(done.path).made_from[0]


def test_of_many_wrong_lines_the_first_are_named_and_all_counted(base: Path, tmp_path: Path) -> None:
    done = run(base, tmp_path / "out.idx", write(tmp_path / "XA.txt", GOOD, *["wrong"] * 3000))
    assert (len(done.problems), done.wrong) == (20, 3000)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (alternate(1, 70, "es", "Villa") + "\n", "not a dump of GeoNames: line 1: 10 columns"),
        ("", "it is empty"),
        ("wrong\n" * 5000 + GOOD, "line 1: 1 columns"),
        ("x" * 3_000_000, "line 1 does not end"),
    ],
)
def test_a_file_of_another_kind_is_refused(base: Path, tmp_path: Path, content: str, told: str) -> None:
    dump = tmp_path / "XA.txt"
    dump.write_text(content)
    with pytest.raises(GazetteerError, match=told):
        run(base, tmp_path / "out.idx", dump)


def test_a_dump_is_no_file_of_names(base: Path, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", GOOD)
    plan = ImportPlan(dumps=(dump,), names=dump, out=tmp_path / "out.idx", base=base)
    with pytest.raises(GazetteerError, match="not a file of alternate names"):
        import_dumps(plan)


def test_a_file_that_is_not_there_is_wrong_use(base: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file"):
        run(base, tmp_path / "out.idx", tmp_path / "none.txt")


def test_archives_give_the_same_bytes(base: Path, tmp_path: Path) -> None:
    plain = run(base, tmp_path / "a.idx", write(tmp_path / "XA.txt", GOOD, row(71, "Newville")))
    text = (tmp_path / "XA.txt").read_text()
    packed = run(base, tmp_path / "b.idx", zipped(tmp_path / "XA.zip", readme="Read me", XA=text))
    assert plain.path.read_bytes() == packed.path.read_bytes()


def test_an_archive_without_the_data_says_what_it_holds(base: Path, tmp_path: Path) -> None:
    archive = zipped(tmp_path / "XA.zip", one=GOOD, two=GOOD)
    with pytest.raises(GazetteerError, match=r"no XA\.txt, but one\.txt, two\.txt"):
        run(base, tmp_path / "out.idx", archive)


def test_a_damaged_archive_is_told_and_the_old_index_stays(base: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.idx"
    run(base, out, write(tmp_path / "XA.txt", GOOD))
    before = out.read_bytes()
    archive = zipped(tmp_path / "XA.zip", XA=f"{GOOD}\n" * 50)
    content = bytearray(archive.read_bytes())
    content[2000] ^= 255
    archive.write_bytes(content)
    with pytest.raises(GazetteerError, match="damaged"):
        run(base, out, archive)
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["XA.txt", "XA.zip", "out.idx"]


def test_a_file_that_is_no_index_is_not_replaced(base: Path, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", GOOD)
    before = dump.read_bytes()
    with pytest.raises(UsageError, match="no gazetteer index"):
        run(base, dump, dump)
    assert dump.read_bytes() == before


def test_where_nothing_can_be_written_it_is_said(base: Path, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", GOOD)
    with pytest.raises(RecuentoError, match="failed"):
        run(base, dump / "below" / "out.idx", dump)


def test_progress_ends_where_it_said(base: Path, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", *(row(100 + at, "Newtown", names="Town" * 500) for at in range(1500)))
    told: list[tuple[str, int, int]] = []
    import_dumps(
        ImportPlan(dumps=(dump,), out=tmp_path / "out.idx", base=base),
        lambda what, done, total: told.append((what, done, total)),
    )
    ends = {what: (done, total) for what, done, total in told}
    assert all(done == total > 0 for done, total in ends.values())
    assert len(ends) == 2


def test_what_is_told_of_an_index(imported: Import, base: Path, tmp_path: Path) -> None:
    imported(write(tmp_path / "XA.txt", GOOD, row(71, "Newville", changed="2024-05-06")))
    info = index_info(tmp_path / "out.idx")
    assert (info.which, info.places, info.newest, info.scripts) == ("imported", 9, "2024-05-06", "latin")
    assert info.names == index_info(base).names + 2
    assert index_info(base).which == "bundled"
    assert not info.current  # the small index of the tests is not the package's own
