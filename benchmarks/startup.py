"""How long commands take to start, beside a bare `import sqlalchemy`.

    python benchmarks/startup.py [REPORT]

Prints the least of some runs of each, its ratio to the yardstick, and the most that it may be; ends with 1
where one is more. REPORT is one of the example reports if not given.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from recuento.examples import example_paths

RUNS = 7
PROGRAM = [sys.executable, "-m", "recuento"]


def least(command: list[str]) -> float:
    """The least wall-clock seconds of some runs: what disturbs a run can only make it longer."""
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return min(taken)


def main() -> None:
    """Measure and print."""
    report = sys.argv[1] if len(sys.argv) > 1 else str(example_paths()[0])
    yardstick = least([sys.executable, "-c", "import sqlalchemy"])
    print(f"import sqlalchemy: {yardstick:.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "recuento.db")
        limits = {
            ("--version",): 3.0,
            ("read", report, "--format", "jsonl", "--no-ledger"): 6.0,
            ("read", report, "--format", "jsonl", "--ledger", ledger, "--again"): 6.0,
        }
        late = False
        for arguments, limit in limits.items():
            ratio = least([*PROGRAM, *arguments]) / yardstick
            late |= ratio > limit
            print(f"recuento {' '.join(arguments)}: {ratio:.2f} times that (at most {limit:g})")
    sys.exit(1 if late else 0)


if __name__ == "__main__":
    main()
