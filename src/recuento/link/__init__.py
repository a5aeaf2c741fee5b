"""The link stage: which accounts, over all reports, are of one incident. See README.md."""

from recuento.link.join import find_incident
from recuento.link.link import Linked, link

__all__ = ["Linked", "find_incident", "link"]
