"""What one run works with: folders and switches, and the posts, judges and peers made of them, each loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from judges import Judge, meaning_tier
from labelled import Wanted, read_folder, read_labelled
from ordinary import Post, read_ordinary
from peers import Peer, peers

from porte_parole.company import load_company

TUNED_ON = ("b01", "b02", "b03", "b04", "b05", "b06", "n01")
"""Batches that authors of rules have read (server/training/corpus/README.md); nobody tuned rules on the others."""

CHAT = "chat"
"""The batch of chat-like posts: insults and threats as people type them."""


@dataclass(frozen=True)
class Setup:
    """Folders and switches of one run; None where a folder was not given."""

    rules: Path
    corpus: Path
    company: Path  # the profile under which corpus and scenarios were written
    scenarios: Path | None
    data: Path | None
    peers: Path | None
    heads: Path | None  # trained without the held-out batches and the scenarios
    learned: bool  # train such heads, and cross-validate
    no_meaning: bool
    show: bool


class Material:
    """Everything the parts of the report share."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.corpus = read_folder(setup.corpus)
        self.held_out = [line for line in self.corpus if line.batch not in TUNED_ON]
        self.chat = [line for line in self.corpus if line.batch == CHAT]
        self.scenarios: list[Wanted] = read_labelled(setup.scenarios / "dev.jsonl") if setup.scenarios else []
        self.ordinary: dict[str, list[Post]] = read_ordinary(setup.data) if setup.data else {}
        self._company = load_company(setup.company)

    @property
    def held_out_batches(self) -> list[str]:
        """Names of the batches nobody tuned rules on, in order; may be empty."""
        return sorted({line.batch for line in self.held_out})

    @cached_property
    def shipped(self) -> Judge:
        """The product as it ships, with the tiers asked for."""
        return Judge(self.setup.rules, self._company, None if self.setup.no_meaning else meaning_tier())

    @cached_property
    def rules_only(self) -> Judge:
        """Recognizers and rules."""
        return self.shipped if self.setup.no_meaning else Judge(self.setup.rules, self._company)

    def with_heads(self, heads: Path) -> Judge:
        """The product with other trained heads."""
        return Judge(self.setup.rules, self._company, meaning_tier(heads))

    @cached_property
    def peers(self) -> tuple[list[Peer], dict[str, str]]:
        """The peers that are there, and why the others are not."""
        return peers(self.setup.peers or Path())
