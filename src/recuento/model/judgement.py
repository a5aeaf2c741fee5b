"""What a person decided of two accounts: whether they are of one incident."""

import msgspec

VERDICTS = ("positive", "negative", "unsure", "withdrawn")


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision, never changed: a later one of the same two accounts takes its place.

    `left` and `right` are ids of claims, and mean the accounts that hold them: so a judgement outlives the
    ids of accounts and incidents. `verdict` is positive (one incident), negative (two), unsure (looked at and
    left open: the machine does not join them), or withdrawn (as if never judged). `weight` is what the
    machine had said, in log-odds, where it had said anything; `judged` an ISO 8601 time in UTC.
    """

    left: str
    right: str
    verdict: str
    author: str
    reason: str
    judged: str
    weight: float | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two claims in the order of their ids, which is the same whichever was named first."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)
