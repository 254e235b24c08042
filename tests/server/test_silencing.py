from __future__ import annotations

from dataclasses import replace

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.errors import RuleError
from porte_parole.model import Post
from porte_parole.silencing import _Unless, on_site


@pytest.mark.parametrize(
    ("unless", "text", "silent"),
    [
        ("publié", "Le projet secret est publie", True),
        ("publié", "Déjà : le projet secret publie un article", False),
        ("site", "Le projet secret est sur le site", True),
        ("site", "Le projet secret a été visité. Il est sur le site", False),
        ("sit", "Le projet secret est sur le site", False),
        (r"\d+ fois", "Le projet secret, dit 3 fois", True),
    ],
)
def test_unless_cancels_in_the_same_sentence(make_rule, find_texts, unless, text, silent) -> None:
    rule = make_rule("phrase", any_of=("projet secret",), unless=(unless,))

    assert find_texts(rule, text) == ([] if silent else ["projet secret"])


def test_an_unless_that_cannot_run_is_refused(make_rule) -> None:
    with pytest.raises(RuleError, match="In unless: Look-ahead"):
        Analyzer([make_rule("phrase", any_of=("x y",), unless=("(?=a)",))])


def test_an_unless_that_cannot_run_is_refused_where_it_stands(make_rule) -> None:
    rules = [make_rule("phrase", f"fr.heated-slip.{name}", any_of=("x y",), unless=unless) for name, unless in (
        ("good", ("a+", "b")), ("bad", ("a+", r"\w*")),
    )]  # fmt: skip
    rules[1] = replace(rules[1], location=replace(rules[1].location, line=77))

    with pytest.raises(RuleError, match=r"In unless: .*empty text") as caught:
        Analyzer(rules)

    assert caught.value.line == 77


def test_rules_share_an_unless_and_each_has_its_own(make_rule) -> None:
    first = make_rule("phrase", "fr.heated-slip.a", any_of=("projet secret",), unless=(r"\d fois", "site"))
    second = make_rule("phrase", "fr.heated-slip.b", any_of=("plan caché",), unless=(r"\w+ois", r"\d fois"))
    analyzer = Analyzer([first, second])

    def silent(text: str) -> list[str]:
        return [one.rule.id[-1] for one in analyzer.check(Post(text, explain=True)).suppressed]

    assert silent("Le projet secret et le plan caché, dit 3 fois") == ["a", "b"]
    assert silent("Le projet secret et le plan caché, autrefois") == ["b"]
    assert silent("Le projet secret et le plan caché, sur le site") == ["a"]


def test_public_facts_free_announcements_only(make_rule, company) -> None:
    known = replace(company, public_facts=("Rachat de Kerdial", "https://novassur.example/kerdial"))
    text = "On signe le RACHAT de Kerdial mardi !"
    told = Post(text, explain=True)

    def silenced_by(category: str) -> list[str | None]:
        rule = make_rule("phrase", f"fr.{category}.x", any_of=("on signe",))
        return [one.suppressed_by for one in Analyzer([rule], known).check(told).suppressed]

    assert silenced_by("confidential-business") == ["public-fact"]
    assert silenced_by("official-statement") == ["public-fact"]
    assert silenced_by("rumour") == []


def test_in_private_only_credentials_and_proven_identifiers_count(make_rule, find_texts) -> None:
    insult = make_rule("phrase", any_of=("quel idiot",))
    secret = make_rule("phrase", "fr.credentials-secrets.x", any_of=("quel idiot",))
    iban = make_rule("recognizer", "neutral.own-privacy.iban", recognizer="iban")
    phone = make_rule("recognizer", "neutral.own-privacy.phone", recognizer="phone")
    text = "quel idiot, BE68 5390 0754 7034, 06 39 98 12 34"

    assert find_texts(insult, text, audience="private") == []
    assert find_texts(phone, text, audience="private") == []
    assert find_texts(secret, text, audience="private") == ["quel idiot"]
    assert find_texts(iban, text, audience="private") == ["BE68 5390 0754 7034"]


@pytest.mark.parametrize(
    ("sites", "site", "speaks"),
    [
        ((), "", True),
        (("facebook.com",), "m.Facebook.com", True),
        (("facebook.com",), "facebook.com", True),
        (("facebook.com",), "notfacebook.com", False),
        (("facebook.com",), "", False),
    ],
)
def test_a_rule_for_some_sites_is_silent_elsewhere(sites, site, speaks) -> None:
    assert on_site(sites, site) is speaks


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("On signe ! Tout est là. https://www.novassur.example/kerdial?utm=x", True),
        ("On signe ! https://novassur.example/kerdial/dates", True),
        ("On signe ! https://novassur.example/kerdial-bis", False),
        ("On signe ! https://autre.example/novassur.example/kerdial", False),
        ("On signe !", False),
    ],
)
def test_a_link_to_what_is_public_frees_the_whole_post(make_rule, company, text: str, public: bool) -> None:
    known = replace(company, public_facts=("https://novassur.example/kerdial",))
    rule = make_rule("phrase", "fr.confidential-business.x", any_of=("on signe",))

    assert bool(Analyzer([rule], known).check(Post(text)).findings) is not public


@pytest.mark.parametrize(
    ("category", "account", "speaks"),
    [
        ("official-statement", "official", False),
        ("official-statement", "personal", True),
        ("official-statement", "unknown", True),
        ("confidential-business", "official", True),
    ],
)
def test_who_writes_for_the_company_may_speak_for_it(make_rule, find_texts, category, account, speaks) -> None:
    rule = make_rule("phrase", f"fr.{category}.x", any_of=("on signe",))

    assert bool(find_texts(rule, "On signe mardi", account=account)) is speaks


def test_a_rule_that_finds_much_in_one_sentence_is_asked_about_it_once(make_rule, monkeypatch) -> None:
    asked = []
    honest = _Unless.speaks
    monkeypatch.setattr(_Unless, "speaks", lambda *about: asked.append(about) or honest(*about))
    analyzer = Analyzer([make_rule("phrase", any_of=("projet secret",), unless=("connu",))])

    analyzer.check(Post("projet secret, " * 600 + ". Un projet secret"))

    assert len(asked) == 2
