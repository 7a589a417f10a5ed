"""The token file: contrast, completeness, and that nothing else holds a colour."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics

from vqdesk import locations
from vqdesk.ui import theme as theme_package
from vqdesk.ui.theme.apply import tokens_path
from vqdesk.ui.theme.icons import icon_pixmap, icons_folder
from vqdesk.ui.theme.tokens import Theme, load_theme

UI = Path(theme_package.__file__).parents[1]
SURFACES = ("surface.0", "surface.1", "surface.2", "surface.3", "accent.tint")
TEXT_ON = {
    "text.primary": (*SURFACES, "control.pressed", "segment.on", "field"),
    "text.secondary": (*SURFACES, "control.pressed", "segment.on", "field"),
    "accent.on": ("accent.fill", "accent.hover", "accent.pressed"),
    "accent.text": SURFACES,
    "danger.on": ("danger.fill",),
    "match.on": ("match.fill",),
    **{
        f"status.{name}": (*SURFACES, f"tint.{name}")
        for name in ("running", "failed", "waiting", "done", "canceled", "paused")
    },
}
SHAPE_ON = {
    "line.control": ("surface.1", "surface.2", "field"),
    "focus.ring": SURFACES,
    "accent.fill": ("surface.0", "surface.1", "surface.2"),
}
TINTS = ("tint.running", "tint.failed", "tint.waiting", "tint.done", "tint.canceled", "tint.paused")


def contrast(one: str, other: str) -> float:
    def luminance(value: str) -> float:
        parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["dark", "light", "contrast"])
def test_text_and_shapes_keep_their_contrast(scheme):
    theme = load_theme(tokens_path(), scheme)
    pairs = [(front, back, 4.5) for front, backs in TEXT_ON.items() for back in backs]
    pairs += [(front, tint, 4.5) for front in ("text.primary", "text.secondary") for tint in TINTS]
    pairs += [(front, back, 3.0) for front, backs in SHAPE_ON.items() for back in backs]
    weak = [
        f"{front} on {back}: {contrast(theme.hex(front), theme.hex(back)):.2f} < {limit}"
        for front, back, limit in pairs
        if contrast(theme.hex(front), theme.hex(back)) < limit
    ]
    assert weak == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_every_ratio_written_in_the_token_file_is_the_computed_one(scheme):
    theme = load_theme(tokens_path(), scheme)
    section = tokens_path().read_text(encoding="utf-8").split(f"[color.{scheme}]")[1].split("[color.light]")[0]
    written = 0
    for role, comment in re.findall(r'^([a-z.0-9]+)\s*= "#\w+"\s*#(.*)$', section.split("[space]")[0], re.M):
        for back, ratio in re.findall(
            r"((?:surface|control|segment|accent|tint|danger|match|field)[.a-z0-9]*) (\d+(?:\.\d)?)", comment
        ):
            if back in theme.colors and "white" not in comment:
                written += 1
                computed = contrast(theme.hex(role), theme.hex(back))
                assert computed == pytest.approx(float(ratio), abs=0.06 if "." in ratio else 0.6), (
                    f"{role} on {back}"
                )
    assert written >= 70


def test_words_over_pictures_stay_readable_on_pure_white():
    theme = load_theme(tokens_path(), "dark")
    scrim = QColor(theme.hex("overlay.fill"))
    mixed = [round(0.72 * c + 0.28 * 255) for c in (scrim.red(), scrim.green(), scrim.blue())]
    assert contrast(theme.hex("overlay.on"), QColor(*mixed).name()) >= 4.5


def test_high_contrast_keeps_seven_to_one_for_texts_and_more_for_lines():
    theme = load_theme(tokens_path(), "contrast")
    for front, backs in TEXT_ON.items():
        for back in backs:
            assert contrast(theme.hex(front), theme.hex(back)) >= 7, f"{front} on {back}"
    for front, backs in SHAPE_ON.items():
        for back in backs:
            assert contrast(theme.hex(front), theme.hex(back)) >= 4.5, f"{front} on {back}"


def test_all_schemes_have_the_same_roles():
    dark, *others = (set(load_theme(tokens_path(), scheme).colors) for scheme in ("dark", "light", "contrast"))
    assert others == [dark, dark]


def test_scale_grows_text_and_controls_and_is_kept_within_75_and_200_percent():
    large = load_theme(tokens_path(), "dark", 1.5)
    assert (large.size.control, large.font("body").pixelSize(), large.space.m) == (48, 20, 24)
    assert large.size.tile == (156, 108)
    assert load_theme(tokens_path(), "dark", 9.0).size.control == 64
    assert load_theme(tokens_path(), "dark", 0.1).size.control == 24


def test_reduced_motion_stops_every_movement():
    still = load_theme(tokens_path(), "dark", reduced_motion=True).duration
    assert (still.instant, still.fast, still.normal, still.slow) == (0, 0, 0, 0)


def test_a_size_the_program_does_not_know_is_an_error(tmp_path):
    changed = tmp_path / "tokens.toml"
    changed.write_text(
        tokens_path().read_text(encoding="utf-8").replace("strip = 40", "stripe = 40"), encoding="utf-8"
    )
    with pytest.raises(TypeError, match="strip"):
        load_theme(changed, "dark")


def test_figures_have_one_width(theme: Theme):
    metrics = QFontMetrics(theme.font("strong"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_the_shipped_fonts_are_the_ones_in_use(theme: Theme):
    assert QFontInfo(theme.font("body")).family() == "Inter"
    assert QFontInfo(theme.font("log")).family() == "JetBrains Mono"
    widths = {
        weight: QFontMetrics(theme.font(role)).horizontalAdvance("Workflow") for weight, role in _weights().items()
    }
    assert theme.font("strong").weight() == QFont.Weight.DemiBold
    assert widths[600] > widths[400]


def _weights() -> dict[int, str]:
    return {400: "body", 600: "strong"}


@pytest.mark.parametrize("file", sorted(icons_folder().glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_draws_inside_its_grid_and_takes_its_colour(file, theme: Theme):
    assert "currentColor" in file.read_text(encoding="utf-8")
    image = icon_pixmap(file.stem, theme.hex("status.failed"), 64).toImage()
    inked = [(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255]
    assert inked, "nothing is drawn"
    assert image.pixelColor(*inked[len(inked) // 2]).name().upper() == theme.hex("status.failed").upper()
    edge = [(x, y) for x, y in inked if x in (0, 63) or y in (0, 63)]
    assert len(edge) < 12, "the drawing is cut at the edge"


def test_every_icon_named_in_the_window_exists():
    known = {file.stem for file in icons_folder().glob("*.svg")}
    named = re.compile(r'(?:icon=|IconButton\(|IconView\(|set_icon\(|[^.]\bicon\()\s*"([a-z-]+)"')
    wanted = {name for file in UI.rglob("*.py") for name in named.findall(file.read_text(encoding="utf-8"))}
    assert wanted - known == set()


def test_no_colour_is_written_outside_the_token_file():
    literal = re.compile(r"[\"']#[0-9a-fA-F]{3,8}\b|QColor\(\s*\d|rgba?\(\s*\d|Qt\.GlobalColor\.(?!transparent)")
    found = [
        f"{file.relative_to(UI)}: {line.strip()}"
        for file in sorted(UI.rglob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if literal.search(line)
    ]
    assert found == []


def test_the_token_file_is_shipped():
    assert tokens_path() == locations.resources_dir() / "theme" / "tokens.toml"
    assert tokens_path().is_file()
