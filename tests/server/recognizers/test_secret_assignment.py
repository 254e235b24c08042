from __future__ import annotations

import pytest

RANDOM = "8f3b0c6d27e94a51b7d20c93fae615d8"

ASSIGNED = [
    f"adobeToken := `[[{RANDOM}]]`",
    f'ADOBE_TOKEN ::= "[[{RANDOM}]]"',
    f'{{"api-key": "[[{RANDOM}]]"}}',
    f'System.setProperty("APP_SECRET", "[[{RANDOM}]]")',
    f"<appToken>\n  [[{RANDOM}]]\n</appToken>",
    f'<add key="ApiToken" value="[[{RANDOM}]]" />',
    f"- name: API_TOKEN\n      value: [[{RANDOM}]]",
    f'var appToken string = "[[{RANDOM}]]"',
    f"https://example.org/?access_token=[[{RANDOM}]]&page=2",
    f"asana client secret [[{RANDOM}]]",
    f"the bot secret is [[{RANDOM}]], don't lose it",
    'password: "[[Ch4uss(ette)$]]"',
    f"clé API : [[{RANDOM}]]",
    "Il fallait password=[[Tremontis_prod_01]] dans le .env",
    'curl -H "Authorization: Basic [[bGVhOlR1bGlwZTk5IQ==]]"',
    'curl -H "Api-Token: [[Sk94HG7f6KB]]"',
    'Authorization: Bearer [[cfcabd11c7ed9a41b1a3]]"',
]
NO_SECRET = [
    "token = YOUR_TOKEN_HERE_123",
    "password=${DB_PASSWORD_1}",
    'api_key = "xxxxxxxxxxxxxxxx"',
    'secret: "my-app-secret-2024"',
    "token: 1234567890123456",
    f'csrf_token = "{RANDOM}"',
    f'<input name="authenticity_token" value="{RANDOM}">',
    f'publicKeyToken="{RANDOM}"',
    f"monkey = {RANDOM}",
    f'primary_key: "{RANDOM}"',
    f"token, {RANDOM}",
    f"if token > {RANDOM}",
    "secret_file: /run/secrets/app-token-2031",
    "password: getPassword(user1)",
    "api_key = config.keys.api_v2",
    "token expires 2031-04-01T10:00",
    'Authorization: Basic dXNlcjpwYXNzd29yZA=="',
    "One token is about 4 characters, the secret is practice",
]


@pytest.mark.parametrize("case", ASSIGNED)
def test_a_value_is_seen_where_a_name_announces_a_secret(mark, case) -> None:
    assert mark("secret_assignment", case) == case


@pytest.mark.parametrize("text", NO_SECRET)
def test_placeholders_references_and_other_names_are_left_alone(look, text) -> None:
    assert look("secret_assignment", text) == []


def test_a_provider_named_nearby_asks_for_its_own_form(look) -> None:
    assert len(look("secret_assignment", f"meraki_key = {RANDOM}4d2a90bc")) == 1
    assert look("secret_assignment", f"meraki_key = {RANDOM}4D2A90BC") == []


def test_what_begins_like_a_known_key_must_be_one(look) -> None:
    assert look("secret_assignment", "DATABRICKS_TOKEN=dapi8f3b0c6d27e94a51") == []
