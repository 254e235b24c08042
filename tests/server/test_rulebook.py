"""Rule files: what loads, what is refused, and where the error points."""

from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole.errors import RuleError
from porte_parole.model import Rule, Severity
from porte_parole.rulebook import MAX_RULES, load_rules, rule_files

# The parts of rules-example.yml whose kinds exist today, as their author wrote them.
CONTRACT = """\
- id: entre-nous
  kind: phrase
  any_of: [entre nous, ça reste entre nous, ne le répétez pas]
  severity: low
  confidence: "0.55"
  title: {fr: Ce qui est publié reste, en: What you post stays}
  message: {fr: « Entre nous » n'existe pas en ligne., en: "There is no \\"between us\\" online."}
  advice: {fr: Écrivez-le comme si cela restait., en: Write it as if it stays.}
  suggestions: []
  lesson: permanence
  examples:
    hit: ["[[Entre nous]], le rachat est signé 🤫"]
    pass: ["Il n'y a que dix ans entre nous deux."]

- id: rendement-garanti
  kind: pattern
  pattern: "(rendement|taux|gain)s? (garanti|assuré)e?s?( de)? \\\\d+([.,]\\\\d+)? ?%"
  whole_word: "true"
  severity: high
  confidence: "0.9"
  title: {fr: Promesse de gain, en: Promise of gains}
  message: {fr: Un rendement garanti peut tromper et engager., en: A guaranteed return can mislead and bind.}
  advice: {fr: "Parlez aussi du risque, ou laissez un conseiller habilité répondre.", en: "Mention the risk too, or let a licensed adviser answer."}
  lesson: financial-promotion
  examples:
    hit: ["Chez nous, [[rendement garanti de 8 %]] !"]
    pass: ["Méfiez-vous des annonces de rendement élevé."]

- id: insulte-visee
  kind: near
  target: [own_name, competitor, person_role, client_group, second_person]
  predicate: {words: [nul, incapable, voleur, escroc], sentiment_below: "-0.5"}
  max_tokens_between: "8"
  not_in: [negation, quotation, question, conditional]
  severity: medium
  confidence: "0.8"
  title: {fr: Dénigrement, en: Disparagement}
  message: {fr: Un jugement sur une personne ou une maison se retourne souvent., en: A verdict on a person or a firm often comes back.}
  advice: {fr: Décrire le fait plutôt que juger vous donnera plus de poids., en: Describing the fact gives you more weight.}
  lesson: disparagement
  examples:
    hit: ["Franchement [[le SAV de Polmera, des escrocs]]."]
    pass: ["Je ne dis pas que Polmera est nul."]

- id: iban
  kind: recognizer
  recognizer: iban
  category_when: {own: own-privacy, other: others-personal-data}
  severity: high
  confidence: "0.99"
  title: {fr: Coordonnées bancaires, en: Bank details}
  message: {fr: Un numéro de compte valide est visible., en: A valid account number is visible.}
  advice: {fr: Gardez-le pour un message privé., en: Keep it for a private message.}
  lesson: own-privacy
  examples:
    hit: ["Mon compte : [[BE68 5390 0754 7034]]"]
    pass: ["Référence BE68 5390 0754 7035"]
"""  # noqa: E501  # lines as in the contract

ONE = """\
- id: un
  kind: phrase
  any_of: [entre nous]
  severity: low
  confidence: "0.5"
  title: {fr: Titre, en: Title}
  message: {fr: Message, en: Message}
  advice: {fr: Conseil, en: Advice}
  examples: {hit: ["[[Entre nous]]"], pass: ["Rien."]}
"""


def load(folder: Path, content: str, place: str = "fr/permanence.yml") -> tuple[Rule, ...]:
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return load_rules(folder)


def refusal(folder: Path, content: str, place: str = "fr/permanence.yml") -> str:
    """What the author reads, after the folder's own path."""
    with pytest.raises(RuleError) as caught:
        load(folder, content, place)
    return str(caught.value).removeprefix(f"{folder}/")


def test_the_contract_loads_in_its_order(tmp_path: Path) -> None:
    rules = load(tmp_path, CONTRACT)

    assert [rule.id for rule in rules] == [
        "fr.permanence.entre-nous",
        "fr.permanence.rendement-garanti",
        "fr.permanence.insulte-visee",
        "fr.permanence.iban",
    ]
    assert [rule.severity for rule in rules] == [Severity.LOW, Severity.HIGH, Severity.MEDIUM, Severity.HIGH]
    assert rules[0].title == {"fr": "Ce qui est publié reste", "en": "What you post stays"}
    assert (rules[2].location.line, rules[2].location.column) == (29, 3)


