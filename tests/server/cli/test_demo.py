"""`porte-parole demo`: one sample through a real server, in the user's language."""

from __future__ import annotations

import http.client
import re
from pathlib import Path

import pytest
from tests.server.cli.conftest import Run


@pytest.mark.parametrize(
    ("locale", "verdict"),
    [("fr_FR.UTF-8", r"[3-9] passages soulignés · prudence"), ("en_GB.UTF-8", r"[3-9] passages underlined · careful")],
)
def test_once_shows_a_sample_with_several_findings(
    run: Run, monkeypatch: pytest.MonkeyPatch, locale: str, verdict: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    ran = run("demo", "--once")

    assert (ran.code, ran.err) == (0, "")
    assert re.search(verdict, ran.out)
    assert "http://" not in ran.out


def test_the_practice_page_that_is_not_built_is_said(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("porte_parole.cli.serve.shipped", lambda _: tmp_path)
    ran = run("demo")

    assert ran.code == 2
    assert "make setup" in ran.err


def test_the_practice_page_is_served_and_opened(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages: list[str] = []

    def read_the_page(_stops: object) -> None:
        host = opened[0].removeprefix("http://").partition("/")[0]
        connection = http.client.HTTPConnection(host, timeout=5)
        connection.request("GET", "/practice.html")
        pages.append(connection.getresponse().read().decode())
        connection.close()

    opened: list[str] = []
    (tmp_path / "practice.html").write_text("the page", "utf-8")
    monkeypatch.setattr("porte_parole.cli.serve.shipped", lambda _: tmp_path)
    monkeypatch.setattr("porte_parole.cli.demo.wait", read_the_page)
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setenv("DISPLAY", ":0")
    ran = run("demo")

    assert (ran.code, ran.err, pages) == (0, "", ["the page"])
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/practice\.html#token=\S{43}", opened[0])
    assert opened[0] in ran.out


def test_without_a_desktop_only_the_address_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    (tmp_path / "practice.html").write_text("the page", "utf-8")
    monkeypatch.setattr("porte_parole.cli.serve.shipped", lambda _: tmp_path)
    monkeypatch.setattr("porte_parole.cli.demo.wait", lambda _: None)
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("sys.platform", "linux")

    assert "/practice.html#token=" in run("demo").out
    assert opened == []
