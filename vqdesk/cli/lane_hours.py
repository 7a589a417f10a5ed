"""When an engine works: `vqdesk lanes quiet` and `vqdesk lanes start`."""

from typing import Any

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.policies.rest import LaneOrders, Rest, RestReason


@click.command()
@click.argument("name", metavar="NAME")
@click.argument("start", metavar="FROM|off")
@click.argument("end", metavar="[TO]", default="")
@json_option
@pass_frame
def quiet(frame: Frame, /, name: str, start: str, end: str, as_json: bool) -> None:
    """Quiet hours of an engine, local time like 22:00 07:00: what runs ends, nothing new is started."""
    with frame.app() as app:
        lane = app.services.lanes.find(name)
        app.services.night.set_quiet_hours(lane.id, "" if start == "off" else start, end)
        orders = app.services.night.orders(lane.id)
        words = (
            f"is quiet from {orders.quiet_from} to {orders.quiet_to}" if orders.quiet_from else "is never quiet"
        )
        show({"lane": {"name": lane.name, **hours_document(orders)}}, as_json, f"{lane.name} {words}.")


@click.command()
@click.argument("name", metavar="NAME")
@click.argument("when", metavar="TIME|now")
@json_option
@pass_frame
def start(frame: Frame, /, name: str, when: str, as_json: bool) -> None:
    """Let an engine begin later: the next 22:30, a whole "2026-11-21 22:30", or now."""
    with frame.app() as app:
        lane = app.services.lanes.find(name)
        app.services.night.start_at(lane.id, "" if when == "now" else when)
        orders = app.services.night.orders(lane.id)
        words = f"starts at {orders.start_at.replace('T', ' ')}" if orders.start_at else "starts now"
        show({"lane": {"name": lane.name, **hours_document(orders)}}, as_json, f"{lane.name} {words}.")


def hours_document(orders: LaneOrders) -> dict[str, Any]:
    return {
        "quiet_from": orders.quiet_from or None,
        "quiet_to": orders.quiet_to or None,
        "start_at": orders.start_at or None,
        "paused": orders.paused.summary if orders.paused else None,
    }


def rest_words(rest: Rest | None) -> str:
    """Why an engine gets nothing new now; "" when it may."""
    if rest is None:
        return ""
    if rest.reason is RestReason.FAILURES and rest.problem is not None:
        return f"  paused after failures: {rest.problem.cause}"
    words = "quiet until" if rest.reason is RestReason.QUIET else "starts at"
    return f"  {words} {rest.until:%Y-%m-%d %H:%M}" if rest.until else ""
