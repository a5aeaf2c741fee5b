"""Word classes of a sentence, mended where the tagger errs in ways that the lexicon shows.

`verb-after-person`: a harm verb taken for a noun after a noun of a person ("girl shot in the leg"), or
before a number ("Norland holds 60 prisoners"). `name-not-determiner`: a sentence's first word, or a word
with a capital, that no list of determiners holds. `compound-adjective`: a participle with a hyphen before a
noun ("army-backed rebels"). `body-noun`: "the Norland military", where no noun follows. `complement-that`:
"that" before a name. `people-adjective`: the word of a people taken for an adverb or a verb after a noun
("el Ejército somalí"). `opening-name`: a word that opens a sentence before its verb and is no adverb of the
lists ("Hamás detuvo"). `name-particle`: a preposition grown together with its article that opens a name
("Al Shabab").
"""

from collections.abc import Callable, Sequence

from recuento.extract.figures.grammar import Grammar
from recuento.extract.figures.lexicon import Lexicon
from recuento.extract.tokens import Token

VERBS = ("transitive", "weapon", "intransitive")  # parts of harm words that are verbs
AFTER_VERB = ("ADP", "ADV", "PRON", "CCONJ", "PUNCT", "SCONJ", "DET", "VERB", "")
NAMED = ("NOUN", "PROPN")


class Words:
    """The words of a sentence with their classes so far."""

    def __init__(
        self, tokens: Sequence[Token], tags: Sequence[str], lexicon: Lexicon, grammar: Grammar
    ) -> None:
        self.lowers = [token.lower for token in tokens]
        self.tags = list(tags)
        self.capitals = [token.text[0].isupper() for token in tokens]
        self.cased = any(token.text.islower() for token in tokens)
        self.lexicon, self.grammar = lexicon, grammar

    def tag(self, at: int) -> str:
        """The class of a token, empty outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""


def mended(tokens: Sequence[Token], tags: Sequence[str], lexicon: Lexicon, grammar: Grammar) -> Sequence[str]:
    """The universal part of speech of each token, with the tagger's errors that the lexicon shows mended."""
    words = Words(tokens, tags, lexicon, grammar)
    for at in range(len(tokens)):
        for rule in RULES.get(words.tags[at], ()):
            words.tags[at] = rule(words, at) or words.tags[at]
    return words.tags


def _harm_verb(words: Words, at: int) -> str | None:
    if at == 0 or words.lowers[at] not in words.lexicon.trigger_words:
        return None
    hit = words.lexicon.senses.at(words.lowers, at)
    forms = {sense.form for sense in hit[1] if sense.part in VERBS} if hit else set()
    before = words.lexicon.nouns.ending(words.lowers, at)
    person = before is not None and before[1].kind == "person"
    if person and forms & {"past", "participle"} and words.tag(at + 1) in AFTER_VERB:
        return "VERB"
    named = words.cased and words.capitals[at - 1] and not words.capitals[at]
    return "VERB" if named and forms & {"third", "past"} and words.tag(at + 1) == "NUM" else None


def _name(words: Words, at: int) -> str | None:
    groups, lower = words.lexicon.groups, words.lowers[at]
    if lower in words.grammar.words.relatives and words.cased:
        following = at + 1 < len(words.tags) and words.capitals[at + 1] and words.tag(at + 1) in NAMED
        return "SCONJ" if at > 0 and following else None
    known = lower in groups.singular_determiners or lower in words.grammar.determiners
    return None if known or not (words.cased and words.capitals[at] and lower.isalpha()) else "PROPN"


def _verb(words: Words, at: int) -> str | None:
    owner = at + 2 < len(words.tags) and words.lowers[at + 2] in words.lexicon.groups.kin_owners
    if at == 0 and words.cased and words.capitals[0] and words.tag(1) == "CCONJ" and owner:
        return "PROPN"  # "Farrow and his wife died"
    return _adjective(words, at)


def _adjective(words: Words, at: int) -> str | None:
    return "ADJ" if "-" in words.lowers[at][1:-1] and words.tag(at + 1) in NAMED else None


def _body(words: Words, at: int) -> str | None:
    body = words.lowers[at] in words.grammar.words.actor_nouns
    alone = words.tag(at - 1) in ("PROPN", "ADJ") and words.tag(at + 1) not in NAMED
    return "NOUN" if body and alone else None


def _people(words: Words, at: int) -> str | None:
    found = words.lexicon.nouns.at(words.lowers, at)
    of_people = found is not None and found[0] == at + 1 and found[1].kind == "person"
    verb = words.tag(at) == "VERB" and words.tag(at + 1) not in ("VERB", "AUX")
    return "ADJ" if of_people and words.tag(at - 1) in NAMED and not verb else None


def _particle(words: Words, at: int) -> str | None:
    following = at + 1 < len(words.tags) and words.capitals[at + 1] and words.tag(at + 1) in NAMED
    if not (words.cased and words.capitals[at] and following):
        return None
    if words.lowers[at] not in words.grammar.contracted:
        return None
    body = words.lowers[at + 1] in words.grammar.words.actor_nouns
    told = at > 0 or (words.tag(at + 2) == "VERB" and not body)  # "Al Ejército lo acusan" opens with a word
    return "PROPN" if told else None


def _opening_name(words: Words, at: int) -> str | None:
    adverbs = words.grammar.words.adverbs
    known = words.lowers[at] in adverbs or words.lowers[at].endswith(words.grammar.words.adverb_endings)
    opens = at == 0 and words.cased and words.capitals[at] and words.tag(1) in ("VERB", "AUX")
    return "PROPN" if adverbs and opens and not known else None


RULES: dict[str, tuple[Callable[[Words, int], str | None], ...]] = {
    "NOUN": (_harm_verb,),
    "DET": (_name,),
    "VERB": (_verb, _people),
    "ADJ": (_body,),
    "ADV": (_people, _opening_name),
    "ADP": (_particle,),
}
