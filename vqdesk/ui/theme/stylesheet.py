"""The one style sheet: what Qt's own widgets need; our widgets paint themselves."""

from string import Template

from vqdesk.ui.theme.tokens import Theme

_SHEET = Template("""
QToolTip {
    background: $surface_3; color: $text_primary; border: ${line}px solid $line_control; padding: ${xs}px ${s}px;
}

*[edge="bottom"] { border: none; border-bottom: ${line}px solid $line_normal; }
*[edge="top"] { border: none; border-top: ${line}px solid $line_normal; }
*[edge="card"] { border: ${line}px solid $line_normal; border-radius: ${card}px; }
*[edge="round"] { border: none; border-radius: ${radius}px; }
*[edge="failed"] {
    border: ${line}px solid $line_normal; border-radius: ${card}px; border-left: ${bar}px solid $status_failed;
}
*[edge="chosen"] { border: ${line}px solid $accent_text; border-radius: ${card}px; }

QLineEdit, QTextEdit, QComboBox {
    background: $field; color: $text_primary; border: ${line}px solid $line_control; border-radius: ${radius}px;
    selection-background-color: $accent_tint; selection-color: $text_primary;
    placeholder-text-color: $text_secondary;
}
QLineEdit, QComboBox { min-height: ${field_inner}px; max-height: ${field_inner}px; padding: 0 ${field_pad}px; }
QComboBox { padding-left: ${combo_pad}px; }
QTextEdit { padding: ${area_y}px ${area_x}px; }
QLineEdit:hover, QTextEdit:hover, QComboBox:hover, QComboBox:on { border-color: $text_secondary; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $status_failed; }
QLineEdit:focus, QTextEdit:focus, QComboBox:focus { border: ${ring}px solid $focus_ring; }
QLineEdit:focus, QComboBox:focus {
    min-height: ${field_inner_focus}px; max-height: ${field_inner_focus}px; padding: 0 ${field_pad_focus}px;
}
QComboBox:focus { padding-left: ${combo_pad_focus}px; }
QTextEdit:focus { padding: ${area_y_focus}px ${area_x_focus}px; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
    background: $surface_2; color: $text_disabled; border-color: $line_normal;
}
QComboBox::drop-down { border: none; width: ${icon}px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QListView#completions {
    background: $surface_3; color: $text_primary; border: ${line}px solid $line_control;
    outline: none; padding: ${xs}px 0;
    selection-background-color: $accent_tint; selection-color: $text_primary;
}
QComboBox QAbstractItemView::item, QListView#completions::item {
    min-height: ${small_control}px; padding: 0 ${s}px; border: none;
}
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected,
QListView#completions::item:hover, QListView#completions::item:selected {
    background: $accent_tint; color: $text_primary;
}
QListView#searchList { border: none; background: transparent; padding: 0; }

QMenu { background: $surface_3; color: $text_primary; border: ${line}px solid $line_control; padding: ${xs}px 0; }
QMenu::item { padding: ${xs}px ${xl}px ${xs}px ${s}px; }
QMenu::item:selected { background: $accent_tint; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::icon { padding-left: ${s}px; }
QMenu::separator { height: ${line}px; background: $line_control; margin: ${xs}px 0; }

QHeaderView { background: transparent; }
QHeaderView::section {
    background: transparent; color: $text_secondary; padding: 0 ${s}px; border: none;
    border-bottom: ${line}px solid $line_normal;
}

QScrollArea, QAbstractItemView { border: none; background: transparent; outline: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${scrollbar}px; }
QScrollBar:horizontal { height: ${scrollbar}px; }
QScrollBar::handle { background: $line_normal; border-radius: ${bar_radius}px; margin: ${line}px; }
QScrollBar::handle:hover { background: $line_control; }
QScrollBar::handle:vertical { min-height: ${xl}px; }
QScrollBar::handle:horizontal { min-width: ${xl}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
""")


_SURFACES = (
    *("surface.0", "surface.1", "surface.2", "surface.3", "field", "accent.tint"),
    *("tint.running", "tint.failed", "tint.waiting", "tint.done", "tint.canceled", "tint.paused"),
)


def build_stylesheet(theme: Theme) -> str:
    """The application's style sheet for one theme; every value comes from the tokens."""
    size, space = theme.size, theme.space
    sizes = {
        "line": size.line,
        "ring": size.ring,
        "radius": theme.radius.control,
        "card": theme.radius.card,
        "bar": size.selection_bar,
        "xs": space.xs,
        "s": space.s,
        "xl": space.xl,
        "icon": size.icon,
        "small_control": size.control_small,
        "scrollbar": size.scrollbar,
        "bar_radius": (size.scrollbar - 2 * size.line) // 2,
    }
    colors = {role.replace(".", "_"): value for role, value in theme.colors.items()}
    surfaces = "\n".join(_surface_rule(role, theme) for role in _SURFACES)
    return surfaces + _SHEET.substitute(colors | sizes | _field_sizes(theme))


def _surface_rule(role: str, theme: Theme) -> str:
    return f'*[surface="{role}"] {{ background: {theme.hex(role)}; }}'


def _field_sizes(theme: Theme) -> dict[str, int]:
    """Inner heights and paddings of fields, so that the thicker focus line moves nothing."""
    size = theme.size
    thicker = size.ring - size.line
    inner_margin = 2  # QLineEdit keeps 2 px on both sides of its text
    pad = size.field_padding - size.line - inner_margin
    area_x, area_y = size.area_padding
    return {
        "field_inner": size.control - 2 * size.line,
        "field_inner_focus": size.control - 2 * size.ring,
        "field_pad": pad,
        "field_pad_focus": pad - thicker,
        "combo_pad": size.field_padding - size.line,
        "combo_pad_focus": size.field_padding - size.ring,
        "area_x": area_x - size.line,
        "area_x_focus": area_x - size.ring,
        "area_y": area_y - size.line,
        "area_y_focus": area_y - size.ring,
    }
