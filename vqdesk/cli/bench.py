"""`vqdesk bench`: the measurements of DESIGN §12."""

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show

_BUDGET_RATIO = 1.5
_BUDGET_GAP_MS = 5.0


@click.group()
def bench() -> None:
    """Measure VQDesk on this machine."""


@bench.command()
@click.option("--engine", default="builtin", show_default=True, metavar="URL|builtin", help="The server to feed.")
@click.option("--rounds", default=5, show_default=True, help="Rounds that count; the medians are shown.")
@json_option
@pass_frame
def feed(frame: Frame, /, engine: str, rounds: int, as_json: bool) -> None:
    """200 tiny prompts through the whole app, against a bare client on the same server."""
    result = frame.parts.measure_feed(engine, rounds)
    words = (
        f"app {result['app_s']:.2f} s, bare client {result['floor_s']:.2f} s, ratio {result['ratio']:.2f} "
        f"(budget {_BUDGET_RATIO}); server idle between prompts: median {result['idle_gap_ms_median']:.1f} ms "
        f"(budget {_BUDGET_GAP_MS:.0f})"
    )
    show(result, as_json, words)
