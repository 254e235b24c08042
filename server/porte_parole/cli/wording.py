"""The command line's own words in French and English, and which of the two to use.

Severities and pairing are called what the extension calls them (extension/locales).
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "low": "un conseil",
        "medium": "à relire",
        "high": "prudence",
        "clear": "Rien à signaler.",
        "one": "1 passage souligné",
        "many": "{count} passages soulignés",
        "score": "score {score} sur 100",
        "why": "Pourquoi",
        "advice": "Conseil",
        "instead": "Plutôt",
        "see": "À lire",
        "signs": "Indices",
        "aside": "Laissé de côté",
        "by": "par {what}",
        "empty": "(texte vide)",
        "listening": "Porte-parole lit avec vous sur {address}. Pour l’arrêter : Ctrl+C.",
        "paired": "La liaison avec le navigateur est prête.",
        "unusable": "Liaison inutilisable : {mistake}",
        "unpaired": "Aucun navigateur n’est encore relié : lancez une fois « porte-parole native-host install », "
        "ou « porte-parole pair ».",
        "service": "Service partagé pour {origin}, sur {address}. Clé publique : {public_key}. Arrêt : Ctrl+C.",
        "service_key": "Clé privée du service : {file}. Elle ne quitte pas le service. Dans la politique du "
        "navigateur, mettez l’adresse https du service et cette clé publique :",
        "tools": "Outils : POST {address}/tools/check, jeton {token}",
        "left_out": "Laissé de côté tant que ce n’est pas corrigé : {mistake}",
        "kept": "Les dernières règles valables restent en service : {mistake}",
        "paste": "Copiez ce code, ouvrez les réglages de l’extension Porte-parole, collez-le dans « Code de liaison ».",
        "secret": "Ce code vaut une clé : ne l’envoyez à personne. « porte-parole pair --reset » le remplace.",
        "chrome": "Chrome, Edge : ouvrez chrome://extensions (edge://extensions), activez le mode développeur, "
        "« Charger l’extension non empaquetée », choisissez {folder}",
        "firefox": "Firefox : ouvrez about:debugging#/runtime/this-firefox, « Charger un module complémentaire "
        "temporaire », choisissez {folder}",
        "sample": "Un exemple, avec une entreprise inventée, Novassur :",
        "practice": "Pour essayer en écrivant : {address}",
        "stop": "Ctrl+C pour arrêter.",
        "tested": "Règles : {rules}, exemples : {examples}. {outcome}",
        "all_hold": "Tous tiennent.",
        "do_not_hold": "Ne tiennent pas : {count}.",
        "text": "Texte",
        "expected": "Attendu",
        "found": "Trouvé",
        "nothing": "rien",
        "host_written": "écrit",
        "host_same": "déjà en place",
        "host_removed": "retiré",
        "host_installed": "en place",
        "host_absent": "rien",
        "host_incomplete": "incomplet, à réinstaller",
        "host_foreign": "désigne un autre programme, laissé tel quel",
        "host_next": "Lancez « porte-parole serve » : l’extension se relie alors d’elle-même, sans code.",
        "host_key_stays": "La clé reste dans {file} ; supprimez ce fichier si aucun navigateur n’est plus relié.",
    },
    "en": {
        "low": "a hint",
        "medium": "worth a second look",
        "high": "careful",
        "clear": "Nothing to point out.",
        "one": "1 passage underlined",
        "many": "{count} passages underlined",
        "score": "score {score} of 100",
        "why": "Why",
        "advice": "Advice",
        "instead": "Instead",
        "see": "Read on",
        "signs": "Signs",
        "aside": "Left aside",
        "by": "by {what}",
        "empty": "(empty text)",
        "listening": "Porte-parole reads along on {address}. To stop it: Ctrl+C.",
        "paired": "The connection with the browser is ready.",
        "unusable": "The connection cannot be used: {mistake}",
        "unpaired": "No browser is connected yet: run “porte-parole native-host install” once, or “porte-parole pair”.",
        "service": "Shared service for {origin}, on {address}. Public key: {public_key}. To stop it: Ctrl+C.",
        "service_key": "Private key of the service: {file}. It never leaves the service. In the browser’s policy, "
        "put the service's https address and this public key:",
        "tools": "Tools: POST {address}/tools/check, token {token}",
        "left_out": "Left out until it is corrected: {mistake}",
        "kept": "The last good rules stay in use: {mistake}",
        "paste": "Copy this code, open the settings of the Porte-parole extension, paste it into “Connection code”.",
        "secret": "This code is a key: send it to nobody. “porte-parole pair --reset” replaces it.",
        "chrome": "Chrome, Edge: open chrome://extensions (edge://extensions), turn on Developer mode, "
        "“Load unpacked”, choose {folder}",
        "firefox": "Firefox: open about:debugging#/runtime/this-firefox, “Load Temporary Add-on…”, choose {folder}",
        "sample": "An example, with an invented company, Novassur:",
        "practice": "To try it while you write: {address}",
        "stop": "Ctrl+C to stop.",
        "tested": "Rules: {rules}, examples: {examples}. {outcome}",
        "all_hold": "All hold.",
        "do_not_hold": "Not holding: {count}.",
        "text": "Text",
        "expected": "Expected",
        "found": "Found",
        "nothing": "nothing",
        "host_written": "written",
        "host_same": "already in place",
        "host_removed": "removed",
        "host_installed": "in place",
        "host_absent": "nothing there",
        "host_incomplete": "incomplete, install it again",
        "host_foreign": "names another program, left as it is",
        "host_next": "Start “porte-parole serve”: the extension then connects by itself, without a code.",
        "host_key_stays": "The key stays in {file}; remove that file if no browser is connected any more.",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """The text of `key` in French or, for any other language, in English. Raises KeyError for an unknown key."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)


def user_language(environment: Mapping[str, str] = os.environ) -> str:
    """ "fr" or "en": what the user's locale asks for (POSIX precedence), else English."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), None)
    return "fr" if (named or locale.getlocale()[0] or "").lower().startswith("fr") else "en"
