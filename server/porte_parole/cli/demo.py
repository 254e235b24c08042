"""`porte-parole demo`: one sample post through a real server, then a page to try it while writing."""

from __future__ import annotations

import http.client
import json
import os
import sys
import webbrowser
from typing import Any

import click

from porte_parole.analyzer import Analyzer
from porte_parole.api import create_app
from porte_parole.cli.foreground import stop_signals, wait
from porte_parole.cli.loopback import HOST, bound
from porte_parole.cli.report import look_of, render
from porte_parole.cli.serve import answering, tools_access
from porte_parole.cli.sources import shipped_rules
from porte_parole.cli.wording import say, user_language
from porte_parole.company import NO_COMPANY
from porte_parole.errors import UsageError
from porte_parole.examples import with_sample_names
from porte_parole.meaning import Meaning
from porte_parole.rulebook import load_rules
from porte_parole.settings import extension_ids_from

SAMPLES = {
    "fr": "Entre nous, le SAV de Polmera, c’est des escrocs. Chez Novassur, rendement garanti de 8 %, "
    "appelez-moi au 06 39 98 12 34 😉",
    "en": "Between us, Polmera are crooks. At Novassur we offer a guaranteed return of 8%, call me on 07700 900123 😉",
}
"""What a proud employee might write one evening; the companies are invented, the numbers reserved for fiction."""

ANSWER_TIMEOUT_S = 10.0


@click.command()
@click.option("--once", is_flag=True, help="Show the sample's report and stop; opens no browser.")
def demo(once: bool) -> int:
    """See it work: a sample report here, then a practice page in the browser.

    The extension is not needed for this.

    \b
    Examples:
      porte-parole demo
      porte-parole demo --once
    """
    language = user_language()
    access = tools_access()
    folder, origin = shipped_rules().rules[0]
    meaning = Meaning()
    analyzer = Analyzer(load_rules(folder, origin), with_sample_names(NO_COMPANY), meaning)
    meaning.wait()
    with bound(0) as listener, stop_signals() as stops:
        port = listener.getsockname()[1]
        app = create_app(analyzer.check, lambda: None, port, extension_ids_from(""), access)
        with answering(app, listener):
            report = _ask(port, access.token, SAMPLES[language])
            click.echo(f"\n{say('sample', language)}\n")
            click.echo(render(report, SAMPLES[language], language, look_of(sys.stdout)), color=True)
            click.echo()
            if not once:
                if access.page_folder is None:
                    raise UsageError("The practice page is not built yet: run make setup in the source folder first.")
                _open_practice(f"http://{HOST}:{port}/practice.html#token={access.token}", language)
                wait(stops)
    return 0


def _ask(port: int, token: str, text: str) -> dict[str, Any]:
    """The report for `text`, in its wire form, over HTTP."""
    connection = http.client.HTTPConnection(HOST, port, timeout=ANSWER_TIMEOUT_S)
    try:
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        connection.request("POST", "/tools/check", json.dumps({"text": text}).encode(), headers)
        answer: dict[str, Any] = json.loads(connection.getresponse().read())
    finally:
        connection.close()
    if "error" in answer:
        raise UsageError(f"The demo's own server refused the sample: {answer['error']['message']}")
    return answer


def _open_practice(address: str, language: str) -> None:
    click.echo(say("practice", language, address=address))
    click.echo(say("stop", language))
    # On a Linux machine without a desktop, Python would start a browser inside this terminal.
    has_desktop = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if has_desktop:
        webbrowser.open(address)
