"""The days of the gallery: named, counted, and gone to."""

from datetime import date, timedelta

from vqdesk.ports import OutputCounts, OutputDay, OutputListing
from vqdesk.ui.outputs.days import DayHead


def listing() -> OutputListing:
    today = date.today()
    days = [
        (today, 3, 3_000_000),
        (today - timedelta(days=1), 1, 500_000),
        (today - timedelta(days=9), 2, 500_000),
    ]
    counts = OutputCounts(all=6, bytes=4_000_000)
    return OutputListing(tuple(range(6)), counts, tuple(OutputDay(day.isoformat(), *rest) for day, *rest in days))


def test_the_head_names_the_day_in_sight_and_its_menu_leads_to_the_others(qtbot, theme) -> None:
    head = DayHead()
    qtbot.addWidget(head)
    head.show_listing(listing())
    assert (head.day.text(), head.said.text()) == ("Today", "3 outputs, 3.0 MB of 6 outputs, 4.0 MB")
    head.show_place(3)
    assert (head.day.text(), head.said.text()) == ("Yesterday", "1 output, 500.0 kB of 6 outputs, 4.0 MB")
    head.show_place(5)
    assert head.day.text() not in ("Today", "Yesterday")
    assert list(head.starts()) == [0, 3, 4]
    assert head.starts()[3] == "Yesterday"
    with qtbot.waitSignal(head.wanted) as asked:
        head.menu().actions()[2].trigger()
    assert asked.args == [4]


def test_without_an_order_by_time_there_are_only_totals(qtbot, theme) -> None:
    head = DayHead()
    qtbot.addWidget(head)
    head.show_listing(OutputListing((1, 2), OutputCounts(all=2, bytes=2_000_000)))
    assert head.day.isHidden()
    assert head.said.text() == "2 outputs, 2.0 MB"
    assert head.starts() == {}
