"""`vqdesk lanes`: the engines that share the queue."""

import asyncio
from collections.abc import Callable
from typing import Any

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.cli.lane_hours import hours_document, quiet, rest_words, start
from vqdesk.domain.job import Lane
from vqdesk.ports import EngineInfo, LaneLoad
from vqdesk.runtime.app import App

_name = click.argument("name", metavar="NAME")


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def lanes(context: click.Context, as_json: bool) -> None:
    """List, add, name, test, drain, resume and remove the engines that share the queue."""
    if context.invoked_subcommand is None:
        _list(context.obj, as_json)


@lanes.command(name="list")
@json_option
@pass_frame
def list_lanes(frame: Frame, as_json: bool) -> None:
    """All engines, with what is at each."""
    _list(frame, as_json)


@lanes.command()
@click.argument("url", metavar="ADDRESS|builtin")
@click.option("--name", default="", help="Its name instead of “ComfyUI”.")
@click.option("--force", is_flag=True, help="Add it although nobody answers there now.")
@json_option
@pass_frame
def add(frame: Frame, /, url: str, name: str, force: bool, as_json: bool) -> None:
    """Add an engine; it is asked first whether it answers."""
    with frame.app() as app:
        if url != "builtin" and not force:
            asyncio.run(app.services.lanes.test(url))
        lane = app.services.lanes.chosen(url)
        if name:
            app.services.lanes.rename(lane.id, name)
        _show_one(app, lane, as_json, "added")


@lanes.command()
@_name
@click.argument("new_name")
@json_option
@pass_frame
def name(frame: Frame, /, name: str, new_name: str, as_json: bool) -> None:
    """Give an engine another name."""
    _change(frame, name, as_json, (lambda app, lane: app.services.lanes.rename(lane.id, new_name), "renamed"))


@lanes.command()
@_name
@click.argument("prompts", type=int)
@json_option
@pass_frame
def depth(frame: Frame, /, name: str, prompts: int, as_json: bool) -> None:
    """Limit how many prompts of ours are at an engine."""
    words = f"takes at most {prompts} prompts"
    _change(frame, name, as_json, (lambda app, lane: app.services.lanes.set_max_depth(lane.id, prompts), words))


@lanes.command()
@_name
@json_option
@pass_frame
def test(frame: Frame, name: str, as_json: bool) -> None:
    """Ask an engine for its version, device and memory; exit 1 when it does not answer."""
    with frame.app() as app:
        lane = app.services.lanes.find(name)
        found = asyncio.run(app.services.lanes.test_lane(lane))
        document = {**_document(lane, LaneLoad(0, 0)), **_answer(found)}
        words = f"{lane.name} answers: {found.version}{f', {found.device}' if found.device else ''}."
        show({"lane": document}, as_json, words)


@lanes.command()
@_name
@json_option
@pass_frame
def drain(frame: Frame, name: str, as_json: bool) -> None:
    """Send nothing new to an engine; what waits there comes back, what runs ends."""
    _change(frame, name, as_json, (lambda app, lane: app.services.lanes.drain(lane.id), "is being drained"))


@lanes.command()
@_name
@json_option
@pass_frame
def resume(frame: Frame, name: str, as_json: bool) -> None:
    """Use an engine again that was drained, or that paused itself after failures."""
    _change(frame, name, as_json, (_take_up, "takes prompts again"))


@lanes.command()
@_name
@json_option
@pass_frame
def remove(frame: Frame, name: str, as_json: bool) -> None:
    """Stop using an engine; what runs there ends first, unless it is away."""
    with frame.app() as app:
        lane = app.services.lanes.find(name)
        is_gone = app.services.lanes.remove(lane.id)
        words = "removed" if is_gone else "is emptied by the worker and then removed"
        show({"removed": is_gone}, as_json, f"{lane.name} {words}.")


lanes.add_command(quiet)
lanes.add_command(start)


def _take_up(app: App, lane: Lane) -> None:
    app.services.lanes.resume(lane.id)
    app.services.failures.resume(lane.id)


def _list(frame: Frame, as_json: bool) -> None:
    with frame.app() as app:
        loads = app.services.store.lanes.loads()
        rows = [(lane, loads.get(lane.id, LaneLoad(0, 0))) for lane in app.services.store.lanes.all()]
        rests = {lane.id: rest for lane, rest in app.services.night.rests()}
        hours = {lane.id: hours_document(app.services.night.orders(lane.id)) for lane, _ in rows}
    lines = [
        f"{lane.name:<24} {lane.state:<9} {load.running} running, {load.waiting} waiting  {lane.url or 'built-in'}"
        f"{rest_words(rests.get(lane.id))}"
        for lane, load in rows
    ]
    words = "\n".join(lines) or "No engine is set up. `vqdesk lanes add ADDRESS` adds one."
    show({"lanes": [{**_document(lane, load), **hours[lane.id]} for lane, load in rows]}, as_json, words)


def _change(frame: Frame, name: str, as_json: bool, change: tuple[Callable[[App, Lane], None], str]) -> None:
    act, words = change
    with frame.app() as app:
        lane = app.services.lanes.find(name)
        act(app, lane)
        _show_one(app, lane, as_json, words)


def _show_one(app: App, lane: Lane, as_json: bool, words: str) -> None:
    fresh = app.services.lanes.find(str(lane.id))
    load = app.services.store.lanes.loads().get(lane.id, LaneLoad(0, 0))
    show({"lane": _document(fresh, load)}, as_json, f"{fresh.name} {words}.")


def _document(lane: Lane, load: LaneLoad) -> dict[str, Any]:
    return {
        "id": int(lane.id),
        "name": lane.name,
        "kind": lane.kind,
        "url": lane.url or None,
        "state": lane.state,
        "max_depth": lane.max_depth,
        "running": load.running,
        "waiting": load.waiting,
    }


def _answer(found: EngineInfo) -> dict[str, Any]:
    return {
        "version": found.version,
        "device": found.device or None,
        "vram_total": found.vram_total,
        "vram_free": found.vram_free,
        "queue_remaining": found.queue_remaining,
    }
