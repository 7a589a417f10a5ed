"""The window's frame: places the panels and passes events and wishes on. No decisions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import JobId, PromptId
from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.book import SHORTCUTS_SETTING, CommandBook
from vqdesk.ui.commands.palette import Palette
from vqdesk.ui.commands.window_commands import fill_book
from vqdesk.ui.detail.panel import DetailPanel
from vqdesk.ui.estimates.feed import ForecastFeed
from vqdesk.ui.importing.entry import ImportEntry
from vqdesk.ui.menu import AppMenu
from vqdesk.ui.night.exit_question import ExitQuestion
from vqdesk.ui.notifications.centre import Notices
from vqdesk.ui.opening import FileOpening
from vqdesk.ui.outputs.entry import DESK, Places
from vqdesk.ui.panes import Panes
from vqdesk.ui.queue.panel import QueuePanel
from vqdesk.ui.side_windows import SideWindows
from vqdesk.ui.strip.strip import StatusStrip
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.window_memory import WindowMemory
from vqdesk.ui.workspace.dropping import FileDrops, Offer
from vqdesk.ui.workspace.panel import WorkspacePanel

_QUEUE_PART = 0.59
"""Height of the queue beside the detail's."""
_DETAIL_ROWS = 7
"""The detail has room for so many rows of jobs before the queue gets its part."""


