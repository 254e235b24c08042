"""`porte-parole extension`: the built extension, handed out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.server.cli.conftest import Run

from porte_parole.settings import shipped

HOSTS = ["https://x.com/*", "http://127.0.0.1/*"]
POLICY = "script-src 'self'; connect-src "


def manifest_of(name: str, hosts: list[str] = HOSTS, policy: str = POLICY + "http://127.0.0.1:*") -> str:
    return json.dumps({"name": name, "host_permissions": hosts, "content_security_policy": {"extension_pages": policy}})


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two invented builds."""
    for name in ("chrome-mv3", "firefox-mv3"):
        (tmp_path / "extension" / name / "chunks").mkdir(parents=True)
        (tmp_path / "extension" / name / "manifest.json").write_text(manifest_of(name), "utf-8")
        (tmp_path / "extension" / name / "chunks" / "a.js").write_text("", "utf-8")
    monkeypatch.setattr("porte_parole.cli.extension.shipped", lambda folder: tmp_path / folder)
    return tmp_path / "extension"


def test_each_browser_gets_its_folder_and_its_line(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    ran = run("extension", "--out", str(out))

    assert (ran.code, ran.out.count("\n")) == (0, 2)
    for name in ("chrome", "firefox"):
        assert (out / name / "manifest.json").read_text("utf-8") == manifest_of(f"{name}-mv3")
    assert (out / "chrome" / "chunks" / "a.js").exists()
    assert str(out / "chrome") in ran.out.splitlines()[0]
    assert str(out / "firefox" / "manifest.json") in ran.out.splitlines()[1]


def test_one_browser_can_be_chosen(run: Run, tmp_path: Path) -> None:
    run("extension", "--out", str(tmp_path / "out"), "--browser", "firefox")

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["firefox"]


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("", "utf-8")
    ran = run("extension", "--out", str(tmp_path / "out"))

    assert (ran.code, ran.out) == (2, "")
    assert "not empty" in ran.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine"]


def test_an_extension_that_is_not_built_is_said_with_the_remedy(run: Run, tmp_path: Path, built: Path) -> None:
    (built / "firefox-mv3" / "manifest.json").unlink()
    ran = run("extension", "--out", str(tmp_path / "out"))

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "make setup" in ran.err
    assert not (tmp_path / "out").exists()


class TestForASharedService:
    def test_only_the_service_may_be_asked(self, run: Run, tmp_path: Path) -> None:
        ran = run("extension", "--out", str(tmp_path / "out"), "--service", "https://pp.example:8443")

        assert (ran.code, ran.out.count("\n")) == (0, 2)
        for name in ("chrome", "firefox"):
            manifest = (tmp_path / "out" / name / "manifest.json").read_text("utf-8")
            hosts, policy = ["https://x.com/*", "https://pp.example/*"], POLICY + "https://pp.example:8443"
            assert json.loads(manifest) == json.loads(manifest_of(f"{name}-mv3", hosts, policy))

    def test_nothing_else_of_the_extension_changes(self, run: Run, tmp_path: Path, built: Path) -> None:
        run("extension", "--out", str(tmp_path / "out"), "--service", "https://pp.example", "--browser", "chrome")

        assert [path.name for path in sorted((tmp_path / "out" / "chrome").rglob("*"))] == [
            "chunks",
            "a.js",
            "manifest.json",
        ]
        assert (built / "chrome-mv3" / "manifest.json").read_text("utf-8") == manifest_of("chrome-mv3")

    @pytest.mark.parametrize("service", ["", "http://pp.example", "https://pp.example/x", "*"])
    def test_what_is_no_https_address_is_refused(self, run: Run, tmp_path: Path, service: str) -> None:
        ran = run("extension", "--out", str(tmp_path / "out"), "--service", service)

        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "https://host" in ran.err
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize(
        "manifest",
        [
            manifest_of("a", hosts=["https://x.com/*"]),
            manifest_of("a", policy=POLICY + "'self'"),
            manifest_of("a", policy=POLICY + "http://127.0.0.1:* https://elsewhere.example"),
        ],
        ids=["no host", "another policy", "a longer policy"],
    )
    def test_a_build_that_may_ask_something_else_is_not_handed_out(
        self, run: Run, tmp_path: Path, built: Path, manifest: str
    ) -> None:
        (built / "firefox-mv3" / "manifest.json").write_text(manifest, "utf-8")
        ran = run("extension", "--out", str(tmp_path / "out"), "--service", "https://pp.example")

        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "not the one this program belongs to" in ran.err
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("name", ["chrome-mv3", "firefox-mv3"])
    def test_the_real_builds_can_be_pointed_at_a_service(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        monkeypatch.setattr("porte_parole.cli.extension.shipped", shipped)
        browser = name.removesuffix("-mv3")
        run("extension", "--out", str(tmp_path / "out"), "--service", "https://pp.example", "--browser", browser)
        before: dict[str, Any] = json.loads((shipped(f"extension/{name}") / "manifest.json").read_text("utf-8"))
        after: dict[str, Any] = json.loads((tmp_path / "out" / browser / "manifest.json").read_text("utf-8"))

        assert "127.0.0.1" not in json.dumps(after)
        assert {key for key in before if before[key] != after[key]} == {"host_permissions", "content_security_policy"}
        assert list(before) == list(after)
