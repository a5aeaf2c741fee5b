"""`recuento annotate`: the layers beneath the claims, one item a line."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from recuento.cli.commands.read import ReadFacts
from recuento.cli.exits import DONE, say_problems
from recuento.cli.options import command, new_app
from recuento.cli.output import Format, show
from recuento.cli.progress import followed
from recuento.cli.views.layers import LAYERS, view_of
from recuento.pipeline import layers_of, numbers_of, read_reports
from recuento.read import count_sources
from recuento.settings import load_settings

app = new_app()
