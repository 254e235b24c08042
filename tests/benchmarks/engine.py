"""How long one post takes in the engine alone, with and without meaning, whether more rules make it slower, how much
memory 1,000 posts leave in use, and how long a server takes to its first answer. Reports; nothing gates on it.

Run: .venv/bin/python tests/benchmarks/engine.py [--seconds S]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path

from porte_parole.analyzer import Analyzer
from porte_parole.company import Company
from porte_parole.meaning import Meaning
from porte_parole.model import Examples, Location, Post, Rule, Severity
from porte_parole.recognizers import NAMES
from porte_parole.rulebook import load_rules
from porte_parole.settings import shipped

COMPANY = Company(name="Novassur", own_names=("Novassur", "Luméo"), competitors=("Polmera",), countries=("FR", "BE"))

ORDINARY = (
    "Belle journée à Lille avec toute l'équipe : atelier sur la relation client, puis un grand tour à vélo le long du "
    "canal. Merci à Samira pour l'organisation, on a bien ri et beaucoup appris. Prochaine étape en mars, et d'ici là "
    "je range enfin mon bureau ! Qui vient courir dimanche ? 🚴 #équipe",
    "Great turnout at the open day this morning: two hundred visitors, a lot of questions about the new bicycle cover, "
    "and the best carrot cake I have had in years. Thanks to everyone who came by, and to the volunteers who stayed to "
    "clean up. See you all in Ghent next month, weather permitting 🌦️",
)
AS_INSTALLED = (
    "import sys; sys.modules.update(scipy=None, sklearn=None)\nfrom porte_parole.__main__ import main\nsys.exit(main())"
)
"""The server without what only training installs: NLTK would load it, 90 MB and 0.8 s."""

DENSE = (
    "Entre nous, le rachat de Polmera sera signé mardi et personne ne le sait encore. Mon chef est un incapable qui "
    "n'a rien vu venir. Rendement garanti de 8 % pour les premiers clients. Appelez-moi au 06 39 98 12 34.",
    "Between us, we sign the Polmera deal on Tuesday and nobody knows yet. My manager is a crook who saw nothing. "
    "Returns of 12 % are guaranteed for the first clients. Call me on 07700 900123.",
)
"""Four sentences, each with something to say."""

RISKY = (
    "Franchement le SAV de Polmera, des escrocs, et mon chef est un incapable. Entre nous, on signe le rachat mardi 🤫 "
    "Appelez-moi au 06 39 98 12 34 ou écrivez à lea.martin@example.org, je vous raconte. Rendement garanti de 8 % pour "
    "les premiers, bande d'idiooots, et mon compte est le BE68 5390 0754 7034.",
    "Honestly our customers are idiots and the manager is a crook, keep it between us. We will refund every claim, I "
    "guarantee it, returns of 12 % are guaranteed too. Call me on 07700 900123 or at lea.martin@example.org, my card "
    "is 4111 1111 1111 1111 and what the f*** is wrong with you people anyway?",
)


def rule(name: str, kind: str, language: str, **spec: object) -> Rule:
    """A rule without words for people, for measuring only."""
    words = {"fr": name, "en": name}
    category = "heated-slip" if kind != "recognizer" else "own-privacy"
    rule_id = f"{language}.{category}.{name}"
    place = Location(Path("generated.yml"), 1, 1)
    return Rule(
        rule_id, language, category, kind, Severity.MEDIUM, 0.8, words, words, words, spec, Examples((), ()), place
    )


def generated(count: int) -> list[Rule]:
    """`count` rules: seven phrases, two patterns and one near in ten, on invented words no post holds."""
    dice = random.Random(2012)  # noqa: S311 (invented words, not secrets)

    def word() -> str:
        return "".join(dice.choice("bcdfglmnprstv") + dice.choice("aeiou") for _ in range(4))

    rules = []
    for number in range(count):
        language, name = ("fr", "en")[number % 2], f"r{number}"
        if number % 10 < 7:
            rules.append(rule(name, "phrase", language, any_of=(word(), f"{word()} {word()}")))
        elif number % 10 < 9:
            rules.append(rule(name, "pattern", language, pattern=rf"{word()}s? (de )?\d+ ?{word()}", whole_word=True))
        else:
            rules.append(near(name, language, (word(), word())))
    return rules


def near(name: str, language: str, words: tuple[str, ...]) -> Rule:
    """A near rule on everybody."""
    spec = {
        "target": ("own_name", "competitor", "person_role", "client_group", "second_person"),
        "target_words": (),
        "predicate_words": words,
        "sentiment_below": None,
        "max_tokens_between": 8,
        "not_in": ("negation", "quotation", "question", "conditional"),
    }
    return rule(name, "near", language, **spec)


def recognizers() -> list[Rule]:
    """Every recognizer, switched on."""
    when = {"own": "own-privacy", "other": "others-personal-data"}
    return [rule(name, "recognizer", "neutral", recognizer=name, category_when=when) for name in NAMES]


def time_posts(analyzer: Analyzer, texts: Sequence[str], seconds: float) -> list[float]:
    """Milliseconds of each check, the texts in turn, for about `seconds`."""
    posts = [Post(text) for text in texts]
    analyzer.check(posts[0])
    times = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        for post in posts:
            start = time.perf_counter()
            analyzer.check(post)
            times.append((time.perf_counter() - start) * 1000)
    return times


def time_fresh(analyzer: Analyzer, texts: Sequence[str], seconds: float) -> list[float]:
    """The same, with a number before each text that no post had: its meaning is never remembered."""
    times = []
    number = 0
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        for text in texts:
            number += 1
            sentences = text.split(". ")
            post = Post(". ".join(f"{one} {_word(number)}" for one in sentences)[: max(280, len(text))])
            start = time.perf_counter()
            analyzer.check(post)
            times.append((time.perf_counter() - start) * 1000)
    return times


def _word(number: int) -> str:
    """A made-up word for `number`: numbers alone are levelled before meaning is asked."""
    return "".join("bdfglmnprt"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:04d}")


def serve_posts(options: Sequence[str]) -> tuple[float, float | None]:
    """Seconds from starting a server to its first answer, and its resident megabytes after 1,000 posts (Linux only)."""
    with tempfile.TemporaryDirectory() as home:
        ready = Path(home, "ready.json")
        environment = {**os.environ, "PORTE_PAROLE_HOME": home}
        command = [sys.executable, "-c", AS_INSTALLED, "serve", "--port", "0", "--tools", "--ready-file", str(ready)]
        start = time.perf_counter()
        server = subprocess.Popen([*command, *options], env=environment, stdout=subprocess.DEVNULL)
        try:
            while not ready.exists() and server.poll() is None:
                time.sleep(0.005)
            values = json.loads(ready.read_text("utf-8"))
            headers = {"Content-Type": "application/json", "Authorization": f"Bearer {values['tools_token']}"}
            connection = HTTPConnection("127.0.0.1", values["port"])
            first = 0.0
            for text in (*ORDINARY, *shuffled((*ORDINARY, *RISKY, *DENSE), 1000)):
                connection.request("POST", "/tools/check", json.dumps({"text": text}), headers)
                connection.getresponse().read()
                first = first or time.perf_counter() - start
            connection.close()
            return first, _resident(server.pid)
        finally:
            server.terminate()
            server.wait()


def _resident(pid: int) -> float | None:
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), None)


def shuffled(texts: Sequence[str], count: int) -> list[str]:
    """`count` texts of the same words, each in an order never seen before: nothing learned from one helps the next."""
    dice = random.Random(2012)  # noqa: S311 (an order, not a secret)
    words = [text.split() for text in texts]
    return [" ".join(dice.sample(each, len(each))) for _ in range(count // len(words)) for each in words]


def print_row(name: str, times: Sequence[float]) -> float:
    """One row of the table; returns the median."""
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{name:<58} p50 {p50:6.3f} ms   p95 {p95:6.3f} ms   n {len(times)}")
    return p50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2.0, help="time for each row")
    seconds = parser.parse_args().seconds
    lengths = ", ".join(str(len(text)) for text in (*ORDINARY, *RISKY))
    print(f"texts: 2 ordinary and 2 risky, French and English; {lengths} characters\n")

    start = time.perf_counter()
    shipped_rules = list(load_rules(shipped("rules")))
    loaded = time.perf_counter()
    analyzer = Analyzer(shipped_rules, COMPANY)
    print(
        f"{len(shipped_rules)} shipped rules, read in {loaded - start:.2f} s, prepared in "
        f"{time.perf_counter() - loaded:.2f} s"
    )
    print_row("  ordinary posts (target: p50 at most 1 ms)", time_posts(analyzer, ORDINARY, seconds))
    print_row("  ordinary words, never twice in one order", time_posts(analyzer, shuffled(ORDINARY, 2000), 0.01))
    print_row("  risky posts", time_posts(analyzer, RISKY, seconds))
    meaning = Meaning()
    if meaning.wait():
        every = Analyzer(shipped_rules, COMPANY, meaning)
        print_row("  every tier, ordinary (target: at most 4 ms)", time_fresh(every, ORDINARY, seconds))
        print_row("  every tier, dense (target: at most 8 ms)", time_fresh(every, DENSE, seconds))

    few = print_row("100 generated rules", time_posts(_generated_analyzer(100), (*ORDINARY, *RISKY), seconds))
    many = print_row("10,000 generated rules", time_posts(_generated_analyzer(10_000), (*ORDINARY, *RISKY), seconds))
    print(f"10,000 rules take {many / few:.2f} times as long as 100 (target: at most 1.3)")
    for name, options, most in (("without", ("--no-meaning",), 130), ("with", (), 260)):
        seconds_to_answer, megabytes = serve_posts(options)
        print(
            f"server {name} meaning: first answer after {seconds_to_answer:.2f} s (target: at most 1.5), "
            f"{megabytes or 0:.0f} MB after 1,000 posts (target: at most {most})"
        )


def _generated_analyzer(count: int) -> Analyzer:
    return Analyzer([*generated(count), *recognizers()], COMPANY)


if __name__ == "__main__":
    main()
