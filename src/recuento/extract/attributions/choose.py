"""Choosing who is said to speak of a span."""

from collections.abc import Iterable

from recuento.model import Attribution

# Rules that tie words to somebody without making them the source of a figure.
PASSED_OVER = frozenset({"attitude", "negated-report", "continued-report", "own-voice"})
# Rules whose source holds for a passage: any source named in the sentence goes before it.
OF_PASSAGES = frozenset(
    {
        "bracketed-source",
        "source-line",
        "colon-label",
        "labelled-speech",
        "signed-post",
        "announced-text",
        "issued-text",
    }
)


def attribution_at(
    attributions: Iterable[Attribution], start: int, end: int, *, continued: bool = False
) -> Attribution | None:
    """The most specific attribution whose content covers a span, or None where the writer speaks.

    The shortest content wins, and a sentence's source beats a passage's; of equal ones the source that the
    other relies on. `continued` also takes in sentences that only go on with a report ("continued-report").
    """
    best: Attribution | None = None
    for found in attributions:
        if not (found.start <= start and end <= found.end):
            continue
        if found.rule in PASSED_OVER and not (continued and found.rule == "continued-report"):
            continue
        if best is None or _key(found) < _key(best):
            best = found
    return best


def _key(found: Attribution) -> tuple[bool, int, int, int]:
    return found.rule in OF_PASSAGES, found.end - found.start, -len(found.chain), -(found.source_start or 0)
