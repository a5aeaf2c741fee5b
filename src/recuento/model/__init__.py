"""The nouns of recuento: frozen records that every stage takes and gives, importing nothing else of ours."""

from recuento.model.account import IncidentAccount
from recuento.model.asof import AsOf, as_of, first_day, last_day
from recuento.model.claim import (
    PRECISIONS,
    Actor,
    Base,
    Claim,
    Claimant,
    Demand,
    Figure,
    Incident,
    PersonNamed,
    PlaceRef,
    Statement,
)
from recuento.model.errors import LedgerError, RecuentoError, UsageError
from recuento.model.identity import content_id
from recuento.model.judgement import VERDICTS, Judgement
from recuento.model.mention import Attribution, PlaceMention, TimeMention
from recuento.model.problem import Problem
from recuento.model.report import Report, Source

__all__ = [
    "PRECISIONS",
    "VERDICTS",
    "Actor",
    "AsOf",
    "Attribution",
    "Base",
    "Claim",
    "Claimant",
    "Demand",
    "Figure",
    "Incident",
    "IncidentAccount",
    "Judgement",
    "LedgerError",
    "PersonNamed",
    "PlaceMention",
    "PlaceRef",
    "Problem",
    "RecuentoError",
    "Report",
    "Source",
    "Statement",
    "TimeMention",
    "UsageError",
    "as_of",
    "content_id",
    "first_day",
    "last_day",
]
