"""Rules that change while a server answers: a good set must come into force, a broken one must change nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic

EVERY_S = 5.0
LONGEST_S = 60.0
"""Patience for a set to come into force, on a machine that does much else."""

RULE = """- id: soak
  kind: phrase
  any_of: [{word}]
  severity: low
  confidence: "0.9"
  title: {{fr: Mot, en: Word}}
  message: {{fr: Un mot inventé., en: An invented word.}}
  advice: {{fr: Prenez-en un autre., en: Take another one.}}
  examples: {{hit: ["Un [[{word}]]."], pass: ["Un mot."]}}
"""


@dataclass
class RuleChanges:
    """One rule in `folder`, on another invented word each time."""

    folder: Path
    good: int = 0
    broken: int = 0
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._file = self.folder / "fr" / "heated-slip.yml"
        self._file.parent.mkdir(parents=True)
        self._write(_word(0))

    def go_on(self, check: Callable[[str], dict], stopped: Event) -> None:
        """Change the rules until stopped, each third time into broken ones."""
        number = 0
        while not stopped.wait(EVERY_S):
            number += 1
            try:
                if number % 3 == 0:
                    self._break(check, stopped, number)
                else:
                    self._change(check, stopped, number)
            except (OSError, AssertionError) as problem:
                self.wrong.append(f"change {number}: {type(problem).__name__}")

    def _change(self, check: Callable[[str], dict], stopped: Event, number: int) -> None:
        self._write(_word(number))
        limit = monotonic() + LONGEST_S
        while not _finds(check, _word(number)):
            if stopped.wait(0.5):
                return
            if monotonic() > limit:
                self.wrong.append(f"change {number}: not in force after {LONGEST_S:.0f} s")
                return
        self.good += 1

    def _break(self, check: Callable[[str], dict], stopped: Event, number: int) -> None:
        whole = self._file.read_text("utf-8")
        self._file.write_text(whole[: len(whole) // 2] if number % 2 else whole.replace("low", "huge"), "utf-8")
        stopped.wait(EVERY_S)
        if _finds(check, _word(number - 1)):
            self.broken += 1
        else:
            self.wrong.append(f"change {number}: a broken file took the last good rules away")

    def _write(self, word: str) -> None:
        self._file.write_text(RULE.format(word=word), "utf-8")


def _word(number: int) -> str:
    """A made-up word for each number; figures alone would be read as a number."""
    return "zor" + "".join("bcdfglmnprst"[int(digit)] + "aeiou"[int(digit) % 5] for digit in str(number)) + "glub"


def _finds(check: Callable[[str], dict], word: str) -> bool:
    return any(finding["rule"] == "fr.heated-slip.soak" for finding in check(f"Un {word}.")["findings"])
