"""Draws every component in both schemes to PNG files: `python tests/gui/gallery.py OUT_DIR`."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.ui.theme.apply import apply_theme
from vqdesk.ui.theme.icons import icons_folder
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Choice, Scheme
from vqdesk.ui.widgets.banner import Banner
from vqdesk.ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton, QuietButton, Variant
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.empty_state import EmptyState, IconView
from vqdesk.ui.widgets.fields import ComboBox, LabeledField, LineField, NumberField, set_wrong
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.group import Group, GroupBox
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.progress import Phase, PhaseBar, ProgressBar
from vqdesk.ui.widgets.status import StatusGlyph, status_look, status_word
from vqdesk.ui.widgets.surfaces import Card, Panel, row_of
from vqdesk.ui.widgets.switches import CheckBox, Switch
from vqdesk.ui.widgets.tabs import TabBar, WorkspaceTabs
from vqdesk.ui.widgets.text_area import TextArea

_VARIANTS: list[tuple[str, Variant, str]] = [
    ("Primary", "primary", "Add to queue"),
    ("Default", "default", "Retry"),
    ("Quiet", "quiet", "Clear"),
    ("Danger", "danger", "Trash…"),
]
_STATES = ("default", "hover", "pressed", "focus", "disabled")
_COLUMN = 160
_BUTTON = 120


def _scaled(px: int) -> int:
    return round(px * current_theme().size.control / 32)


def build_page(scheme: str) -> QWidget:
    """All components under one another, as on the picture of the design."""
    page = Panel("surface.1")
    rows = QVBoxLayout(page)
    rows.setContentsMargins(24, 16, 24, 16)
    rows.setSpacing(8)
    rows.addLayout(_states(scheme))
    rows.addLayout(_named("Field, wrong value", _wrong_field()))
    rows.addLayout(_named("Check box, switch", _switches()))
    choice = Segmented([("one", "One for all"), ("per", "Per image"), ("auto", "Auto")], "Prompts")
    choice.setFixedWidth(_scaled(320))
    rows.addLayout(_named("Choice", row_of(choice, None)))
    rows.addLayout(_named("Chips", _chips()))
    rows.addWidget(Label("Status: colour, shape and word", "title"))
    rows.addLayout(_statuses())
    rows.addWidget(Label("Banners", "title"))
    rows.addLayout(_banners())
    rows.addWidget(Label("Icons: 16 px grid, 1.5 px line, round caps", "title"))
    rows.addWidget(_icons())
    rows.addStretch(1)
    return page


def build_form() -> QWidget:
    """Pieces of the form and of the detail."""
    page = Panel("surface.1")
    rows = QVBoxLayout(page)
    rows.setContentsMargins(24, 0, 24, 16)
    rows.setSpacing(12)
    tabs = WorkspaceTabs("Workspaces")
    for word in ("Lake at dusk", "Upscale", "Portraits"):
        tabs.addTab(word)
    rows.addWidget(tabs)
    rows.addLayout(_pickers())
    text = TextArea("Clip 1")
    text.set_text(
        "Slow push in over calm water. Small waves rock the subject, warm low light flickers, clouds drift to the "
        "left. Fine ripples run towards the camera and fade near the edge of the frame. Steady camera, no cuts."
    )
    clip = LabeledField("Clip 1", text, strong=True)
    clip.set_note("0.0 – 5.1 s")
    clip.add_to_head(IconButton("close", "Remove clip", small=True))
    rows.addWidget(clip)
    rows.addLayout(row_of(QuietButton("Add clip", icon="plus"), QuietButton("Negative prompt", icon="plus"), None))
    rows.addLayout(_numbers())
    rows.addWidget(_groups())
    rows.addLayout(_detail())
    drop = EmptyState("image", "Drop images or folders here", "Photos become clips", dashed=True)
    drop.add_button(Button("Choose files…", icon="folder"))
    drop.add_button(Button("Paste"))
    rows.addWidget(drop)
    card = Card(chosen=True)
    card.rows.addWidget(Label("Built-in engine", "title"))
    card.rows.addWidget(Label("Works now, on any computer, offline. " * 5, "body", "text.secondary", wrap=True))
    card.rows.addWidget(ElidedLabel("~/Pictures/lake/a very long folder name " * 5, elide="middle"))
    rows.addWidget(card)
    rows.addWidget(_footer())
    return page


def _states(scheme: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(0)
    grid.setVerticalSpacing(8)
    grid.addWidget(Label(scheme.title(), "title"), 0, 0)
    for column, state in enumerate(_STATES, 1):
        grid.addWidget(Label(state, "small", "text.secondary"), 0, column)
    for row, (name, variant, text) in enumerate(_VARIANTS, 1):
        grid.addWidget(Label(name, "button"), row, 0)
        for column, state in enumerate(_STATES, 1):
            grid.addWidget(_in_state(Button(text, variant=variant), state), row, column)
    grid.addWidget(Label("Field", "button"), 5, 0)
    for column, state in enumerate(_STATES, 1):
        combo = ComboBox("Size")
        combo.add_choices([("832", "832 × 480")])
        grid.addWidget(_in_state(combo, state), 5, column)
    for column in range(6):
        grid.setColumnMinimumWidth(column, _scaled(_COLUMN))
    grid.setColumnStretch(6, 1)
    return grid


def _in_state(widget: QWidget, state: str) -> QWidget:
    widget.setFixedWidth(_scaled(_BUTTON))
    widget.setProperty("galleryState", state)
    widget.setEnabled(state != "disabled")
    if isinstance(widget, Button):
        widget.setDown(state == "pressed")
    return widget


def _wrong_field() -> QHBoxLayout:
    field = LineField("80")
    field.setFixedWidth(_scaled(280))
    set_wrong(field, True)
    return row_of(field, Label("80 is not 4 n + 1. Use 77 or 81.", "small", "status.failed"), None)


def _switches() -> QHBoxLayout:
    off, on, partly = CheckBox(), CheckBox(), CheckBox()
    on.setChecked(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    switch, switched = Switch(), Switch("Play together")
    switched.setChecked(True)
    return row_of(off, on, partly, switch, switched, None, spacing=24)


def _chips() -> QHBoxLayout:
    all_jobs = Chip("All", count=19)
    all_jobs.setChecked(True)
    return row_of(all_jobs, Chip("Failed", status="failed", count=2), Chip("Done", status="done", count=0), None)


def _statuses() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(8)
    for at, status in enumerate(
        ("running", "failed", "waiting", "held", "canceled", "done", "connected", "offline", "absent")
    ):
        look = status_look(status)
        tile = Panel(look.tint, "round")
        row = QHBoxLayout(tile)
        row.addWidget(StatusGlyph(status, px=20))
        row.addWidget(Label(status_word(status), "strong", look.color), 1)
        grid.addWidget(tile, at // 3, at % 3)
    return grid


def _banners() -> QHBoxLayout:
    first, second, third = Banner(), Banner(), Banner()
    first.tell("paused", "Paused until 18:00", "the prompt was put back", "Resume")
    second.tell("offline", "ComfyUI does not answer", "trying again in 8 s", "Try now")
    third.tell("failed", "Same error 3 times", "lane stopped: GPU memory", "Show")
    return row_of(first, second, third)


def _icons() -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, gap=16)
    for file in sorted(icons_folder().glob("*.svg")):
        flow.addWidget(IconView(file.stem, "text.primary"))
    return box


def _pickers() -> QHBoxLayout:
    workflow, preset = ComboBox(), ComboBox()
    workflow.add_choices([("a", "WAN 2.2 image → video, 2 clips")])
    preset.add_choices([("b", "Slow camera")])
    row = row_of(
        LabeledField("Workflow", workflow), IconButton("refresh", "Look again"), LabeledField("Preset", preset)
    )
    row.setStretch(0, 2)
    row.setStretch(2, 1)
    row.setAlignment(row.itemAt(1).widget(), Qt.AlignmentFlag.AlignBottom)
    return row


def _numbers() -> QHBoxLayout:
    frames, tries, cfg = NumberField(81, step=4), NumberField(2), NumberField(3.5, step=0.5, whole=False)
    frames.set_suffix("5.1 s")
    wrong = LabeledField("Guidance", cfg)
    wrong.set_error("Use 1 to 3.")
    return row_of(LabeledField("Frames per clip", frames), LabeledField("Tries", tries), wrong, None)


def _groups() -> QWidget:
    box = GroupBox()
    sampling = Group("Sampling", LabeledField("Steps", NumberField(4)))
    sampling.set_summary("4 steps · cfg 1.0 · euler, simple · shift 5.0", changed=True)
    sampling.set_open(True)
    output = Group("Output", QWidget())
    output.set_summary("H.264 · quality 17 · Lake at dusk / image_try_seed.mp4")
    box.add_group(sampling)
    box.add_group(output)
    return box


def _detail() -> QVBoxLayout:
    phases = PhaseBar("Phases")
    phases.set_phases([Phase(8, 1), Phase(109, 1), Phase(15, 1), Phase(110, 0.75), Phase(15), Phase(4)])
    bar = ProgressBar("Prompt 8")
    bar.set_fraction(0.36)
    tabs = TabBar("Detail")
    for word, count in (("Outputs", 7), ("Parameters", None), ("Prompts", 24), ("Log", None), ("Graph", None)):
        tabs.set_count(tabs.addTab(word), count)
    rows = QVBoxLayout()
    for widget in (phases, bar, tabs):
        rows.addWidget(widget)
    return rows


def _footer() -> QWidget:
    bar = Panel("surface.2", "top")
    row = QHBoxLayout(bar)
    add = PrimaryButton("Add to queue")
    add.set_hint("Ctrl ↵")
    row.addWidget(Label("12 images × 2 tries =", "body"))
    row.addWidget(Label("24 prompts", "strong"))
    row.addStretch(1)
    row.addWidget(DangerButton("Remove", small=True))
    row.addWidget(add)
    return bar


def _named(name: str, content: QHBoxLayout) -> QHBoxLayout:
    label = Label(name, "button")
    label.setFixedWidth(_scaled(_COLUMN))
    row = row_of(label, spacing=0)
    row.addLayout(content, 1)
    return row


def _act_states(page: QWidget) -> None:
    for widget in page.findChildren(QWidget):
        state = widget.property("galleryState")
        if state == "hover":
            inside = QPointF(5, 5)
            QApplication.sendEvent(widget, QEnterEvent(inside, inside, QPointF(widget.mapToGlobal(QPoint(5, 5)))))
            widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        if state == "focus":
            focus = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
            QApplication.sendEvent(widget, focus)


def draw(out: Path, scheme: Scheme, app: QApplication) -> None:
    """Writes `components-SCHEME.png` and `form-SCHEME.png`."""
    for name, page, size in (("components", build_page(scheme), (960, 900)), ("form", build_form(), (736, 1200))):
        page.resize(*size)
        page.show()
        _act_states(page)
        app.processEvents()
        page.grab().save(str(out / f"{name}-{scheme}.png"))
        page.close()


def main() -> int:
    """Draws both schemes into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    switch = apply_theme(app, Choice("dark"))
    for scheme in ("dark", "light"):
        switch.choose(Choice(scheme))
        draw(out, scheme, app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
