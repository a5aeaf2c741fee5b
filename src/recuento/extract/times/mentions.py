"""From a report's sentences to its time mentions: find, resolve, and join the ends of intervals."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from recuento.extract.sentences import Sentence
from recuento.extract.times.finder import Found, Line, candidates, lines
from recuento.extract.times.lexicon import Lexicon
from recuento.extract.times.period import DAY, Period, edtf_span, first_day, last_day, shift, shift_years
from recuento.extract.times.readings import NOTHING, PAIR, READINGS
from recuento.extract.times.scene import Scene, Value, dated, reference_period
from recuento.language import Pack
from recuento.model import TimeMention, UsageError


class Read:
    """One expression as read: words `first` to before `last` of a line, its value and its rule."""

    __slots__ = ("first", "last", "line", "rule", "value")

    def __init__(self, line: Line, first: int, last: int, value: Value, rule: str) -> None:
        self.line = line
        self.first = first
        self.last = last
        self.value = value
        self.rule = rule


@cache
def lexicon_of(pack: Pack) -> Lexicon:
    """The compiled `dates.yml` of a pack, compiled once. Raises UsageError where the file does not fit."""
    lexicon = Lexicon(pack)
    unknown = {rule.reads for rule in lexicon.words.rules} - READINGS.keys() - {NOTHING, PAIR}
    if unknown:
        raise UsageError(
            f"language pack {pack.language}: dates.yml: no reading named {', '.join(sorted(unknown))}"
        )
    return lexicon


def find_times(
    text: str,
    sentences: Sequence[Sentence],
    pack: Pack,
    *,
    reference: str | None,
    only: Sequence[tuple[int, int]] | None = None,
) -> tuple[TimeMention, ...]:
    """The time expressions of a text, in order, each resolved as far as words and reference date allow.

    `sentences` are the text's; `reference` is the published date (EDTF: a day, month or year), without which
    words such as "yesterday" stay unresolved. `only` restricts the work to sentences that touch one of its
    spans. An interval ("3 and 4 July") is given beside its ends, as a DURATION over them: see `outermost`.
    Raises UsageError where the pack's `dates.yml` does not fit.
    """
    lexicon = lexicon_of(pack)
    scene = Scene(lexicon, reference_period(reference))
    mentions: list[TimeMention] = []
    for line in lines(text, sentences, lexicon, only):
        reads = list(read_line(line, scene))
        reads += intervals(reads, lexicon)
        mentions += [mention(text, one) for one in sorted(reads, key=lambda one: (one.first, one.last))]
    return tuple(mentions)


def outermost(mentions: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The mentions without those that lie inside an interval's: "3 and 4 July" once, not thrice."""
    return tuple(
        one
        for one in mentions
        if not any(
            other is not one
            and other.start <= one.start
            and one.end <= other.end
            and len(other.text) > len(one.text)
            for other in mentions
        )
    )


def full_date(mentions: Sequence[TimeMention]) -> str | None:
    """The first complete day among the mentions: a reference for a report that has no date of its own."""
    return next((one.edtf for one in mentions if one.type == "DATE" and one.precision == "day"), None)


def mention(text: str, one: Read) -> TimeMention:
    """The record of what was read."""
    start, end = one.line.words[one.first].start, one.line.words[one.last - 1].end
    value = one.value
    return TimeMention(
        start=start, end=end, text=text[start:end], type=value.type, timex=value.timex, edtf=value.edtf,
        precision=value.precision, rule=one.rule,
    )  # fmt: skip


def read_line(line: Line, scene: Scene) -> Iterator[Read]:
    """The expressions of one sentence, left to right, none overlapping."""
    at = 0
    while begins := scene.lexicon.start.search(line.characters, at):
        at = begins.start()
        reads, last = read_at(line, at, scene)
        for one in reads:
            scene.note(one.value, line.passage, told=one.rule not in scene.lexicon.words.compared)
            yield one
        at = max(last, at + 1)


def read_at(line: Line, at: int, scene: Scene) -> tuple[list[Read], int]:
    """What begins at a word, by the longest form that can be read, and the word after it."""
    for found in candidates(line, at, scene.lexicon):
        if found.rule.reads == NOTHING:
            return [], found.last
        if found.rule.reads == PAIR:
            pair = read_pair(found, scene)
            if pair:
                return pair, found.last
            continue
        value = READINGS[found.rule.reads](found, scene)
        if value is not None:
            return [Read(line, found.first, found.last, value, found.rule.name)], found.last
    return [], at + 1


def read_pair(found: Found, scene: Scene) -> list[Read]:
    """Two dates that share a month or year ("3 and 4 July 2023"), each by itself; empty if one can't be."""
    pair: list[Period] = []
    for own in ("", "2"):
        slots = {name: span for name, span in found.slots.items() if not name.endswith("2")}
        if own:
            slots |= {name[:-1]: span for name, span in found.slots.items() if name.endswith(own)}
        value = READINGS["date"](found._replace(slots=slots), scene)
        if value is None or value.period is None:
            return []
        pair.append(value.period)
    first, second = pair
    begins, ends = first_day(first), first_day(second)
    if begins and ends and begins > ends:
        first = shift_years(first, -1) or first
    values = dated(first), dated(second)
    if values[0] is None or values[1] is None:
        return []
    cut = min(span[0] for name, span in found.slots.items() if name.endswith("2"))
    before = max(span[1] for name, span in found.slots.items() if span[1] <= cut)
    return [
        Read(found.line, found.first, before, values[0], found.rule.name),
        Read(found.line, cut, found.last, values[1], found.rule.name),
    ]


def intervals(reads: Sequence[Read], lexicon: Lexicon) -> Iterator[Read]:
    """The intervals between neighbours that a link joins: "28 Oct to 2 Nov", "between 1986 and 1990"."""
    for one, other in pairwise(reads):
        if (
            one.value.period is None
            or one.value.type != other.value.type  # "ayer a las 6.20" is no stretch
            or other.value.period in (None, one.value.period)
            or not linked(one, other, lexicon)
        ):
            continue
        written = edtf_span(one.value.period, other.value.period)
        first, last = first_day(one.value.period), last_day(other.value.period)
        if written is None or first is None or last is None:
            continue
        days = (last - first).days + 1
        exact = one.value.period.unit == other.value.period.unit == "Y"
        amount = f"P{last.year - first.year}Y" if exact else f"P{days}D"
        value = Value("DURATION", amount, written, "year" if exact else "days")
        yield Read(one.line, one.first, other.last, value, "interval")


def linked(one: Read, other: Read, lexicon: Lexicon) -> bool:
    """Whether the words between two expressions make them the ends of an interval."""
    between = [word.lower for word in one.line.words[one.last : other.first]]
    words = lexicon.words
    if (
        not between
        or len(between) > 2
        or any(word not in words.range_links | words.pair_links for word in between)
    ):
        return False
    if not words.pair_links.issuperset(between):
        return True
    before = one.line.words[one.first - 1].lower if one.first else ""
    return before in words.pair_openers or (one.rule == other.rule and follows(one, other))


def follows(one: Read, other: Read) -> bool:
    """Whether the second is the very next day, named by the same form: "3 and 4 July" is one stretch."""
    first, second = one.value.period, other.value.period
    return first is not None and second is not None and first.unit == DAY and shift(first, 1) == second
