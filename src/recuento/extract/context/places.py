"""Which place holds for a span."""

import re
from collections.abc import Sequence
from itertools import pairwise

from recuento.extract.context.place_ref import place_ref
from recuento.extract.context.surroundings import AFTER, LEAD, Surroundings, starts_in
from recuento.extract.context.words import ContextWords
from recuento.extract.layers import Layers
from recuento.gazetteer import open_gazetteer
from recuento.model import PlaceMention, PlaceRef

NEAR = 24  # characters between a place and the one that contains it
LISTED = 4  # so many places in a sentence are a list, for which their region stands in the sentence before
HEAD = 60  # characters at the head of a text where a dateline stands
CRIME_REACH = 40  # characters before an arrest's place that may tell it as that of the crime
OPENING = 14  # sentences that may tell the landmark where an incident was
BESIDE = 1.5  # how much less a landmark counts that something was only near
LATER = 0.15  # how much less a landmark counts, a sentence, the later it is told
TOWN = ("adm2", "adm3", "settlement", "near_settlement", "neighbourhood")
QUARTER = "neighbourhood"
SETTLED = ("settlement", "adm3", "adm2")
POINT = "point"
SPOT = ("landmark", POINT)
# Where several are told, people name the building.
FINENESS = {"landmark": 1.0, POINT: 0.5, "neighbourhood": 0.3}
TOOK_PLACE, HARMED = 1.0, 1.5  # how clearly "the shooting happened at" and "was shot at" place an incident
NAMED_SPOT = ("landmark", "unknown-landmark")  # rules; the name of one may be known elsewhere only
ROUND_UP = 3  # so many blocks in an opening are several incidents
STREET = "street"
ROAD = "road"
DATELINE = "dateline"
TOLL = "toll"
CLOSE = 0.35  # degrees: a town and its suburbs
COUNTED = 45  # characters of a clause that tells only a number and its place
GAP = 40  # characters before a place that may hold the number told with it alone
FINE = ("settlement", "neighbourhood", "landmark", "point", "near_settlement", "adm2", "adm3")
WIDE = ("country", "larger")  # names that are doers as often as places ("Norway sent ships")


