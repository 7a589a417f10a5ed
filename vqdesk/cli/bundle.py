"""`vqdesk bundle`: what somebody needs to help."""

import asyncio
from pathlib import Path

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Zip file to write; without it: print all.",
)
@json_option
@pass_frame
def bundle(frame: Frame, /, out: Path | None, as_json: bool) -> None:
    """Collect versions, checks, settings and logs for a bug report, without secrets and private paths."""
    with frame.app() as app:
        made = asyncio.run(app.services.bundle.collect())
        if out is not None:
            app.services.bundle.save(made, out)
    if out is None:
        document = {file.name: file.text for file in made.files}
        show(document, as_json, "\n".join(f"==== {file.name}\n{file.text}" for file in made.files))
    else:
        names = [f"  {file.name}, {len(file.text.splitlines())} lines" for file in made.files]
        words = "\n".join((f"Saved to {out}:", *names))
        show({"path": str(out), "files": [file.name for file in made.files]}, as_json, words)
