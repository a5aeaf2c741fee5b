"""Twenty invented dispatches of ten incidents, with ten relays and five copies of some of them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from link_examples import Text


@cache
def told() -> dict[str, dict[str, dict[str, Any]]]:
    """The file `dispatches.yml`."""
    path = Path(__file__).with_name("dispatches.yml")
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def texts() -> list[Text]:
    """All thirty-five reports."""
    made = []
    for day, kind in ((16, "dispatches"), (17, "relays")):
        for name, one in told()[kind].items():
            made.append(Text(name, f"2031-05-{day}", one["words"], one["outlet"]))
    for name, one in told()["copies"].items():
        words = told()["dispatches"][one["of"]]["words"]
        words = words if one["marked"] else words.split(") - ", 1)[-1]
        made.append(Text(name, "2031-05-17", words, one["outlet"]))
    return made


def expected() -> dict[str, str]:
    """For each report, the dispatch that its account depends on."""
    copied = {name: one["of"] for kind in ("relays", "copies") for name, one in told()[kind].items()}
    return {name: name for name in told()["dispatches"]} | copied