class PlaceContext:
    """The places of a report, asked by span."""

    def __init__(self, layers: Layers, around: Surroundings, title_place: PlaceRef | None) -> None:
        self.around = around
        self.text = layers.report.text
        self.title_place = title_place
        self.words = layers.pack.section("context", ContextWords)
        facts = [tuple(span) for span in layers.report.facts.values()]
        sources = [
            (a.source_start, a.source_end)
            for a in layers.attributions
            if a.source_start is not None and a.source_end
        ]
        self.places = [
            p
            for p in layers.places
            if p.kind == "place"
            and not starts_in(p, facts)
            and not starts_in(p, sources)
            and self._may_hold(p)
        ]
        self.dateline = next((p for p in layers.places if p.rule == DATELINE), None)
        self.locative = [p for p in self.places if self._is_locative(p)]

    def own_place(self, start: int) -> bool:
        """Whether the sentence at an offset names a place."""
        return bool(self.around.within(self.places, self.around.sentence_at(start)))

    def place_for(
        self, start: int, end: int, *, number: tuple[int, int] | None = None, reach: str = "incident"
    ) -> PlaceRef | None:
        """The place that holds for a span, or None: of its sentence, else of the sentences beside it, lead
        and title.

        `number` is the span of the quantity, which tells between places inside the span. `reach` says how far
        to look: incident and toll (the whole report; an incident's place is made finer by what follows),
        beside (the sentences before and the passage), passage, or own (the sentence alone).
        """
        sentence = self.around.sentence_at(start)
        if reach == "own":
            return self._own_scene(sentence, start, end)
        own = self._of_number(self._located(sentence), number)
        if own and not self._is_list(sentence):
            place = self._innermost(own, (start, end), number)
            return self._in_town(self._at_landmark(self._finer(place, sentence, reach), reach), reach)
        told = self._told_beside(sentence, reach)
        if told is not None:
            return self._in_town(self._at_landmark(told, reach), reach)
        if own:
            return self._in_town(self._innermost(own, (start, end), number), reach)
        if reach not in ("incident", "toll") or self.around.is_item(sentence):
            return None
        dateline = self.dateline if reach == "incident" and not self.text[:HEAD].isupper() else None
        return self.title_place or (place_ref(dateline) if dateline else None)

    def _told_beside(self, sentence: int, reach: str) -> PlaceMention | None:
        """The place of the nearest other sentence that tells one of all its figures, not of one of a list."""
        parts: list[PlaceMention] = []
        for near in self._reached(sentence, reach):
            apart = self.around.sentences[near].passage != self.around.sentences[sentence].passage
            if reach == TOLL and near > sentence and apart:
                continue
            named = [p for p in self._located(near) if p in self.locative or p.precision not in WIDE]
            named = [p for p in named if p in self.locative or p.rule != STREET]
            if reach == TOLL:
                named = [p for p in named if not self._is_thing(p)]
            whole = [p for p in named if not self._number_of(p)]
            if near > sentence:
                far = WIDE if self.words.towns_first else ()
                whole = [p for p in whole if not self._is_counted(p) and p.precision not in far]
            if whole and not self._is_list(near):
                return self._innermost(whole, (whole[0].start, whole[0].end))
            parts.extend(named)
        return self._innermost(parts, (parts[0].start, parts[0].end)) if parts else None

    def _is_thing(self, place: PlaceMention) -> bool:
        """Whether a place is a thing on the ground or a river, where no toll of a town or country is from."""
        named = place.name.lower().split()
        river = not self.words.waters.isdisjoint((named[0], named[-1]))
        return place.precision in SPOT or place.rule == STREET or river

    def _of_number(self, places: list[PlaceMention], number: tuple[int, int] | None) -> list[PlaceMention]:
        """The places that are not told of another number ("of the 19, 11 in Sarn and five in Tolo")."""
        if number is None:
            return places
        bound = [(place, self._number_of(place)) for place in places]
        mine = [place for place, at in bound if at and at.start() < number[1] - self._head(place) <= at.end()]
        return mine or [place for place, at in bound if not at]

    def _number_of(self, place: PlaceMention) -> re.Match[str] | None:
        """The number told right before a place and with it alone."""
        return re.search(self.words.gapped, self.text[self._head(place) : place.start])

    def _is_counted(self, place: PlaceMention) -> bool:
        """Whether a number stands before a place in its clause, so that the place is told of that one."""
        sentence = self.around.sentences[self.around.sentence_at(place.start)]
        clause = re.split(r"[;,] ", self.text[sentence.start : place.start])[-1]
        return len(clause) < COUNTED and any(character.isdigit() for character in clause)

    def _head(self, place: PlaceMention) -> int:
        return max(0, place.start - GAP)

    def _is_list(self, sentence: int) -> bool:
        """Whether the places of a sentence are a list; their region stands in the sentence before."""
        own = self._located(sentence)
        if len(own) < LISTED - 1 or not self.around.passage_before(sentence):
            return False
        gaps = [self.text[a.end : b.start] for a, b in pairwise(self.around.within(self.places, sentence))]
        listed = sum(re.fullmatch(self.words.enumerated, gap) is not None for gap in gaps)
        return len(own) >= LISTED or listed >= LISTED - 2

    def _own_scene(self, sentence: int, start: int, end: int) -> PlaceRef | None:
        """A place of the sentence that is not told as that of another harm ("arrested for the shooting in
        X").
        """
        own = [p for p in self.around.within(self.locative, sentence) if not self._is_of_crime(p, end)]
        return place_ref(self._innermost(own, (start, end))) if own else None

    def _is_of_crime(self, place: PlaceMention, end: int) -> bool:
        between = self.text[max(0, min(end, place.start) - CRIME_REACH) : place.start].lower().split()
        return not self.words.crimes.isdisjoint(word.strip(",.'’") for word in between)

    def _at_landmark(self, place: PlaceMention, reach: str) -> PlaceMention:
        """The landmark, street or block of the incident, where the opening tells one in the town given."""
        sentence = self.around.sentence_at(place.start)
        if reach != "incident" or place.precision not in TOWN or self.around.is_item(sentence):
            return place
        if place.rule == STREET and place.precision == POINT:
            return place
        told = [p for n in range(min(OPENING, len(self.around.sentences))) for p in self._spots(n)]
        if len({p.name for p in told if p.precision == POINT}) >= ROUND_UP:
            return place
        fitting = [p for p in told if self._lies_in(p, place)]
        return max(fitting, key=self._clearness, default=place)

    def _lies_in(self, spot: PlaceMention, town: PlaceMention) -> bool:
        """Whether a landmark, street or block can be in the town given, by where it lies or stands."""
        if (spot.rule == STREET and town.rule == STREET) or spot.name == town.name:
            return False
        if self.words.towns_first and (spot.precision not in SPOT or self._is_elsewhere(spot, town)):
            return False
        apart = abs(self.around.sentence_at(spot.start) - self.around.sentence_at(town.start))
        beside = spot.country == town.country and (town.geonames is None or apart <= AFTER)
        return (
            beside
            or is_near(spot, town)
            or (spot.rule in NAMED_SPOT and self._happens(spot, self.words.happened))
        )

    def _is_elsewhere(self, spot: PlaceMention, town: PlaceMention) -> bool:
        """Whether a landmark bears the name of another place than the town ("the market of Ota")."""
        _, *rest = re.split(rf" (?:{'|'.join(sorted(self.words.of_landmark))}) ", spot.name)
        return bool(rest) and rest[-1].lower() not in town.name.lower()

    def _in_town(self, place: PlaceMention, reach: str) -> PlaceRef:
        """The place, or the town that holds it where that is told instead of a street or a quarter."""
        if not self.words.towns_first or place.precision != QUARTER or reach == "own":
            return place_ref(place)
        beside = self.around.within(self.places, self.around.sentence_at(place.start))
        towns = [p for p in beside if p.precision in SETTLED and p.country == place.country]
        if towns:
            return place_ref(self.around.nearest(towns, place.start, place.end))
        title = self.title_place
        return title if title is not None and title.precision in SETTLED else place_ref(place)

    def _clearness(self, spot: PlaceMention) -> float:
        """How clearly a spot is where the incident was: told as that, and a building before a block or
        street.
        """
        number = self.around.sentence_at(spot.start)
        fine = FINENESS.get(spot.precision or "", 0.0) - BESIDE * self._is_beside(spot)
        said = TOOK_PLACE * self._happens(spot, self.words.took_place)
        return said + HARMED * self._happens(spot, self.words.happened) + fine - LATER * number

    def _is_beside(self, spot: PlaceMention) -> bool:
        """Whether the incident is only told to have been near a spot."""
        before = self.text[max(0, spot.start - 20) : spot.start].lower().split()
        return not self.words.beside.isdisjoint(before[-2:])

    def _happens(self, spot: PlaceMention, told: frozenset[str]) -> bool:
        """Whether the sentence of a spot says by one of some words that the incident happened there."""
        sentence = self.around.sentences[self.around.sentence_at(spot.start)]
        words = self.text[sentence.start : spot.start].lower().split()
        return not told.isdisjoint(words)

    def _spots(self, number: int) -> list[PlaceMention]:
        """The landmarks, streets and blocks of a sentence where something is."""
        own = self.around.within(self.locative, number)
        return [p for p in own if (p.precision in SPOT or p.rule == STREET) and self._is_scene(p)]

    def _is_scene(self, place: PlaceMention) -> bool:
        """Whether a landmark is where something is, not whose somebody is ("the pastor of X Church")."""
        before = self.text[max(0, place.start - 30) : place.start].lower().split()
        if before and not self.words.corners.isdisjoint(before[-2:-1]):
            return True
        words = [word for word in before[-2:] if word in self.words.locative]
        return bool(words) and words[-1] not in self.words.of_landmark

    def _may_hold(self, place: PlaceMention) -> bool:
        """Whether a place may be that of a harm: not only described, no dateline, nobody's home ("34, of
        Springfield"), not where somebody was taken, spoke or stood trial.
        """
        dateline = place.start < HEAD and self.text[place.end : place.end + 1] == ":"
        before = self.text[max(0, place.start - 70) : place.start]
        told = re.search(self.words.elsewhere, before) or re.search(self.words.origin, before)
        care = not self.words.care.isdisjoint(place.name.lower().split()) and place.precision == "landmark"
        if care and not re.search(self.words.at_care, before):
            return False
        return not (is_nameless(place) or dateline or told)

    def _is_locative(self, place: PlaceMention) -> bool:
        before = self.text[max(0, place.start - 30) : place.start].lower().split()
        if self._is_attributive(place):
            return False
        return any(word in self.words.locative for word in before[-3:]) and (
            not before or before[-1][-1].isalpha()
        )

    def _finer(self, place: PlaceMention, number: int, reach: str) -> PlaceMention:
        """A settlement told right after, where a report opens with the region or country that holds it."""
        if reach != "incident" or number >= LEAD or not self._is_vague(place):
            return place
        for after in range(number + 1, min(number + AFTER + 1, len(self.around.sentences))):
            named = [p for p in self._located(after) if p in self.locative]
            finer = [
                p
                for p in named
                if p.precision in FINE and p.country is not None and p.country == place.country
            ]
            if named:
                return finer[0] if finer else place
        return place

    def _is_vague(self, place: PlaceMention) -> bool:
        """Whether a place is a country or more, or only a part of one by direction ("central Verania")."""
        if place.precision == "adm1" and place not in self.locative:
            return True  # "a Virginia man"
        return place.precision in WIDE or (place.precision not in FINE and place.name[:1].islower())

    def _located(self, number: int) -> list[PlaceMention]:
        """The places of a sentence; those after a word of place only, where there are such ("in", "near")."""
        own = self.around.within(self.places, number)
        own = [p for p in own if p.rule != ROAD] or own  # a town tells more of where than a long road
        return (
            [p for p in own if p in self.locative] or [p for p in own if not self._is_attributive(p)] or own
        )

    def _is_attributive(self, place: PlaceMention) -> bool:
        """Whether a name is only part of that of a body or its people ("Cook County medical examiner")."""
        after = self.text[place.end : place.end + 24].split(maxsplit=1)
        return (
            bool(after)
            and self.text[place.end] == " "
            and after[0].lower().strip(",.") in self.words.attributive
        )

    def _reached(self, number: int, reach: str) -> list[int]:
        if reach == TOLL and self.words.towns_first:
            return [*self.around.passage_before(number), *self.around.lead()]
        if reach == "passage":
            return [*self.around.passage_before(number), *self.around.passage_after(number)]
        return self.around.beside(number) if reach == "beside" else self.around.near(number)

    def _innermost(
        self, places: Sequence[PlaceMention], span: tuple[int, int], number: tuple[int, int] | None = None
    ) -> PlaceMention:
        """The nearest place, or the one beside it that lies within it ("Pilger in Nebraska": Pilger).

        Of the places inside the span, the one nearest to the number ("118 in Sarn, 52 in Port Iven").
        """
        nearest = min(
            places,
            key=lambda place: (
                self.around.distance(place, *span),
                self.around.distance(place, *(number or span)),
            ),
        )
        for place in self.around.within(self.places, self.around.sentence_at(nearest.start)):
            if (
                place.rule != ROAD
                and place.start < nearest.start
                and (
                    nearest.name in place.within
                    or (
                        nearest.start < place.end + NEAR
                        and self.text[place.end : nearest.start].strip(" ,") in self.words.inside
                    )
                )
            ):
                return place
            between = self.text[nearest.end : place.start].strip(" ,").lower().replace("’", "'")
            if nearest.start < place.start < nearest.end + NEAR and (
                nearest.name in place.within or between in self.words.holding
            ):
                return place
        return nearest


def is_near(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two places lie in or about one town."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    return abs(a.latitude - b.latitude) < CLOSE and abs(a.longitude - b.longitude) < CLOSE


def is_nameless(place: PlaceMention) -> bool:
    """Whether a place is only described ("the Peruvian market"): its one name is a people's."""
    first, *rest = place.name.split()
    named = any(word[:1].isupper() for word in rest)
    return place.geonames is None and not named and open_gazetteer().demonym(first) is not None
