"""Each rule on a text that it must read and, in the second half, texts that it must leave to the writer."""

import pytest

from recuento.extract.attributions import attribution_at, find_attributions
from recuento.extract.sentences import sentences
from recuento.language import load_pack
from recuento.model import Attribution

PACK = load_pack("en")


def found(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, sentences(text, PACK), PACK)


def source_of(text: str, words: str) -> Attribution | None:
    start = text.index(words)
    return attribution_at(found(text), start, start + len(words))


# rule, text, words asked about, name of who says so, kind
READ = [
    (
        "speaker-verb-content",
        "The mayor of Barra said on Monday that 14 people drowned.",
        "14 people",
        "mayor of Barra",
        "government",
    ),
    (
        "speaker-verb-content",
        "Doctors told Radio Sol they had treated 80 wounded.",
        "80",
        "Doctors",
        "hospital",
    ),
    ("speaker-verb-content", "A witness told police she saw six gunmen.", "six", "witness", "witness"),
    ("speaker-verb-content", "Police put the number at 6,000.", "6,000", "Police", "police"),
    ("speaker-verb-content", "Local media have reported as many as 50 dead.", "50", "Local media", "media"),
    (
        "speaker-verb-content",
        "Lina Osei, a spokeswoman for the army, said 9 soldiers fell.",
        "9",
        "Lina Osei",
        "military",
    ),
    (
        "speaker-verb-content",
        "Figures from the health ministry show 300 cases.",
        "300",
        "health ministry",
        "official_health",
    ),
    (
        "speaker-verb-content",
        "THE NORTHERN FRONT CLAIMED THAT 20 SOLDIERS DIED.",
        "20",
        "NORTHERN FRONT",
        "party_to_conflict",
    ),
    (
        "speaker-verb-content",
        "official sources said 14 people died. the road is closed.",
        "14",
        "official sources",
        "government",
    ),
    ("content-speaker-verb", "At least 12 miners died, officials said.", "12", "officials", "government"),
    ("content-speaker-verb", "Twelve died, police said, including two children.", "two", "police", "police"),
    ("content-verb-speaker", "Twelve were hurt, said Tomas Ek, a nurse.", "Twelve", "Tomas Ek", "unknown"),
    (
        "content-verb-speaker",
        "“We lost 14 boys. We lost 3 girls,” said Ana Ruiz.",
        "14",
        "Ana Ruiz",
        "unknown",
    ),
    ("relative-speaker", "Paulo Reis, who said that 7 bodies lay there, fled.", "7", "Paulo Reis", "unknown"),
    ("same-speaker", "The army said 10 rebels died, adding that 4 fled.", "4", "army", "military"),
    (
        "participle",
        "The governor visited the camp, saying that 4,000 had fled.",
        "4,000",
        "governor",
        "government",
    ),
    ("passive-by", "Nine deaths were reported on Monday by the Red Crescent.", "Nine", "Red Crescent", "ngo"),
    (
        "according-to",
        "In all 8 died and 20 were hurt, according to the Coast Hospital; the road is shut.",
        "20",
        "Coast Hospital",
        "hospital",
    ),
    ("according-to", "According to residents 12 people were buried.", "12", "residents", "witness"),
    ("by-count", "By one estimate, 250 people marched.", "250", "one estimate", "unknown"),
    (
        "relay-citing",
        "Radio Sol said 18 died, citing the fire department.",
        "18",
        "fire department",
        "civil_defence",
    ),
    (
        "quoted-as-saying",
        "Colonel Ibarra was quoted by Radio Sol as saying that 20 fell.",
        "20",
        "Colonel Ibarra",
        "military",
    ),
    ("claim-noun", "The rebels' claim that they shot 2 pilots is old.", "2", "rebels", "armed_group"),
    ("claim-noun", "There were some reports that 20 houses burned.", "20", "some reports", "unknown"),
    ("carried-quotation", "“It was loud,” Rao said. “All 14 shots hit us.”", "14", "Rao", "unknown"),
    (
        "carried-quotation",
        "“We buried 11.\n\n“Then we left,” said Lina Haddad.",
        "11",
        "Lina Haddad",
        "unknown",
    ),
    ("signed-quotation", "“They took 14 of the boys.” — Amina Yusuf\n", "14", "Amina Yusuf", "unknown"),
    ("announced-text", "The union said:\n\n“We count 60 arrests.”\n\nThe march ended.", "60", "union", "ngo"),
    (
        "bracketed-source",
        "Rain fell. Some 900 families left. (OCHA, 12 May 2016)  In June it ended.",
        "900",
        "OCHA",
        "un",
    ),
    (
        "bracketed-source",
        "More than 300 villages burned (Lindal University, 2009).",
        "300",
        "Lindal University",
        "ngo",
    ),
    (
        "source-line",
        "Clashes left 12 dead.\nSource: Coastal Red Crescent",
        "12",
        "Coastal Red Crescent",
        "ngo",
    ),
    ("colon-label", "Police: 2 men held after fire\n\nThe fire is out.", "2", "Police", "police"),
    (
        "trailing-label",
        "Twelve held after march: police\n\nThe march began at noon.",
        "Twelve",
        "police",
        "police",
    ),
    (
        "labelled-speech",
        'THE TALK:\n\n   [RIVAS] "WE LOST 30 MEN."\n\n   THE COLONEL LEFT.',
        "30",
        "RIVAS",
        "unknown",
    ),
    (
        "bracketed-source",
        "Storms hit Marau on 3 May. Some 900 families left. [OCHA, 12 May]",
        "900",
        "OCHA",
        "un",
    ),
    (
        "bracketed-source",
        "It damaged 17 bridges. (Source: coastal planning board)",
        "17",
        "coastal planning board",
        "unknown",
    ),
    ("bracketed-source", "Sarn: 14 dead, 70 in shelters (CODEPRO).", "70", "CODEPRO", "unknown"),
    ("source-line", "Raids in May. 12 people fell. Source: Coast Watch.", "12", "Coast Watch", "unknown"),
    (
        "source-line",
        "Raids in 2021. Source: Coast Watch.\n\n| Sarn | 12 |\n\nThe road is shut.",
        "12",
        "Coast Watch",
        "unknown",
    ),
    (
        "issued-text",
        "HARBOUR POLICE, PRESS RELEASE 3. We held 9 men.\n\nDockers, statement: They beat 14 of us.",
        "14",
        "Dockers",
        "unknown",
    ),
    ("same-verb", "Police put the toll at 12, the mayor at 9.", "9", "mayor", "government"),
    (
        "same-source",
        "The army said that 40 men fell. It lost nine. According to the same source, six fled.",
        "nine",
        "army",
        "military",
    ),
    ("part-of-report", "The clinic said it treated 40. Of these, 6 died.", "6", "clinic", "hospital"),
    ("quoted-as-saying", "Radio Sol quoted the mayor as saying 12 died.", "12", "mayor", "government"),
    (
        "colon-label",
        "REYES: Why?\n\nSARN: We lost 9 men.\n\nREYES: When?\n\nSARN: In May.",
        "9",
        "SARN",
        "unknown",
    ),
    (
        "signed-post",
        "5 vans sank. pic.example — The Harbour Post (@harbourpost) May 3",
        "5",
        "The Harbour Post",
        "media",
    ),
]