class MainWindow(QMainWindow):
    """Strip on top; workspace at the left; queue over detail at the right."""

    closing = Signal(object)  # WindowMemory
    seen = Signal()  # painted for the first time
    settings_changed = Signal(object)  # all values by key

    def __init__(self, calls: Calls, menu: AppMenu) -> None:
        super().__init__()
        self.setWindowTitle("VQDesk")
        self._is_seen = False
        self.strip = StatusStrip(calls, menu)
        self.workspace = WorkspacePanel(calls)
        self.queue = QueuePanel(calls)
        self.detail = DetailPanel(calls)
        self.forecasts = ForecastFeed(calls, self)
        self.notices = Notices(calls, self)
        self.exit_question = ExitQuestion(self)
        self.opening = FileOpening(calls, self)
        self.commands = CommandBook(self)
        self.palette = Palette(self.commands, self)
        self.calls = calls
        self.side = SideWindows(calls, self)
        self.rows = Panes(Qt.Orientation.Vertical, _queue_height)
        self.columns = Panes(Qt.Orientation.Horizontal, _form_width)
        self._build_frame(calls)
        self._connect(calls, menu)
        self._connect_importing(menu)
        self._connect_places(menu)
        self._connect_notices(menu)
        follow_theme(self._retheme)

    def start(self, memory: WindowMemory) -> None:
        """Takes the remembered sizes. The panels read what they show when the window has been seen."""
        size = current_theme().size
        self.resize(QSize(*size.window_start).boundedTo(self._room()))
        self.restoreGeometry(QByteArray.fromHex(memory.geometry.encode()))
        self.columns.restore(memory.columns)
        self.rows.restore(memory.rows)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Passes a batch of the worker's events on."""
        panels = (self.strip, self.workspace.engines, self.workspace.sheets, self.queue, self.detail)
        for panel in (*panels, self.forecasts, self.notices, self.exit_question):
            panel.apply_events(batch)
        self.importing.apply_events(batch)
        self.places.apply_events(batch)
        self.side.told.emit(batch)

    def come_forward(self) -> None:
        """A second start wants this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def memory(self) -> WindowMemory:
        """What to remember of the window now."""
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        return WindowMemory(geometry, self.columns.own_sizes(), self.rows.own_sizes())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says goodbye; the queue goes on at the servers."""
        if not self.exit_question.may_leave():
            event.ignore()
            return
        self.workspace.save_now()
        self.closing.emit(self.memory())
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first one the panels read: what the worker loads for it would hold up the window."""
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self, self._read)

    def _read(self) -> None:
        self.seen.emit()
        self.workspace.start()
        self.queue.start()
        self.strip.start()
        self.forecasts.start()
        self.notices.start()
        self.calls.ask(
            self, lambda desk: desk.setting(SHORTCUTS_SETTING), self._take_shortcuts, self.queue.show_problem
        )

    def _build_frame(self, calls: Calls) -> None:
        self.rows.addWidget(self.queue)
        self.rows.addWidget(self.detail)
        self.columns.addWidget(self.workspace)
        self.columns.addWidget(self.rows)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.strip)
        stack = QStackedWidget()
        rows.addWidget(stack, 1)
        self.setCentralWidget(page)
        desk = QWidget()
        stack.addWidget(desk)
        desk_rows = QVBoxLayout(desk)
        desk_rows.setContentsMargins(0, 0, 0, 0)
        desk_rows.addWidget(self.columns)
        self.importing = ImportEntry(calls, desk_rows, self.columns)
        self.places = Places(calls, stack, lambda: [(one.id, one.title) for one in self.workspace.book.tabs.open])
        self.workspace.add_line(self.importing.offer)

    def _connect(self, calls: Calls, menu: AppMenu) -> None:
        self.addActions(menu.actions())  # their shortcuts count in the whole window
        fill_book(self.commands, self, menu)
        self.commands.changed.connect(self._save_shortcuts)
        menu.palette_wanted.connect(self.palette.open)
        menu.shortcuts_wanted.connect(lambda: self.side.show_shortcuts(self.commands))
        menu.settings_wanted.connect(self.side.show_settings)
        self.side.settings_changed.connect(self.settings_changed)
        self.side.settings_changed.connect(self.workspace.book.look_for_folder)
        self.side.engines_wanted.connect(self.workspace.engines.choose)
        drops = FileDrops(self.rows)
        drops.dropped.connect(self.workspace.add_files)
        drops.hovered.connect(self.workspace.set_lit)
        menu.quit_wanted.connect(self.close)
        calls.unheard.connect(self.queue.show_problem)
        menu.failed.connect(self.queue.show_problem)
        menu.about_wanted.connect(self.side.show_about)
        menu.auto_prompts_wanted.connect(self.side.show_auto_prompts)
        menu.doctor_wanted.connect(self.side.show_doctor)
        menu.bundle_wanted.connect(self.side.show_bundle)
        menu.logs_wanted.connect(self.side.show_logs)
        menu.engines_wanted.connect(self.workspace.engines.choose)
        menu.save_queue_wanted.connect(lambda: self.queue.commands.editing.save(None))
        menu.load_queue_wanted.connect(self.queue.commands.editing.load)
        menu.reload_wanted.connect(self.workspace.reload_workflows)
        menu.reload_wanted.connect(self.queue.reload_workflows)
        self.workspace.engine_chosen.connect(lambda _kind: self.strip.read_lanes())
        self.workspace.engine_chosen.connect(lambda _kind: self.queue.read_lanes())
        self.strip.failed.connect(self.queue.show_problem)
        for panel in (self.strip, self.queue.source, self.detail):
            self.forecasts.changed.connect(panel.show_forecast)
        self.forecasts.changed.connect(lambda _said: self.workspace.sheet.outlook.look_again())
        self.forecasts.failed.connect(self.queue.show_problem)
        self.queue.job_chosen.connect(self.detail.show_job)
        self.queue.prompt_chosen.connect(self._show_prompt)
        self.queue.opened.connect(self.detail.setFocus)
        self.queue.resume_wanted.connect(lambda: self.strip.set_paused(False))
        self.queue.night.prompt_wanted.connect(self._show_prompt)
        self.queue.counted.connect(self.strip.show_counts)
        self.queue.emptied.connect(lambda empty: self.rows.show_second(not empty))

    def _connect_importing(self, menu: AppMenu) -> None:
        importing, workspace = self.importing, self.workspace
        workspace.sort_files(self.opening.take)
        workspace.opened.connect(self.opening.be_ready)
        self.opening.asked.connect(lambda: self.places.show(DESK))
        self.opening.others.connect(lambda found: importing.take(found, workspace.page.media.kind))
        self.opening.queue_wanted.connect(self.queue.commands.editing.load_file)
        self.opening.failed.connect(self.queue.show_problem)
        workspace.workflow_pasted.connect(importing.take_text)
        workspace.edit_form_asked.connect(importing.edit)
        menu.import_wanted.connect(importing.choose_file)
        menu.edit_form_wanted.connect(lambda: importing.edit(workspace.state.workflow))
        self.detail.reuse_asked.connect(importing.reuse)
        self.detail.job_reuse_asked.connect(importing.reuse_job)
        importing.inputs.connect(workspace.keep_files)
        importing.saved.connect(workspace.choose_saved)
        importing.saved.connect(lambda _name: self.queue.reload_workflows())
        importing.reused.connect(workspace.book.add)
        importing.failed.connect(self.queue.show_problem)

    def _connect_notices(self, menu: AppMenu) -> None:
        notices, tools = self.notices, self.strip.tools
        notices.failed.connect(self.queue.show_problem)
        notices.unread_changed.connect(tools.show_unread)
        notices.job_wanted.connect(lambda job: self._show_job(JobId(job)))
        notices.tray.window_wanted.connect(self.come_forward)
        notices.tray.job_wanted.connect(lambda _job: self.come_forward())
        notices.tray.pause_wanted.connect(self.strip.pausing.toggle)
        notices.tray.quit_wanted.connect(self.close)
        tools.find_wanted.connect(self.palette.open)
        tools.settings_wanted.connect(self.side.show_settings)
        tools.notices_wanted.connect(lambda: notices.panel.open_below(tools.bell))
        menu.notices_wanted.connect(lambda: notices.panel.open_below(tools.bell))

    def _connect_places(self, menu: AppMenu) -> None:
        places, book = self.places, self.workspace.book
        self.strip.places.chosen.connect(places.show)
        places.changed.connect(self.strip.places.show_place)
        places.started.connect(book.add)
        places.started.connect(lambda *_tab: places.show(DESK))
        places.sent.connect(self._send_to_tab)
        book.changed.connect(lambda: places.show(DESK))
        menu.import_wanted.connect(lambda: places.show(DESK))
        places.job_asked.connect(self._show_job)
        self.detail.gallery_asked.connect(places.show_outputs_of)
        places.reuse_asked.connect(lambda path: (places.show(DESK), self.importing.reuse(path)))

    def _send_to_tab(self, tab_id: str, paths: Sequence[str]) -> None:
        if tab_id:
            self.workspace.book.choose(tab_id)
        else:
            self.workspace.book.new()
        self.places.show(DESK)
        self.workspace.keep_files(Offer(paths=paths))

    def _show_job(self, job_id: JobId | None) -> None:
        self.places.show(DESK)
        if job_id is not None:
            self.queue.view.choose(job_id)
            self.detail.show_job(job_id)

    def _show_prompt(self, job_id: JobId, prompt_id: PromptId) -> None:
        self.detail.show_job(job_id)
        self.detail.show_prompt(prompt_id)

    def _take_shortcuts(self, stored: str) -> None:
        self.commands.blockSignals(True)  # nothing to store
        self.commands.take_json(stored)
        self.commands.blockSignals(False)

    def _save_shortcuts(self) -> None:
        text = self.commands.to_json()
        self.calls.ask(
            self, lambda desk: desk.set_setting(SHORTCUTS_SETTING, text), failed=self.queue.show_problem
        )

    def next_pane(self, step: int) -> None:
        """Moves the keyboard to the next part of the window that takes it."""
        panes: list[QWidget] = [self.strip, self.workspace, self.queue, self.detail]
        if self.places.current != DESK:
            panes = [self.strip, *self.places.page.panes]
        focus = QApplication.focusWidget()
        here = next((at for at, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), -step)
        for offset in range(1, len(panes) + 1):
            if self.focus_inside(panes[(here + step * offset) % len(panes)]):
                return

    def go_to(self, part: Callable[[], QWidget]) -> None:
        """Gives the keyboard to a part of the desk, which comes to the front."""
        self.places.show(DESK)
        self.focus_inside(part())

    def focus_inside(self, pane: QWidget) -> bool:
        """Gives the keyboard to the first control of a part; False where none takes it."""
        children = [*_tab_order(pane), pane]
        target = next((child for child in children if _takes_focus(child)), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return target is not None

    def _retheme(self, theme: Theme) -> None:
        room = self._room()
        self.setMinimumSize(QSize(*theme.size.window_min).boundedTo(room))
        half = max(room.width(), self.width()) // 2
        self.queue.setMinimumWidth(min(theme.size.queue_min, half - theme.size.splitter))
        self.workspace.setMinimumWidth(min(theme.size.form_min, half))

    def _room(self) -> QSize:
        """What the screen has for the window, without the frame that the desktop draws."""
        return self.screen().availableSize() - QSize(0, current_theme().size.strip)


def _form_width(window: int) -> int:
    size = current_theme().size
    return max(size.form_min, min(size.form, window * size.form // size.window_start[0]))


def _queue_height(column: int) -> int:
    return min(round(column * _QUEUE_PART), column - _DETAIL_ROWS * current_theme().size.row_job)


def _tab_order(pane: QWidget) -> list[QWidget]:
    return sorted(
        pane.findChildren(QWidget), key=lambda child: child.mapTo(pane, child.rect().topLeft()).toTuple()[::-1]
    )


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()
