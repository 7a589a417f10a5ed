"""The theme as a typed, frozen object, read from the token file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont

Scheme = Literal["dark", "light", "contrast"]
SchemeChoice = Literal["dark", "light", "contrast", "system"]
MIN_SCALE = 0.75
MAX_SCALE = 2.0
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in px, UI scale included."""

    xs: int
    s: int
    m: int
    l: int  # noqa: E741  # the name the token file uses
    xl: int


@dataclass(frozen=True, slots=True)
class Radius:
    """Corner radii in px."""

    control: int
    card: int
    pill: int


@dataclass(frozen=True, slots=True)
class Size:
    """Heights, widths and paddings in px; pairs are (width, height)."""

    line: int
    ring: int
    control: int
    control_small: int
    icon: int
    icon_large: int
    glyph_small: int
    strip: int
    footer: int
    group: int
    row_job: int
    row_prompt: int
    row_log: int
    row_table: int
    thumb_row: tuple[int, int]
    tile: tuple[int, int]
    tile_name: int
    gallery_tile: tuple[int, int]
    side: int
    selection_bar: int
    prompt_indent: int
    progress: int
    progress_detail: int
    splitter: int
    scrollbar: int
    button_padding: int
    button_min: int
    field_padding: int
    area_padding: tuple[int, int]
    chip_padding: int
    chip_gap: int
    row_button_padding: int
    number_field: int
    check: int
    switch: tuple[int, int]
    badge: int
    banner: int
    panel_padding_narrow: int
    form: int
    form_min: int
    tab_min: int
    tab_max: int
    queue_min: int
    narrow_below: int
    pages_below: int
    window_min: tuple[int, int]
    window_start: tuple[int, int]

    @property
    def icon_size(self) -> QSize:
        """The icon square as a QSize."""
        return QSize(self.icon, self.icon)


@dataclass(frozen=True, slots=True)
class Duration:
    """Times of movements in ms; all 0 with reduced motion, but for `progress_update`."""

    instant: int
    fast: int
    normal: int
    slow: int
    progress_update: int


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One type role: font size and line height in px, weight 400 to 600."""

    px: int
    weight: int
    line: int
    mono: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose about the look: `system` follows the desktop; scale 0.75 to 2."""

    scheme: SchemeChoice = "system"
    scale: float = 1.0
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour scheme at one scale. Unknown roles raise KeyError."""

    scheme: Scheme
    colors: Mapping[str, str]
    space: Space
    radius: Radius
    size: Size
    duration: Duration
    texts: Mapping[str, TextStyle]
    fonts: Mapping[str, QFont]

    def hex(self, role: str) -> str:
        """The colour of a role as #RRGGBB."""
        return self.colors[role]

    def color(self, role: str, opacity: float = 1.0) -> QColor:
        """The colour of a role, opacity 0 to 1."""
        color = QColor(self.colors[role])
        color.setAlphaF(opacity)
        return color

    def font(self, role: str = "body") -> QFont:
        """The font of a type role, with tabular figures and without hinting."""
        return QFont(self.fonts[role])

    def line_height(self, role: str = "body") -> int:
        """Height of one line of that type role in px."""
        return self.texts[role].line


def load_theme(tokens_file: Path, scheme: Scheme, scale: float = 1.0, *, reduced_motion: bool = False) -> Theme:
    """Reads a theme. Raises OSError, TOMLDecodeError, or TypeError where the file and the fields differ."""
    raw = tomllib.loads(tokens_file.read_text(encoding="utf-8"))
    scale = min(MAX_SCALE, max(MIN_SCALE, scale))
    still = {name: 0 for name in raw["duration"] if reduced_motion and name != "progress_update"}
    texts = {role: _text_style(role, values, scale) for role, values in raw["type"].items()}
    return Theme(
        scheme=scheme,
        colors=_flat(raw["color"][scheme], "."),
        space=_scaled(Space, raw["space"], scale),
        radius=_scaled(Radius, raw["radius"], scale),
        size=_scaled(Size, _flat(raw["size"], "_"), scale),
        duration=Duration(**raw["duration"] | still),
        texts=texts,
        fonts={role: _font(style, raw["font"]["mono" if style.mono else "ui"]) for role, style in texts.items()},
    )


def _text_style(role: str, values: list[int], scale: float) -> TextStyle:
    px, weight, line = values
    return TextStyle(round(px * scale), weight, round(line * scale), mono=role == "log")


def _font(style: TextStyle, families: list[str]) -> QFont:
    font = QFont(families)
    font.setPixelSize(style.px)
    font.setWeight(QFont.Weight(style.weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


_NOT_SCALED = frozenset({"line", "narrow_below", "pages_below", "window_start"})


def _scaled(kind: type[_Part], values: Mapping[str, Any], scale: float) -> _Part:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if known != set(values):
        raise TypeError(f"{kind.__name__}: the token file and the fields differ in {sorted(known ^ set(values))}")
    return kind(**{name: _times(value, 1.0 if name in _NOT_SCALED else scale) for name, value in values.items()})


def _times(value: int | list[int], scale: float) -> int | tuple[int, ...]:
    return tuple(round(part * scale) for part in value) if isinstance(value, list) else round(value * scale)


def _flat(table: Mapping[str, Any], joint: str, prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, joint, f"{prefix}{name}{joint}")
        else:
            flat[prefix + name] = value
    return flat