# text, words asked about, name: verbs that give a count, and names with all their words and no others
NAMED = [
    ("A beekeeper, Mrs Adaeze Obi, put the death toll at over 20.", "20", "Mrs Adaeze Obi"),
    ("A spokesman for the Front, Adan Rhee, put its losses at three.", "three", "spokesman for the Front"),
    ("The ministry raised the number of dead to 18.", "18", "ministry"),
    ("Officials on Friday corrected the toll from 31 to 27.", "27", "Officials"),
    ("Police, who sent 50 men, gave a figure of 25,000.", "25,000", "Police"),
    ("Rights monitors have listed 1,340 people as missing.", "1,340", "Rights monitors"),
    ("The Port Workers' Union said 14 men drowned.", "14", "Port Workers' Union"),
    ("The Hill People’s Army of Karvia counted 14 dead.", "14", "Hill People’s Army of Karvia"),
    ("The driver frantically said 5 men were inside.", "5", "driver"),
    ("THE CENTRAL FRONT INDIGNANTLY DENIED THAT 5 MEN FELL.", "5", "CENTRAL FRONT"),
    ("- Police said 3 men died.", "3", "Police"),
    ("KINGSTON, Jan 3 - Relatives said 9 men died.", "9", "Relatives"),
    ("the toll rose to 60, official sources said here.", "60", "official sources"),
    ("Boats saved 40 people, the governor there said.", "40", "governor"),
    ("They freed 180 men, both sides said after three days of talks.", "180", "both sides"),
    ("Gunmen believed to be deserters shot 8 men, the mayor, Ana Ruiz, confirmed.", "8", "mayor"),
    ("Judge Amadi spoke. He, however, debunked the rumour that 50 men died.", "50", "Judge Amadi"),
    ("The command rejects as false the claim that it shot 5 men.", "5", "command"),
    ("The ministry said 5 fell. According to the same source, 7 fled.", "7", "ministry"),
    ("The coastguard corrected its first statement, which spoke of 9 bodies.", "9", "coastguard"),
]


