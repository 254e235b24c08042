"""The command line: one file per command group, joined here. Commands return their exit code to `__main__`."""

from __future__ import annotations

import click

from porte_parole import __version__
from porte_parole.cli import check, company, demo, extension, native_host, pair, rules, serve, shared_service


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="porte-parole", message="%(prog)s %(version)s")
def porte_parole() -> None:
    """A colleague who reads along while you write on social networks.

    Everything is read on this computer. Nothing is stored, logged or sent away, and nothing is ever blocked.

    \b
    Try it:        porte-parole demo
    Read a text:   porte-parole check "Entre nous, le rachat est signé"
    Every day:     porte-parole serve
    Once:          porte-parole native-host install     or, by hand:  porte-parole pair
    """


for command in (
    *(check.check, serve.serve, pair.pair, native_host.native_host, demo.demo, extension.extension),
    *(rules.rules, company.company, shared_service.service_key),
):
    porte_parole.add_command(command)
