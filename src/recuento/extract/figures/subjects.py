"""Finding the subject of a verb: leftwards over remarks, complements and relative clauses.

The search gives up at a clause's edge, since no subject is better than a wrong one: a verb without a subject
still has its object as victim, only nobody as actor.
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.lists import example_list
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.phrases import Phrase

BRACKETS = {")": "(", "]": "["}
DASHES = ("--", "—", "–")
LONGEST_ASIDE = 25  # tokens
LONGEST_CLAUSE = 25  # tokens of a clause that is passed over
LONGEST_VERB = 3  # tokens of a harm verb
LONGEST_SUBJECT = 40  # tokens between a subject and its verb; beyond it the guess is worse than none


def subject(a: Analysis, verb: int) -> int | None:
    """The phrase that is the subject of the verb group ending at token `verb` (its start is searched), or
    None.
    """
    loose = a.lower(verb).endswith(a.words.gerund_endings)
    accused = _accused(a, verb) if loose else None
    if accused is not None:
        return accused
    at = _before_aside(a, a.group_start(a.joined_verb(verb)))
    limit = max(0, at - LONGEST_SUBJECT)
    while at > limit:
        before = a.lower(at - 1)
        number = a.phrase_at.get(at - 1)
        if before in a.words.relatives and a.tag(at - 2) != "ADP":
            return antecedent(a, at - 1)
        if number is not None:
            phrase = a.phrases[number]
            bare = phrase.quantity is not None and phrase.head < 0  # opens a clause: ", and 20 were hurt"
            example = None if bare else example_list(a, number)
            if phrase.last == at and _is_absolute(a, phrase, at):
                return number
            if example is not None or a.governed(number) or at - 1 in a.sheet.timed:
                at = example if example is not None else phrase.first - 1
                continue
            past = _past_name_or_relative(a, phrase, loose=loose)
            if past is not None:
                at = past
                continue
            return _counted_before(a, number) if phrase.pronoun else number
        passed = _pass_left(a, at)
        if passed is None:
            return None
        at = passed
    return None


def dropped_subject(a: Analysis, mention: HarmMention) -> int | None:
    """The person that a sentence is about, as the subject of a later verb that has none of its own, in a
    language that needs none: "El conductor fue llevado al hospital, donde falleció".

    Singular verbs only, of one who is named or described. It can be wrong where another person acts between.
    """
    if not a.words.subjects_dropped or mention.last - mention.first > LONGEST_VERB:
        return None
    if any(a.lower(k).endswith(a.words.plural_verb_endings) for k in _finite(a, mention)):
        return None
    for number in range(len(a.phrases) - 1, -1, -1):
        phrase = a.phrases[number]
        if (
            phrase.first >= mention.first
            or a.governed(number)
            or phrase.quantity is not None
            or phrase.pronoun
        ):
            continue
        person = phrase.noun is not None and phrase.noun.kind == "person" and not phrase.noun.plural
        if phrase.proper or (person and phrase.determiner in a.lexicon.groups.singular_determiners):
            return number
    return None


def _finite(a: Analysis, mention: HarmMention) -> range:
    """The tokens of the verb group that may show its number: its first helping verb, else the verb."""
    start = a.group_start(mention.first)
    helping = next((k for k in range(start, mention.first) if a.lower(k) in a.grammar.verbal), mention.first)
    return range(helping, helping + 1)


def _accused(a: Analysis, gerund: int) -> int | None:
    """The one accused of what a gerund tells: "a man accused of killing two", "Roe was charged with shooting
    one".
    """
    at = gerund - 1
    while at > 0 and a.tag(at) == "ADV":
        at -= 1
    if a.lower(at) not in a.words.prepositions or a.lower(at - 1) not in a.words.accused:
        return None
    number = a.phrase_ending(at - 1)
    return number if number is not None else subject(a, at - 1)


def _is_absolute(a: Analysis, phrase: Phrase, verb: int) -> bool:
    """Whether "with" opens a clause without a finite verb of its own: "with eight people being killed"."""
    opened = a.lower(phrase.first - 1) in a.words.with_words
    return opened and a.lower(verb) in a.words.be and a.lower(verb).endswith(a.words.gerund_endings)


def _before_aside(a: Analysis, at: int) -> int:
    """The token before a remark between two commas that ends before the verb group at `at`, else `at`."""
    if a.lower(at - 1) != ",":
        return at
    opens = next((k for k in range(at - 2, max(0, at - LONGEST_ASIDE), -1) if a.lower(k) == ","), None)
    if opens is None or a.phrase_ending(opens) is None:
        return at - 1
    inside = a.phrase_starting(opens + 1)
    counted = (
        inside is not None and a.phrases[inside].quantity is not None and a.phrases[inside].noun is not None
    )
    return at - 1 if counted else opens


def _past_name_or_relative(a: Analysis, phrase: Phrase, *, loose: bool) -> int | None:
    """Past a name that only names the subject ("a man surnamed Roe"), or the object within its relative
    clause.
    """
    before = phrase.first - 1
    if a.lower(before) in a.words.naming and a.phrase_ending(before) is not None:
        return before
    if a.tag(before) != "VERB":
        return None
    reduced = _reduced_clause(a, before)
    if reduced is not None:
        return reduced
    start = a.group_start(before)
    beside = a.phrase_ending(before) is not None and start == before
    if beside and a.lower(before).endswith(a.words.gerund_endings):
        return before  # "a soldier guarding the station was hurt": the soldier
    if loose:
        return start  # "drones struck a depot, killing a guard": the drones
    who = a.lower(start - 1) in a.words.relatives and a.tag(start - 1) == "PRON"
    return start - 1 if who and a.phrase_ending(start - 1) is not None else None


def _reduced_clause(a: Analysis, infinitive: int) -> int | None:
    """The token of the participle that an infinitive and its object hang on, after the noun it describes:
    "ocho personas acusadas de provocar el incendio".
    """
    endings, at = a.words.infinitive_endings, infinitive - 1
    if not endings or not a.lower(infinitive).endswith(endings) or a.lower(at) not in a.words.prepositions:
        return None
    participle = a.lower(at - 1).endswith(a.words.participle_endings)
    return at - 1 if participle and a.phrase_ending(at - 1) is not None else None


def _counted_before(a: Analysis, number: int) -> int:
    """A number right before a pronoun is the subject, and the pronoun a slip of the text ("12 heroic he
    were").
    """
    before = a.phrase_at.get(a.phrases[number].first - 1)
    if before is not None and a.phrases[before].quantity and a.phrases[before].noun is None:
        return before
    return number


def _pass_left(a: Analysis, at: int) -> int | None:
    """The token before which to go on looking for a subject, or None at a boundary."""
    before, tag = a.lower(at - 1), a.tag(at - 1)
    if before in BRACKETS:
        return next((k for k in range(at - 2, -1, -1) if a.lower(k) == BRACKETS[before]), None)
    if tag == "CCONJ" or before in a.words.coordinators:
        return _shared_subject(a, at - 1)
    if before in a.words.subordinators and tag != "ADP":
        return None
    if tag == "VERB" or before in a.grammar.helping:
        return _pass_clause(a, at - 1)
    if before in (";", ":", *DASHES):
        return None
    return at - 1


def _shared_subject(a: Analysis, at: int) -> int | None:
    """Where a verb is joined to an earlier verb by "and", the token before that earlier verb's group."""
    for k in range(at - 1, max(-1, at - LONGEST_CLAUSE), -1):
        bare = a.words.infinitive_endings
        if (a.tag(k) == "VERB" and not (bare and a.lower(k).endswith(bare))) or a.lower(k) in a.words.be:
            return a.group_start(k)
        if a.lower(k) in (";", ":") or a.lower(k) in a.words.subordinators - a.words.relatives:
            return None
    return None


def _pass_clause(a: Analysis, at: int) -> int | None:
    """Past a relative clause or participle that stands between a subject and its verb, or None."""
    gerund = a.lower(at).endswith(a.words.gerund_endings)
    if gerund or (
        a.tag(at) == "VERB" and a.phrase_ending(at) is not None and not a.has_be(a.group_start(at), at)
    ):
        number = a.phrase_ending(at)
        if number is not None:
            return a.phrases[number].last
    for k in range(at, max(-1, at - LONGEST_CLAUSE), -1):
        if a.lower(k) in a.words.relatives | a.words.relative_places:
            number = a.phrase_ending(k - 1 if a.lower(k - 1) == "," else k)
            return a.phrases[number].last if number is not None else None
    return None


def antecedent(a: Analysis, at: int) -> int | None:
    """The phrase that a relative pronoun at token `at` refers to."""
    end = at - 1 if a.lower(at - 1) == "," else at
    while end > 0 and a.tag(end - 1) == "ADP":
        end -= 1
    number = a.phrase_ending(end)
    while number is not None and a.governed(number):
        outer = a.phrase_ending(a.phrases[number].first - 1)
        if outer is None or a.phrases[number].quantity or not a.phrases[outer].quantity:
            return number
        number = outer
    return number