@pytest.mark.parametrize(("text", "words", "name"), NAMED)
def test_a_count_has_its_speakers_whole_name(text: str, words: str, name: str) -> None:
    source = source_of(text, words)
    assert source is not None
    assert source.name == name


@pytest.mark.parametrize(("rule", "text", "words", "name", "kind"), READ)
def test_the_rule_names_who_says_so(rule: str, text: str, words: str, name: str, kind: str) -> None:
    source = source_of(text, words)
    assert source is not None
    assert (source.rule, source.name, source.kind) == (rule, name, kind)


# text, words that are in the writer's own voice
OWN_VOICE = [
    ("The 14 said roads are shut.", "14"),
    ("The police found 12 bodies in a well.", "12"),
    ("Rebels are said to have killed 20 men.", "20"),
    ("The 3 men reported missing were found.", "3"),
    ("A letter written by 40 doctors was lost.", "40"),
    ("He acted on the report of 12 pages.", "12"),
    ("“It was loud,” Rao said. The blast killed 14 people.", "14"),
    ("The minister said roads were shut. At least 30 people died.", "30"),
    ("Police did not say how 30 people died.", "30"),
    ("The Front claimed responsibility for the blast that killed 3.", "3"),
    ("The mayor wants 9 shelters.", "9"),
    ("We count 60 dead on this road.", "60"),
    ("Nine died (Barra, 3 km away) in the rain.", "Nine"),
    ("Update: 9 people died", "9"),
    ('[TEXT] "THE ROAD IS SHUT." 30 MEN LEFT.', "30"),
    ("In all 40 died.\nSources: Radio Sol; the clinic", "40"),
    ("Police said 9 died. In addition, 6 fled.", "6"),
    ("The “reform” plan hurt 40 farms.", "40"),
    ("SIVERANI: The death of 10 men has shaken the town.", "10"),
    ("PORT AMAL, Karvia - Police have held six men over the death of 3.", "3"),
    ("Nine died in the fire. (Published Thursday, Mar 14, 2013)", "Nine"),
    ("Nine died in the fire. (Photo: Ana Ruiz)", "Nine"),
    ("Guards shot 12 men of the armed wing (ALN).", "12"),
    ("Rain drove 400 people to camps in Unity state.", "400"),
    ("According to a harbour report issued on Monday, roads were shut. Nine died.", "Nine"),
    ("The mayor put 12 men to work on the road.", "12"),
    ("The firm raised the wages of 300 men.", "300"),
    ("HARBOUR POLICE, PRESS RELEASE 3. Nine men were held.", "Nine"),
    ("Neither the army nor the police would say how many of the 40 died.", "40"),
    ("The Harbour Fire claimed at least 12 lives.", "12"),
    ("The widely told tale of 12 men is old.", "12"),
]


@pytest.mark.parametrize(("text", "words"), OWN_VOICE)
def test_the_writers_own_voice_has_no_source(text: str, words: str) -> None:
    assert source_of(text, words) is None


def test_two_sources_of_one_sentence_keep_their_own_contents() -> None:
    text = "In all 80 died, according to the health office; in addition, rescue teams reported 17 missing."
    assert [source_of(text, words).name for words in ("80", "17")] == ["health office", "rescue teams"]


def test_contrast_parts_two_parties() -> None:
    text = "The army said 10 rebels died, while the Northern Front claimed it killed 20 soldiers."
    assert [source_of(text, words).name for words in ("10", "20")] == ["army", "Northern Front"]


