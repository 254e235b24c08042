"""The program `porte-parole`: runs one command and turns whatever happens into an exit code and one clear line.

Exit codes: 0 done · 1 a finding at or above --fail-on, or a failed rule test · 2 bad usage or input, nothing done ·
3 done, but some lines failed.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from porte_parole.cli import porte_parole
from porte_parole.errors import PorteParoleError

if sys.platform != "win32":
    import resource

INTERRUPTED = 130  # what shells expect after Ctrl+C: 128 + SIGINT


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after the program's name; None: those of the process.

    Returns:
        The exit code.
    """
    _never_fail_on_an_unprintable_character()
    _leave_no_core_file()
    try:
        with porte_parole.make_context(
            "porte-parole", list(sys.argv[1:] if arguments is None else arguments)
        ) as context:
            return int(porte_parole.invoke(context) or 0)
    except click.exceptions.Exit as leaving:  # --help and --version
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as lost:
        click.echo(lost.format_message(), err=True)
        return 2
    except click.ClickException as mistake:
        return _refuse(mistake.format_message())
    except PorteParoleError as mistake:
        return _refuse(str(mistake))
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python would complain once more while flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as surprise:  # noqa: BLE001  (the last resort: a traceback would show the user's text)
        return _refuse(f"Something went wrong inside Porte-parole ({type(surprise).__name__}); nothing was done.")


def _refuse(sentence: str) -> int:
    click.echo(f"porte-parole: {' '.join(sentence.split())}", err=True)
    return 2


def _never_fail_on_an_unprintable_character() -> None:
    # A Windows console in code page 1252 has no "¹"; a question mark is better than no report.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _leave_no_core_file() -> None:
    """Keep a crash from writing what is in memory, the text too, to a file. Windows has no such limit."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


if __name__ == "__main__":
    sys.exit(main())
