"""From claims to accounts: the incidents of one report and its running tolls."""

from collections.abc import Sequence

from recuento.link.drafts import Draft, fit, freeze
from recuento.link.parts import with_sub_incidents
from recuento.model import Claim, Figure, Incident, IncidentAccount
from recuento.relations.dates import read_interval
from recuento.relations.figures import RUNNING, figures_of, first_statement, text_order
from recuento.relations.kinds import AGGREGATE, OF_CUSTODY, may_be_one, takes
from recuento.relations.places import place_relation

LIST_GAP = 6  # characters between two quotes that stand in one list: a comma, or a word such as "and"


def gather_each(claims: Sequence[Claim]) -> list[IncidentAccount]:
    """The accounts that the claims give, report by report: incidents, background, and running tolls.

    Figures with scope incident are put with the incident whose date and place they fit; background figures
    make incidents of their own; running tolls and states are never put with a single incident but gathered by
    place and as-of date. The order of the claims changes nothing.
    """
    by_report: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=text_order):
        by_report.setdefault(claim.report, []).append(claim)
    return [account for report in sorted(by_report) for account in freeze(_drafts(by_report[report]))]


def _drafts(claims: Sequence[Claim]) -> list[Draft]:
    """The drafts of one report's claims, which are in the order of the text."""
    figures = figures_of(claims)
    incidents = _incident_drafts([claim for claim in claims if isinstance(claim, Incident)])
    backgrounds: list[Draft] = []
    running: list[Draft] = []
    held: dict[str, Draft] = {}
    for figure in _roots_first(figures):
        anchor = held.get(_anchor(figure, figures))
        if figure.scope in RUNNING and not _is_one_victim(figure):
            drafts = running
        else:
            drafts = backgrounds if figure.scope == "background" else incidents
        draft = (
            anchor
            if anchor is not None and any(anchor is one for one in drafts)
            else _place_for(figure, drafts)
        )
        draft.add(figure)
        held[figure.id] = draft
    _name_main(incidents)
    return [*with_sub_incidents(incidents, figures), *backgrounds, *running]


def _is_one_victim(figure: Figure) -> bool:
    """Whether a state tells of one victim ("the boy is in a serious condition"): that is no running count."""
    return figure.scope == "stock" and not figure.explicit and figure.low == figure.high == 1


def _roots_first(figures: dict[str, Figure]) -> list[Figure]:
    """First statements and wholes before restatements and parts, so that these find them placed."""
    return sorted(
        figures.values(),
        key=lambda f: f.same_as is not None or f.subset_of is not None or f.remainder_of is not None,
    )


def _anchor(figure: Figure, figures: dict[str, Figure]) -> str:
    """The claim that a figure stands with: what it restates, its whole, or what it is listed after."""
    first = first_statement(figure, figures)
    if first.id != figure.id:
        return first.id
    return figure.subset_of or figure.remainder_of or _listed_after(figure, figures)


def _listed_after(figure: Figure, figures: dict[str, Figure]) -> str:
    """The figure just before one in a list of harms ("12 dead, 100 injured"): one clause, one incident.

    Can be wrong where a comma ends one incident and the next begins without a word between.
    """
    for other in figures.values():
        gap = figure.quote_start - other.quote_end
        alike = (
            other.report == figure.report and other.scope == figure.scope and other.measure != figure.measure
        )
        if 0 <= gap <= LIST_GAP and alike and place_relation(other.place, figure.place) != "apart":
            return other.id
    return ""


def _incident_drafts(incidents: Sequence[Incident]) -> list[Draft]:
    drafts: list[Draft] = []
    for claim in incidents:
        for draft in drafts:
            agreed = fit(draft, claim)
            if (
                agreed is not None
                and may_be_one(draft.incident_type, claim.incident_type)
                and (agreed or _bare(claim))
            ):
                draft.add(claim)
                break
        else:
            drafts.append(Draft(role="other"))
            drafts[-1].add(claim)
    return drafts


def _bare(claim: Figure | Incident) -> bool:
    """Whether a claim tells neither a date nor a place, so that only its type can put it with an incident."""
    return read_interval(claim.when) is None and claim.place is None


def _place_for(figure: Figure, drafts: list[Draft]) -> Draft:
    """The draft that a figure fits best (most agreement, then the nearest in the text), or a new one."""
    if figure.scope == "incident" or _is_one_victim(figure):
        fitting = [(agreed, draft) for draft in drafts if (agreed := _agreement(draft, figure)) is not None]
        if fitting:
            return max(fitting, key=lambda pair: (pair[0], -_apart(pair[1], figure)))[1]
    else:
        for draft in drafts:
            if _same_toll(draft, figure):
                return draft
    running = figure.scope in RUNNING and not _is_one_victim(figure)
    role, kind = ("aggregate", AGGREGATE) if running else ("other", "unknown")
    drafts.append(Draft(role="background" if figure.scope == "background" else role, incident_type=kind))
    return drafts[-1]


def _agreement(draft: Draft, figure: Figure) -> int | None:
    return fit(draft, figure) if takes(draft.incident_type, figure.measure) else None


def _apart(draft: Draft, figure: Figure) -> int:
    """Characters between a figure and the nearest claim of a draft."""
    return min((abs(claim.start - figure.start) for claim in draft.claims), default=10**9)


def _same_toll(draft: Draft, figure: Figure) -> bool:
    """Whether a running toll or background figure is of the place and the date that a draft already holds."""
    first = draft.claims[0]
    same_place = place_relation(draft.place, figure.place) == "same" or (
        draft.place is None and figure.place is None
    )
    return same_place and read_interval(first.when) == read_interval(figure.when)


def _name_main(drafts: list[Draft]) -> None:
    """Give the role main to the incident that carries the most figures of harm, of equals the first told.

    An arrest is told with what it follows, so its figures count only where no harm is told.
    """
    if drafts:
        best = max(drafts, key=lambda d: (*_figures(d), -min(claim.start for claim in d.claims)))
        best.role = "main"


def _figures(draft: Draft) -> tuple[int, int]:
    """How many figures a draft holds: of harm or protest, and in all."""
    told = [one for one in draft.claims if isinstance(one, Figure) and one.modality != "threatened"]
    return sum(figure.measure not in OF_CUSTODY for figure in told), len(told)
