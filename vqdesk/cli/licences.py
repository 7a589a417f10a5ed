"""`vqdesk licences`: whose work is inside."""

import click

from vqdesk.cli.frame import json_option, show
from vqdesk.services.licences import as_text, bundled, texts


@click.command()
@click.option("--text", "package", metavar="PACKAGE", help="The full licences of one package.")
@json_option
def licences(package: str | None, as_json: bool) -> None:
    """Packages that VQDesk is made of, with their licences."""
    found = [one for one in bundled() if package in (None, one.name)]
    document = [
        {"name": one.name, "version": one.version, "licence": one.terms, "home": one.home, "note": one.note}
        for one in found
    ]
    words = as_text(found) if package is None else "\n\n".join(text for one in found for text in texts(one.name))
    show({"licences": document}, as_json, words or "No such package is inside.")
