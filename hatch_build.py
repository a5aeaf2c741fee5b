"""The build hook: compiles the gazetteer's index into the package."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = Path(__file__).parent / "src"


class GazetteerHook(BuildHookInterface[BuilderConfig]):
    """Writes `gazetteer.idx` before a wheel is built, also for an editable installation."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the index and name it as an artifact of the build."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(SOURCES))
        from recuento.gazetteer.build import write_index  # noqa: PLC0415 - the package is on the path only now

        write_index()
        build_data["artifacts"].append("src/recuento/gazetteer/data/gazetteer.idx")
