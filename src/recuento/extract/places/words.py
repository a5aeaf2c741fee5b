"""The words by which places are known: the file `places.yml` of a pack."""

import msgspec

Words = frozenset[str]


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `places.yml` of a pack; each list is explained there."""

    strong_prepositions: Words
    weak_prepositions: Words
    articles: Words
    connectors: Words
    conjunctions: Words
    types: dict[str, str]
    generic: Words
    plurals: dict[str, str]
    openings: dict[str, str]
    landmarks: Words
    institutions: Words
    landmark_middles: Words
    bodies: Words
    residents: Words
    streets: Words
    plain_streets: Words
    block_words: Words
    ordinal_streets: Words
    ordinals: tuple[str, ...]
    numbers: Words
    group_nouns: Words
    plain_adjectives: Words
    plain_spots: Words
    parts: Words
    part_nouns: Words
    honorifics: Words
    person_verbs: Words
    suffixes: Words
    saints: Words
    person_openers: str
    no_demonym_after: Words
    months_and_days: Words
    never: Words
    fillers: Words
    common: Words
    given: Words
    of_word: str
    unknown_prepositions: tuple[str, ...]
    venue_prepositions: Words
    containers: str
    listed: str
    joined_nouns: Words = frozenset()
    directions: Words = frozenset()
    noun_first: bool = False
    of_words: Words = frozenset()
    roads: Words = frozenset()
    small_titles: bool = False
    small_demonyms: bool = False
    abbreviations: bool = True
    aged: str = "(?!)"
