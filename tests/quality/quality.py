"""Every figure of tests/quality in one run: quality.py [--scenarios FOLDER] [--data FOLDER] [--peers FOLDER] …

Parts whose folder is not given, or not there, are skipped with a sentence. Reports; nothing gates on it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from material import Material, Setup
from parts import all_parts

from porte_parole.settings import shipped

TRAINING = Path(__file__).resolve().parents[2] / "server" / "training"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenarios", type=Path, help="folder with dev.jsonl and company.yml")
    parser.add_argument("--data", type=Path, help="folder with the gzipped sets D4, D5, D7 and P1")
    parser.add_argument("--corpus", type=Path, default=TRAINING / "corpus", help="folder with one file a batch")
    parser.add_argument("--company", type=Path, default=TRAINING / "corpus" / "company.yml", help="for every table")
    parser.add_argument("--peers", type=Path, help="folder where npm installed alex, cuss and naughty-words")
    parser.add_argument("--rules", type=Path, default=shipped("rules"))
    parser.add_argument("--heads", type=Path, help="heads trained without the held-out batches, made earlier")
    parser.add_argument("--learned", action="store_true", help="also train heads again, for honest figures (minutes)")
    parser.add_argument("--no-meaning", action="store_true", help="recognizers and rules only, everywhere")
    parser.add_argument("--show", action="store_true", help="also list the lines that went wrong, and flagged posts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every table there")
    options = parser.parse_args()
    for folder in (options.scenarios, options.data, options.peers):
        if folder and not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    if options.scenarios and not (options.scenarios / "dev.jsonl").is_file():
        parser.error(f"{options.scenarios} holds no dev.jsonl")
    if options.heads and not options.heads.is_file():
        parser.error(f"there is no file {options.heads}")
    return options


def main() -> None:
    """Prints each part as soon as it is there."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    options = arguments()
    material = Material(
        Setup(
            rules=options.rules,
            corpus=options.corpus,
            company=options.company,
            scenarios=options.scenarios,
            data=options.data,
            peers=options.peers,
            heads=options.heads,
            learned=options.learned,
            no_meaning=options.no_meaning,
            show=options.show,
        )
    )
    written = []
    for part in all_parts(material):
        print(part.as_text(), end="\n\n", flush=True)
        written.append(part.as_json())
    if options.json:
        options.json.write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