def test_exchanging_the_parties_exchanges_only_the_names() -> None:
    text = "The {} said 10 died, but the {} reported 20."
    one, two = (text.format(*names) for names in (("Red Party", "Blue Party"), ("Blue Party", "Red Party")))
    for words in ("10", "20"):
        first, second = source_of(one, words), source_of(two, words)
        assert first is not None
        assert second is not None
        assert {first.name, second.name} == {"Red Party", "Blue Party"}
        assert (first.rule, first.kind, first.cue) == (second.rule, second.kind, second.cue)


def test_a_medium_that_reports_a_minister_is_the_relay() -> None:
    source = source_of("Radio Sol reports that 31 people died, the interior minister said.", "31")
    assert source is not None
    assert (source.name, source.chain) == ("interior minister", ("Radio Sol",))


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Ibarra, quoted by Radio Sol, said 20 men fell.",
        "Colonel Ibarra was quoted as saying by Radio Sol that 20 men fell.",
        "On Monday Radio Sol quoted Colonel Ibarra, a veteran, as saying 20 men fell.",
        "The 20 men fell, Colonel Ibarra said, as quoted by Radio Sol.",
    ],
)
def test_who_quotes_a_speaker_is_the_relay(text: str) -> None:
    source = source_of(text, "20")
    assert source is not None
    assert (source.name, source.chain) == ("Colonel Ibarra", ("Radio Sol",))


@pytest.mark.parametrize("verb", ["recorded 12 dead", "put the dead at 12", "raised its toll to 12"])
def test_a_party_needs_no_listed_word_to_give_a_count(verb: str) -> None:
    for name in ("Karvian army", "Sons of Amal"):
        source = source_of(f"In May the {name} {verb}.", "12")
        assert source is not None
        assert source.name == name


@pytest.mark.parametrize(
    ("text", "words", "name", "span"),
    [
        ("Aid workers reported 60 dead. They said 200 more were hurt.", "200", "Aid workers", "They"),
        ("Dr. Ngozi Bello came. “We lost 4,” she said.", "4", "Ngozi Bello", "she"),
        ("Police held a man after they said he shot 3 people.", "3", "Police", "they"),
        ("The ministry issued a report. The report added that 7 died.", "7", "report", "report"),
    ],
)
def test_a_pronoun_keeps_its_span_and_takes_its_speakers_name(
    text: str, words: str, name: str, span: str
) -> None:
    source = source_of(text, words)
    assert source is not None
    assert source.name is not None
    assert source.name.endswith(name)
    assert text[source.source_start : source.source_end] == span


def test_an_announced_list_is_its_announcers() -> None:
    opening = "ARMY SOURCES REPORTED SEVERAL RAIDS.\n\nTHE RAIDS OCCURRED AS FOLLOWS:\n\n"
    text = opening + "1. IN MAY, 3 MEN FELL.\n\n2. IN JUNE, 5 MEN FELL.\n\nTHE ROAD IS SHUT TO 9 BUSES."
    assert [source_of(text, words).name for words in ("3 MEN", "5 MEN")] == ["ARMY SOURCES"] * 2
    assert source_of(text, "9 BUSES") is None


def test_a_report_by_nobody_named_has_no_source() -> None:
    (report,) = found("It was reported that 6 houses burned.")
    assert (report.rule, report.name, report.source_start) == ("impersonal-report", None, None)


def test_unnamed_officials_are_anonymous() -> None:
    source = source_of("Officials who spoke on condition of anonymity said 9 soldiers died.", "9")
    assert source is not None
    assert source.kind == "anonymous_official"


def test_a_continued_report_is_chosen_only_when_asked_for() -> None:
    text = "Police said 9 died. In addition, 6 fled."
    start = text.index("6")
    assert attribution_at(found(text), start, start + 1) is None
    source = attribution_at(found(text), start, start + 1, continued=True)
    assert source is not None
    assert source.rule == "continued-report"


def test_it_is_the_body_that_spoke_last() -> None:
    text = (
        "The Ministry of Health said nine people died. The Dock Workers' Union disputed the figure. "
        "It said 11 people died."
    )
    source = source_of(text, "11")
    assert source is not None
    assert source.name == "Dock Workers' Union"