def test_each_kind_gets_its_own_keys_typed(tmp_path: Path) -> None:
    phrase, pattern, near, recognizer = load(tmp_path, CONTRACT)

    assert phrase.spec == {"any_of": ("entre nous", "ça reste entre nous", "ne le répétez pas")}
    assert pattern.spec == {
        "pattern": r"(rendement|taux|gain)s? (garanti|assuré)e?s?( de)? \d+([.,]\d+)? ?%",
        "whole_word": True,
    }
    assert near.spec == {
        "target": ("own_name", "competitor", "person_role", "client_group", "second_person"),
        "target_words": (),
        "predicate_words": ("nul", "incapable", "voleur", "escroc"),
        "sentiment_below": -0.5,
        "max_tokens_between": 8,
        "not_in": ("negation", "quotation", "question", "conditional"),
    }
    assert recognizer.spec == {
        "recognizer": "iban",
        "category_when": {"own": "own-privacy", "other": "others-personal-data"},
    }


def test_a_near_target_may_be_words(tmp_path: Path) -> None:
    target = "target: {words: [ce ministre]}\n  predicate: {words: [clown]}"
    (rule,) = load(tmp_path, ONE.replace("kind: phrase", "kind: near").replace("any_of: [entre nous]", target))

    assert (rule.spec["target"], rule.spec["target_words"]) == ((), ("ce ministre",))
    assert rule.spec["not_in"] == ("negation", "quotation", "question", "conditional")


def test_optional_keys_reach_the_rule(tmp_path: Path) -> None:
    more = (
        "  suggestions: [à bientôt]\n  lesson: permanence\n  url: https://example.org/a\n  sites: [www.linkedin.com]\n"
    )
    (rule,) = load(tmp_path, ONE + more + "  unless: [gâteau]\n  source: an author\n")

    assert (rule.suggestions, rule.lesson, rule.url) == (("à bientôt",), "permanence", "https://example.org/a")
    assert (rule.sites, rule.unless, rule.source) == (("www.linkedin.com",), ("gâteau",), "an author")


def test_an_imported_rule_needs_neither_examples_nor_a_second_language(tmp_path: Path) -> None:
    content = ONE.replace(", en: Title", "").replace('  examples: {hit: ["[[Entre nous]]"], pass: ["Rien."]}\n', "")
    (rule,) = load(tmp_path, content + "  origin: imported\n")

    assert (rule.origin, rule.examples.hits, rule.title["en"]) == ("imported", (), "Titre")


def test_a_missing_folder_and_an_empty_file_give_no_rules(tmp_path: Path) -> None:
    assert load_rules(tmp_path / "absent") == ()
    assert load(tmp_path, "# nothing yet\n") == ()


def test_the_origin_is_the_callers(tmp_path: Path) -> None:
    load(tmp_path, ONE)

    assert load_rules(tmp_path, "mine")[0].origin == "mine"


