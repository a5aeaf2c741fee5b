"""The link stage: which accounts, over all reports, are of one incident. See README.md."""

from recuento.link.copies import CopyGroup, Dependence, group_of_report, independent
from recuento.link.join import find_incident
from recuento.link.link import Linked, link
from recuento.link.records import SLUGS, Link, Reason, Trouble

__all__ = [
    "SLUGS",
    "CopyGroup",
    "Dependence",
    "Link",
    "Linked",
    "Reason",
    "Trouble",
    "find_incident",
    "group_of_report",
    "independent",
    "link",
]
