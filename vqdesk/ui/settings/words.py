"""Words of the settings, translated."""

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.setting import AnySetting, SettingValue
from vqdesk.ui.language import in_words


def shown(words: str) -> str:
    """A text of `domain/settings.py` in the language of the window."""
    return in_words(words)


def default_words(setting: AnySetting) -> str:
    """What holds when the user chose nothing."""
    return _tr("Default: {0}").format(value_words(setting, setting.default))


def value_words(setting: AnySetting, value: SettingValue) -> str:
    """A value as it is read: “on”, “32 times”, “Do nothing”."""
    if isinstance(value, bool):
        return _tr("on") if value else _tr("off")
    if setting.choices:
        return shown(dict(setting.choices)[str(value)])
    if isinstance(value, str):
        return value or _tr("empty")
    return f"{value:g} {shown(setting.unit)}".strip()


def limits_words(setting: AnySetting) -> str:
    """Which numbers are right."""
    return _tr("A number from {0} to {1} is needed.").format(f"{setting.minimum:g}", f"{setting.maximum:g}")


def searched(setting: AnySetting) -> str:
    """Everything that a search looks at, in lower case."""
    parts = [setting.group, setting.title, setting.meaning, *(words for _, words in setting.choices)]
    return " ".join([setting.key, *parts, *map(shown, parts)]).casefold()


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingWords", text)
