"""The records of linking: a link between two accounts with its reasons, and trouble with judgements."""

import msgspec

SLUGS = {
    "judgements-clash": "Accounts judged to be one incident are kept apart by another judgement: judge anew.",
    "judgement-without-account": "A claim of a judgement is no longer read: the judgement rests until it is.",
}


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison of a link: its name, what it weighs (log-odds, positive speaks for), and the words."""

    comparison: str
    weight: float
    words: str


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """How two accounts stand: what the machine proposes and why, and what a person decided.

    `weight` is in log-odds, 0 the threshold. `state` is proposed (one incident, by the machine), possible
    (two incidents that are near the threshold), accepted, rejected or unsure (judged by `judged_by`). `left`
    and `right` are ids of accounts, `incident` and `other` the incidents that they are in.
    """

    id: str
    state: str
    weight: float
    left: str
    right: str
    left_report: str
    right_report: str
    left_words: str
    right_words: str
    incident: str
    other: str
    reasons: tuple[Reason, ...]
    judged_by: str | None = None
    judged_because: str | None = None


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a person should know of judgements: a slug of SLUGS, the words, the claims."""

    slug: str
    message: str
    claims: tuple[str, ...]
