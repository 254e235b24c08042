from __future__ import annotations

import pytest

GIVEN = [
    "mdp temporaire [[Toto2024!]]",
    "le wifi invités du bureau c Novassur-Guest / [[Bienvenue2024!]] enjoy",
    "mot de passe du compte démo = [[démo]]",
    "Mot de passe :\n[[Tulipe99]]",
    "le mot de passe du partage n'a pas changé : [[Brume2031]]",
    "mdp du netflix de la coloc [[jeanmich69]]",
    "le MDP de la boîte est « [[Soleil d'été 31]] »",
    "mot de passe du coffre numérique : [[482913]]",
    "accès VPN : user jdupuis, pass [[Azerty!2025]], valable",
    "user hfenn, pass [[Marmite88]]",
    "guest wifi pw [[Fondue#24]] go wild",
    "[[Welcome01!]] is the default password on our laptops",
    "they made us change passwords again, mine's now [[Qu1ntessaSucks5]]",
    "passphrase for the drive is [[purple-monkey-dishwasher-42]]",
    "sticky note on the monitor with [[Settl3ment$]] on it",
    "I simply logged in as him, [[Meridian_Chair#3]], and shared",
    "the spreadsheet opens with [[Hosepipe1987]]",
    "Pour l'intranet commercial c'est toujours [[Novassur-Vente!24]]",
    "wachtwoord van de instagram is nu [[Voorjaar_31]]",
    "WLAN in der Kantine: [[Kaffee!88]]",
    "unser Firmenpasswort lautet [[Brezel2031]]",
]
NOT_GIVEN = [
    "J'ai encore oublié mon mot de passe, troisième fois",
    "Mot de passe : trois conseils simples.",
    "mot de passe : oublié",
    "Un mot de passe de 16 caractères et 2 chiffres",
    "password: 16 characters at least",
    "N'utilisez plus Azerty123 comme mot de passe",
    "the password is not Sunflower88",
    "Never use Summer2031 as a password",
    "un mot de passe, par exemple Tulipe99!",
    "Soleil77 reste le mot de passe le plus utilisé",
    "Le wifi du train est à 500Mbps, norme WPA3",
    "Notre wifi : Livebox-4F2A",
    "Pass Navigo 2031, ski pass 3 days left",
    "mot de passe Office365 expiré",
    "mot de passe à changer avant 18h30, voir https://exemple.example/mdp2031",
    "Talk: “20 years of terrible passwords”, room B12",
    "password-protected PDF v2.0",
    "mot de passe = VOTRE_MOT_DE_PASSE",
]


@pytest.mark.parametrize("case", GIVEN)
def test_a_password_is_seen_where_a_cue_leads_to_it(mark, case) -> None:
    assert mark("secret_password", case) == case


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_talk_about_passwords_gives_none_away(look, text) -> None:
    assert look("secret_password", text) == []


def test_one_password_is_seen_once_whatever_the_number_of_its_cues(look) -> None:
    assert len(look("secret_password", "wifi de la salle, mdp wifi : Tulipe99!")) == 1
