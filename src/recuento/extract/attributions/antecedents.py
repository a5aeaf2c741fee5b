"""Pronoun speakers: whose words they stand for."""

import re
from functools import cache

from recuento.extract.attributions.draft import Draft
from recuento.extract.attributions.kinds import WORD
from recuento.extract.attributions.words import Lexicon

DROPPED = ("dropped-singular", "dropped-plural")  # verbs without a subject
REACH = 700  # characters searched for a name where nobody spoke before


def class_of(name: str, lex: Lexicon) -> str:
    """Whether a source's words show a person, several, an organisation, or only a name.

    Of words side by side the last is the head: "the Workers' Union" is an organisation, "officials of the
    union" several.
    """
    tokens = [token.lower().rstrip("'’") for token in WORD.findall(name)]
    known = [_class_of_word(token, lex) for token in tokens]
    for at, kind in enumerate(known):
        if kind and not (at + 1 < len(known) and known[at + 1]):
            return kind
    return "organisation" if len(tokens) > 4 or len(tokens) == 0 else "name"


def _class_of_word(token: str, lex: Lexicon) -> str:
    words = lex.words
    if token in words.plural_words:
        return "plural"
    if token in words.person_words:
        return "person"
    return "organisation" if token in words.speakers or token in words.documents else ""


def resolve(text: str, drafts: list[Draft], lex: Lexicon) -> None:
    """Give pronoun drafts the name of the speaker they stand for: the last that fits, else the last."""
    last: dict[str, str] = {}
    spans: dict[str, tuple[int, int]] = {}
    latest: str | None = None
    for draft in drafts:
        if draft.pronoun is None and draft.source is not None and draft.name:
            spans[draft.name] = draft.source
        if draft.pronoun in DROPPED:
            draft.name = speaker_on(draft.pronoun, last) or latest
            draft.source = spans.get(draft.name) if draft.name else None
            draft.contents = draft.contents if draft.name else []
            continue
        if draft.pronoun is None:
            if draft.name and draft.source is not None and draft.rule != "attitude":
                if latest and is_same(draft.name, lex):
                    draft.name = latest
                latest = draft.name
                kind = class_of(latest, lex)
                last.pop(kind, None)
                last[kind] = latest
            continue
        if draft.pronoun == "first":
            if not draft.nested and draft.rule not in ("attitude", "negated-report"):
                draft.rule = "own-voice"
            continue
        draft.name = antecedent(text, draft, last, lex) or latest or draft.name


def speaker_on(dropped: str, last: dict[str, str]) -> str | None:
    """Who speaks on in a verb without a subject: the last speaker of its number."""
    if dropped == DROPPED[1]:
        return last.get("plural")
    return next((name for kind, name in reversed(last.items()) if kind != "plural"), None)


def is_same(name: str, lex: Lexicon) -> bool:
    """Whether a source is called the one before ("the same source")."""
    return name.lower().startswith(lex.words.same_source)


def antecedent(text: str, draft: Draft, last: dict[str, str], lex: Lexicon) -> str | None:
    """Who a pronoun stands for among the speakers before, by class, or among the persons and groups named."""
    if draft.pronoun == "plural":
        return plural_before(text, draft, lex) or last.get("plural") or plural_far(text, draft, lex)
    if draft.pronoun == "organisation":
        return last.get("organisation") or last.get("name") or last.get("plural")
    return person_of(last) or name_before(text, draft, lex) or person_before(text, draft, lex)


def person_of(last: dict[str, str]) -> str | None:
    """The last speaker that is a person or a mere name; `last` keeps the order in which they came."""
    return next((name for kind, name in reversed(last.items()) if kind in ("person", "name")), None)


def person_before(text: str, draft: Draft, lex: Lexicon) -> str | None:
    """The last word for a person before a pronoun ("A rescuer described the scene"), within reach."""
    assert draft.source is not None
    window = WORD.findall(text[max(0, draft.source[0] - REACH) : draft.source[0]])
    return next((word for word in reversed(window) if word.lower() in lex.words.person_words), None)


def plural_before(text: str, draft: Draft, lex: Lexicon) -> str | None:
    """The nearest speakers before "they" in its sentence ("Police held him after they said")."""
    assert draft.source is not None
    window = text[max(0, draft.source[0] - 160) : draft.source[0]]
    cut = max(window.rfind("."), window.rfind("\n\n"))
    found = [w for w in WORD.findall(window[cut + 1 :]) if w.lower() in lex.words.plural_words]
    return found[-1] if found else None


def name_before(text: str, draft: Draft, lex: Lexicon) -> str | None:
    """The last name of several words before a pronoun, within reach."""
    assert draft.source is not None
    found = _name_pattern(lex.words.name_links).findall(
        text, max(0, draft.source[0] - REACH), draft.source[0]
    )
    return found[-1] if found else None


@cache
def _name_pattern(links: frozenset[str]) -> re.Pattern[str]:
    """Names of several words, with small words inside."""
    small = "".join(f"|{re.escape(link)}" for link in sorted(links))
    return re.compile(rf"[A-Z][\w'’-]+(?:\s(?:[A-Z][\w'’.-]+{small}))*\s[A-Z][\w'’-]+")


def plural_far(text: str, draft: Draft, lex: Lexicon) -> str | None:
    """The last speakers in the plural before "they", within reach, where none has spoken."""
    assert draft.source is not None
    end = draft.clause[0]
    if draft.contents:
        end = min(end, draft.contents[0][0])
    found = [
        w for w in WORD.findall(text, max(0, end - 2 * REACH), end) if w.lower() in lex.words.plural_words
    ]
    return found[-1] if found else None


def first_persons(drafts: list[Draft]) -> None:
    """Give "I" and "we" inside a quotation the name of who is quoted."""
    for draft in drafts:
        if draft.pronoun != "first" or not draft.nested:
            continue
        outer = [
            other
            for other in drafts
            if other.quoted and any(s <= draft.clause[0] and draft.clause[1] <= e for s, e in other.contents)
        ]
        if outer:
            draft.name = outer[0].name
