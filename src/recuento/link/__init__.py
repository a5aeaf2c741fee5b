"""The link stage: which accounts, over all reports, are of one incident. See README.md."""

from recuento.link.join import find_incident
from recuento.link.link import Linked, link
from recuento.link.records import SLUGS, Link, Reason, Trouble

__all__ = ["SLUGS", "Link", "Linked", "Reason", "Trouble", "find_incident", "link"]
