"""Commands that look at the installation: doctor, engine."""

import asyncio
import platform
from typing import Any

import click

import vqdesk
from vqdesk.cli.frame import EXIT_FAILED, EngineRun, Frame, json_option, pass_frame, show
from vqdesk.locations import find_home
from vqdesk.services.doctor import as_text


@click.command()
@json_option
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Check engines, disk, workflows and versions; each finding comes with its remedy."""
    frame: Frame = context.obj
    with frame.app() as app:
        findings = asyncio.run(app.services.doctor.examine())
    document = {
        "version": vqdesk.__version__,
        "python": platform.python_version(),
        "ok": all(finding.is_fine for finding in findings),
        "findings": [
            {
                "topic": one.topic,
                "ok": one.is_fine,
                "health": one.health.value,
                "text": one.text,
                "remedy": one.remedy or None,
            }
            for one in findings
        ],
    }
    show(document, as_json, as_text(findings))
    if not document["ok"]:
        context.exit(EXIT_FAILED)


@click.command()
@click.option("--port", default=8189, show_default=True, help="Port on loopback; 0 takes a free one.")
@click.option("--idle-exit", default=60.0, show_default=True, help="Seconds without clients or work; 0: never.")
@click.option("--fail-node", default="", hidden=True)
@click.option("--stall", default=0.0, hidden=True)
@click.option("--die-after", default=0, hidden=True)
@click.option("--history-lag-ms", default=0, hidden=True)
@click.option("--view-delay", default=0.0, hidden=True)
@click.option("--memory-pixels", default=0, hidden=True)
@click.option("--test-nodes", is_flag=True, hidden=True)
@pass_frame
def engine(frame: Frame, /, port: int, idle_exit: float, **faults: Any) -> None:
    """Run the built-in engine: a CPU server that speaks ComfyUI's protocol."""
    frame.parts.serve_engine(
        EngineRun(
            home=find_home(frame.home).data,
            port=port,
            idle_exit_s=idle_exit or None,
            fail_node=faults["fail_node"],
            stall_s=faults["stall"],
            die_after=faults["die_after"],
            history_lag_ms=faults["history_lag_ms"],
            view_delay_s=faults["view_delay"],
            memory_pixels=faults["memory_pixels"],
            test_nodes=faults["test_nodes"],
        )
    )
