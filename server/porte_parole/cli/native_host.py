"""`porte-parole native-host`: makes the small program known to browsers from which the extension learns the key.

Where browsers look and what they find there is left to `native_messaging`; the program itself is another one.
"""

from __future__ import annotations

import os
import stat
import sys
import sysconfig
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from porte_parole.cli.wording import say, user_language
from porte_parole.errors import UsageError
from porte_parole.native_messaging import manifests
from porte_parole.native_messaging.locations import BROWSERS, Location, find_locations
from porte_parole.native_messaging.manifests import Host, State
from porte_parole.native_messaging.registry import find_registry
from porte_parole.settings import extension_ids_from, find_places, identity, value_of

PROGRAM = "porte-parole-native-host.exe" if sys.platform == "win32" else "porte-parole-native-host"


def _where(command: Callable[..., int]) -> Callable[..., int]:
    """The two options that every command here has."""
    one_browser = click.option(
        "--browser", "browsers", multiple=True, type=click.Choice(BROWSERS), help="Only this one."
    )
    machine = click.option("--system", is_flag=True, help="For all users of this computer; needs an administrator.")
    return machine(one_browser(command))


@click.group("native-host")
def native_host() -> None:
    """Let browsers fetch the key by themselves, so that nobody has to paste a code.

    A browser starts the program it finds here, asks it once for port and key, and lets it end. Only our own extension
    may ask, and no text ever passes through it. Without it, porte-parole pair shows a code to paste.
    """


@native_host.command("install")
@_where
def install(system: bool, browsers: tuple[str, ...]) -> int:
    """Tell the browsers where the program is.

    Doing it again changes nothing.

    \b
    Examples:
      porte-parole native-host install
      porte-parole native-host install --browser firefox
      sudo porte-parole native-host install --system
    """
    host, registry = _host(system), find_registry(system)
    for location in _locations(browsers, system):
        with _said_plainly(location, system):
            is_new = manifests.install(location, host, registry, system)
        _show(location, "host_written" if is_new else "host_same")
    click.echo(say("host_next", user_language()))
    return 0


@native_host.command("uninstall")
@_where
def uninstall(system: bool, browsers: tuple[str, ...]) -> int:
    """Take back what install wrote.

    \b
    Examples:
      porte-parole native-host uninstall
      sudo porte-parole native-host uninstall --system --browser edge
    """
    host, registry = _host(is_machine_wide=False), find_registry(system)
    for location in _locations(browsers, system):
        with _said_plainly(location, system):
            found = manifests.uninstall(location, host, registry)
        _show(location, f"host_{found}" if found in (State.ABSENT, State.FOREIGN) else "host_removed")
    key = find_places().pairing_file
    if key.exists():
        click.echo(say("host_key_stays", user_language(), file=key))
    return 0


@native_host.command("status")
@_where
def status(system: bool, browsers: tuple[str, ...]) -> int:
    """Say what each browser finds.

    For this user and machine-wide, or with --system machine-wide only.
    """
    for is_machine_wide in (True,) if system else (False, True):
        host, registry = _host(is_machine_wide=False), find_registry(is_machine_wide)
        for location in _locations(browsers, is_machine_wide):
            with _said_plainly(location, is_machine_wide):
                found = manifests.state(location, host, registry)
            _show(location, f"host_{found}")
    return 0


def _host(is_machine_wide: bool) -> Host:
    return Host(_program(is_machine_wide), extension_ids_from(value_of("extension_ids")), identity().firefox_id)


def _program(is_machine_wide: bool) -> Path:
    """The program beside the interpreter that runs this one, or where pip put it."""
    folders = (Path(sys.executable).parent, Path(sysconfig.get_path("scripts")))
    found = next((path for path in (folder.absolute() / PROGRAM for folder in folders) if path.is_file()), None)
    if found is None:
        raise UsageError(f"{PROGRAM} is not in {folders[0]}: install Porte-parole again, then repeat this.")
    if is_machine_wide and os.name == "posix" and not _only_administrators_can_change(found):
        raise UsageError(
            f"{found} could be changed by someone who is no administrator, and every user would run it: "
            "install Porte-parole where only administrators write, or leave --system out."
        )
    return found


def _only_administrators_can_change(program: Path) -> bool:
    real = program.resolve()
    found = [path.stat() for path in (real, *real.parents)]
    return all(one.st_uid == 0 and (not one.st_mode & stat.S_IWOTH or one.st_mode & stat.S_ISVTX) for one in found)


def _locations(browsers: tuple[str, ...], is_machine_wide: bool) -> Iterator[Location]:
    for browser in browsers or BROWSERS:
        yield from find_locations(browser, is_machine_wide)


@contextmanager
def _said_plainly(location: Location, is_machine_wide: bool) -> Iterator[None]:
    try:
        yield
    except PermissionError as problem:
        advice = "run it with sudo (Windows: as administrator)" if is_machine_wide else "ask who administers it"
        raise UsageError(f"You have no permission for {location.manifest}: {advice}.") from problem
    except OSError as problem:
        raise UsageError(f"{location.manifest}: {problem.strerror}; correct that, then repeat this.") from problem


def _show(location: Location, key: str) -> None:
    click.echo(f"{location.browser:<10}{location.manifest}: {say(key, user_language())}")