CHANGES = {
    "typo in a key": ("any_of", "any_off", "Unknown key 'any_off'; did you mean 'any_of'?"),
    "key of another kind": ("severity", "pattern: a\n  severity", "Unknown key 'pattern'"),
    "no kind": ("  kind: phrase\n", "", "The key 'kind' is missing"),
    "kind of tomorrow": (
        "kind: phrase",
        "kind: metric",
        "No kind is called 'metric'; the kinds that exist are phrase, pattern, near, recognizer, meaning.",
    ),
    "severity": ("severity: low", "severity: lo", "Unknown value 'lo'; did you mean 'low'?"),
    "confidence too high": ('"0.5"', '"1.5"', "A number from 0 to 1"),
    "confidence with a comma": ('"0.5"', '"0,5"', "with a point for decimals"),
    "no English title": (", en: Title", "", "The key 'en' is missing"),
    "unknown language": ("{fr: Titre,", "{fr: Titre, es: x,", "Unknown key 'es'"),
    "long title": ("Titre", "t" * 81, "This text has 81 characters; at most 80 fit."),
    "long advice": ("Conseil", "t" * 401, "at most 400 fit"),
    "empty phrase": ("[entre nous]", '["", a]', "This text is empty"),
    "phrase of signs": ("[entre nous]", '["!?"]', "A phrase needs a letter or a digit"),
    "no phrase": ("[entre nous]", "[]", "At least one phrase"),
    "no examples": ('  examples: {hit: ["[[Entre nous]]"], pass: ["Rien."]}\n', "", "The key 'examples' is missing"),
    "no pass": (', pass: ["Rien."]', "", "The key 'pass' is missing"),
    "no hit": ('hit: ["[[Entre nous]]"]', "hit: []", "At least one hit example"),
    "hit without brackets": ("[[Entre nous]]", "Entre nous", "Put [[ and ]] around"),
    "bracket left open": ("[[Entre nous]]", "[[Entre nous", "do not fit"),
    "pass with brackets": ("Rien.", "[[Rien]].", "A pass example has no [[…]]"),
    "id with a space": ("id: un", "id: un deux", "lower-case letters"),
    "link that runs": ("severity", "url: javascript:alert(1)\n  severity", "complete https:// address"),
    "link in the clear": ("severity", "url: http://example.org\n  severity", "complete https:// address"),
    "site with a path": ("severity", "sites: [https://x.com/]\n  severity", "host name"),
    "origin": ("severity", "origin: company\n  severity", "Unknown value 'company'"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_rule_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    old, new, expected = CHANGES[name]
    assert old in ONE

    message = refusal(tmp_path, ONE.replace(old, new, 1))

    assert expected in message
    assert message.startswith("fr/permanence.yml:")


def test_an_error_points_at_the_value(tmp_path: Path) -> None:
    assert refusal(tmp_path, ONE.replace("severity: low", "severity: lo")).startswith("fr/permanence.yml:4:13: ")


@pytest.mark.parametrize("pattern", [r"\bécole\b", r"a\\\b", r"[\b]", r"x\B"])
def test_a_word_boundary_is_refused_and_whole_word_offered(pattern: str, tmp_path: Path) -> None:
    content = ONE.replace("phrase", "pattern").replace("any_of: [entre nous]", f"pattern: '{pattern}'")

    assert 'use whole_word: "true" instead' in refusal(tmp_path, content)


def test_a_backslash_before_b_is_no_word_boundary(tmp_path: Path) -> None:
    content = ONE.replace("phrase", "pattern").replace("any_of: [entre nous]", r"pattern: 'C:\\bin'")

    assert load(tmp_path, content)[0].spec == {"pattern": r"C:\\bin", "whole_word": False}


def test_a_pattern_over_500_characters_is_refused(tmp_path: Path) -> None:
    content = ONE.replace("phrase", "pattern").replace("any_of: [entre nous]", f"pattern: {'a' * 501}")

    assert "501 characters; at most 500" in refusal(tmp_path, content)


def test_control_and_direction_characters_leave_the_texts(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, ONE.replace("fr: Message", 'fr: "a\\u202Eb\\u2066c\\u0007d\\ne <img onerror=x>"'))

    assert rule.message["fr"] == "abcd e <img onerror=x>"


def test_two_rules_with_one_id_name_both_lines(tmp_path: Path) -> None:
    message = refusal(tmp_path, ONE + ONE)

    assert message == "fr/permanence.yml:10:3: The id 'un' is already used at line 1; choose another."


def test_a_file_holds_at_most_2000_rules(tmp_path: Path) -> None:
    many = "".join(f"- {{id: r{number}, kind: x}}\n" for number in range(MAX_RULES + 1))

    assert "more than 2,000 rules" in refusal(tmp_path, many)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("fr/permanance.yml", "No category is called 'permanance'; did you mean 'permanence'?"),
        ("FR/permanence.yml", "one folder of fr, en, nl, de, neutral"),
        ("permanence.yml", "one folder of fr, en, nl, de, neutral"),
        ("fr/mine/permanence.yml", "one folder of fr, en, nl, de, neutral"),
        ("fr/permanence.yaml", "ends in .yml"),
        ("fr/lessons/permanence.yml", "one folder of fr, en, nl, de, neutral"),
        ("lessons.yml", "one folder of fr, en, nl, de, neutral"),
    ],
)
def test_a_file_in_the_wrong_place_is_refused(place: str, expected: str, tmp_path: Path) -> None:
    assert expected in refusal(tmp_path, ONE, place)


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    assert load(tmp_path, "not: a rule", "fr/.permanence.yml") == ()


def test_lessons_beside_the_rules_are_left_alone(tmp_path: Path) -> None:
    load(tmp_path, ONE)

    assert len(load(tmp_path, "id: permanence", "lessons/permanence.yml")) == 1


def test_a_folder_of_lessons_alone_holds_no_rule_file(tmp_path: Path) -> None:
    load(tmp_path, "id: permanence", "lessons/permanence.yml")

    assert rule_files(tmp_path) == []
