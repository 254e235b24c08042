"""Programs that people can install today, as judges of posts: alex, alt-profanity-check, word lists, TextBlob.

None of them knows categories, so they only say whether anything is wrong. `make quality` installs them.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from labelled import Line, Verdict, Wanted

from porte_parole.sentiment import sentiment

HERE = Path(__file__).parent
POLARITY_BELOW = -0.3
"""TextBlob's polarity from which a post counts as hostile; -1 to 1."""

LONGEST_PHRASE = 6
"""Words of the longest entry of the lists that is looked for."""

Flag = Callable[[Sequence[tuple[str, str]]], Iterable[bool]]
"""(text, language) pairs -> whether each is flagged, in order."""


@dataclass(frozen=True)
class Peer:
    """One program. Remembers nothing."""

    name: str
    flag: Flag

    def lines(self, wanted: Sequence[Wanted]) -> list[Line]:
        """Each labelled line with this peer's verdict."""
        flags = self.flags([(one.text, one.language) for one in wanted])
        return [Line(one, Verdict("hint" if flag else "clear")) for one, flag in zip(wanted, flags, strict=True)]

    def flags(self, posts: Sequence[tuple[str, str]]) -> list[bool]:
        """Whether each (text, language) is flagged."""
        return list(self.flag(posts))


def peers(folder: Path) -> tuple[list[Peer], dict[str, str]]:
    """The peers that are there, and why the others are not.

    Args:
        folder: where npm installed alex, cuss and naughty-words.
    """
    makers: dict[str, Callable[[], Flag]] = {
        "swear lists (cuss, naughty-words)": lambda: in_lists(swear_lists(folder)),
        "alex": lambda: _alex(folder),
        "alt-profanity-check": _profanity_check,
        f"TextBlob polarity < {POLARITY_BELOW}": lambda: _polarity,
    }
    found, missing = [], {}
    for name, make in makers.items():
        try:
            found.append(Peer(name, make()))
        except (ImportError, OSError, subprocess.CalledProcessError) as reason:
            missing[name] = f"it cannot be used here ({str(reason).splitlines()[0]})."
    return found, missing


def swear_lists(folder: Path) -> Mapping[str, frozenset[str]]:
    """Language -> lower-case words and phrases of both lists."""
    printed = _node("swear-lists.mjs", folder, "")
    return {language: frozenset(word.lower() for word in words) for language, words in json.loads(printed).items()}


def in_lists(lists: Mapping[str, frozenset[str]]) -> Flag:
    """Flags a text that holds an entry of its language's list, as whole words in any case."""

    def flagged(text: str, language: str) -> bool:
        words, listed = re.findall(r"[\w'’-]+", text.lower()), lists.get(language, frozenset())
        return any(
            " ".join(words[first : first + length]) in listed
            for first in range(len(words))
            for length in range(1, LONGEST_PHRASE + 1)
        )

    return lambda posts: (flagged(text, language) for text, language in posts)


def _alex(folder: Path) -> Flag:
    _node("alex.mjs", folder, '"a text"\n')

    def flag(posts: Sequence[tuple[str, str]]) -> Iterable[bool]:
        asked = "".join(f"{json.dumps(text)}\n" for text, _ in posts)
        return (count != "0" for count in _node("alex.mjs", folder, asked).split())

    return flag


def _profanity_check() -> Flag:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its model may have been stored by another scikit-learn
        from profanity_check import predict
    return lambda posts: map(bool, predict([text for text, _ in posts])) if posts else []


def _polarity(posts: Sequence[tuple[str, str]]) -> Iterable[bool]:
    return (sentiment(text, language).polarity < POLARITY_BELOW for text, language in posts)


def _node(script: str, folder: Path, asked: str) -> str:
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("Node.js is not installed")
    command = [node, str(HERE / script), str(folder.resolve())]
    ended = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=False)
    if ended.returncode:
        raise OSError(f"npm packages are missing in {folder}, or do not run")
    return ended.stdout
