"""Commands that change the order of the queue: next, move, priority, hold, release, stop-after, start-at."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.job import JobId
from vqdesk.services.order import OrderService

_Change = Callable[[OrderService, Sequence[JobId]], list[JobId]]
_numbers = click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER…")


@click.command(name="next")
@_numbers
@json_option
@pass_frame
def run_next(frame: Frame, numbers: tuple[int, ...], as_json: bool) -> None:
    """Run these jobs before everything else; what waits at a server comes back for them."""
    _change(frame, numbers, as_json, (lambda order, ids: order.run_next(ids), "next"))


@click.command()
@_numbers
@click.option("--before", type=int, metavar="NUMBER", help="The job to go before; without it: the queue's end.")
@json_option
@pass_frame
def move(frame: Frame, numbers: tuple[int, ...], before: int | None, as_json: bool) -> None:
    """Place these jobs before another one, with its priority, or at the end."""
    target = JobId(before) if before is not None else None
    _change(frame, numbers, as_json, (lambda order, ids: order.move(ids, target), "moved"))


@click.command(context_settings={"ignore_unknown_options": True})  # a level may be negative
@_numbers
@click.argument("level", type=int)
@json_option
@pass_frame
def priority(frame: Frame, numbers: tuple[int, ...], level: int, as_json: bool) -> None:
    """Give these jobs another priority: higher levels run earlier, 0 is usual."""
    words = f"at priority {level}"
    _change(frame, numbers, as_json, (lambda order, ids: order.set_priority(ids, level), words))


@click.command()
@_numbers
@json_option
@pass_frame
def hold(frame: Frame, numbers: tuple[int, ...], as_json: bool) -> None:
    """Send nothing more of these jobs until they are released; what runs goes on."""
    _change(frame, numbers, as_json, (lambda order, ids: order.hold(ids), "held"))


@click.command()
@_numbers
@json_option
@pass_frame
def release(frame: Frame, numbers: tuple[int, ...], as_json: bool) -> None:
    """Let jobs go on that were held, or that have a later start."""
    _change(frame, numbers, as_json, (lambda order, ids: order.release(ids), "released"))


@click.command()
@_numbers
@click.option("--off", is_flag=True, help="Take the stop away.")
@json_option
@pass_frame
def stop_after(frame: Frame, numbers: tuple[int, ...], off: bool, as_json: bool) -> None:
    """Pause the queue when these jobs have ended."""
    words = "without a stop" if off else "with a stop after them"
    _change(frame, numbers, as_json, (lambda order, ids: order.stop_after(ids, not off), words))


@click.command()
@_numbers
@click.option(
    "--at",
    "when",
    required=True,
    type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]),
    help="Local time.",
)
@json_option
@pass_frame
def start_at(frame: Frame, numbers: tuple[int, ...], when: datetime, as_json: bool) -> None:
    """Start these jobs not before a time; `release` starts them at once."""
    words = f"waiting until {when:%Y-%m-%d %H:%M}"
    _change(frame, numbers, as_json, (lambda order, ids: order.start_at(ids, when), words))


def _change(frame: Frame, numbers: Sequence[int], as_json: bool, change: tuple[_Change, str]) -> None:
    act, words = change
    with frame.app() as app:
        changed = act(app.services.order, [JobId(number) for number in numbers])
    document: dict[str, Any] = {"changed": [int(job_id) for job_id in changed]}
    ended = [str(number) for number in numbers if number not in changed]
    lines = [f"{_jobs(changed)} {words}."] if changed else []
    lines += [f"Already ended: {', '.join(ended)}."] if ended else []
    show(document, as_json, "\n".join(lines))


def _jobs(ids: Sequence[JobId]) -> str:
    names = ", ".join(str(job_id) for job_id in ids)
    return f"Job {names}" if len(ids) == 1 else f"Jobs {names}"
