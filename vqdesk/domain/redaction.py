"""Takes secrets and private paths out of texts that leave this computer (R-V12). Idempotent."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

SECRET: Final = "[secret]"
PATH: Final = "[path]"
USER: Final = "[user]"
HOST: Final = "[host]"
_SHORTEST = 3  # letters of a name that is looked for
_TOKENS: Final = re.compile(
    r"""\b(?:sk-[\w-]{12,}|hf_\w{12,}|gh[opsu]_\w{12,}|github_pat_\w{12,}|xox[abp]-[\w-]{10,}
    |AKIA[0-9A-Z]{12,}|eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*)""",
    re.VERBOSE,
)
_NAMED: Final = re.compile(
    r"""(?P<name>["']?\b[\w-]*(?:token|secret|passw(?:or)?d|pwd|api[_-]?key|authorization|cookie|credential)s?\b["']?
    \s*[:=]\s*)(?P<value>(?:Bearer\s+|Basic\s+)?(?:"[^"\n]*"|'[^'\n]*'|[^\s,;&"'}\])]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_BEARER: Final = re.compile(r"\b(Bearer|Basic)\s+(?!\[secret\])[\w.~+/=-]{6,}", re.IGNORECASE)
_LOGIN: Final = re.compile(r"(?<=://)[^\s/@:]+(?::[^\s/@]*)?@")
_PRIVATE_ROOTS: Final = "home|Users|mnt|media|Volumes|root|tmp|run|var|private|srv|data|workspace|net"
_NAMES: Final = r"(?:[^\s/\"'<>|:;,]+[ ]){0,4}[^\s/\"'<>|:;,]*"
_FILES: Final = r"\.(?:jpe?g|png|webp|gif|bmp|mp4|mov|webm|mkv|avi|safetensors|gguf|json|log|txt)\b"
_PIECE: Final = (
    r"""(?:[^\s"'<>|:;,()\[\]{}]|[ ](?=[^\s"'<>|:;,]*[/\\][^\s/\\])"""
    rf"|[ ](?={_NAMES}{_FILES}))"  # blanks within a name
)
_PATHS: Final = re.compile(
    rf"""(?:file://)?(?<![\w\]>.~/\\:])(?:/(?:{_PRIVATE_ROOTS})(?:/{_PIECE}*)?(?!\w)
    |~[\w-]*[/\\]{_PIECE}*|\b[A-Za-z]:[\\/]+{_PIECE}*|\\\\{_PIECE}+)""",
    re.VERBOSE,
)
_QUOTED: Final = re.compile(
    rf"""(?P<quote>["'])(?:file://)?(?:/(?:{_PRIVATE_ROOTS})/|~[/\\]|[A-Za-z]:[\\/]|\\\\)[^"'\n]*(?P=quote)"""
)
_ENDING: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}$")


class Redactor:
    """`places` are folders that may be named: path → what stands for it; `names` of people and computers."""

    def __init__(
        self,
        secrets: Sequence[str] = (),
        places: Mapping[str, str] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._secrets = sorted({one for one in secrets if one.strip()}, key=len, reverse=True)
        self._places = sorted((places or {}).items(), key=lambda pair: len(pair[0]), reverse=True)
        self._names = [(_word(name), mark) for name, mark in (names or {}).items() if len(name) >= _SHORTEST]

    def clean(self, text: str) -> str:
        """The text without what is private."""
        for secret in self._secrets:
            text = text.replace(secret, SECRET)
        text = _LOGIN.sub(f"{SECRET}@", text)
        text = _NAMED.sub(lambda found: found["name"] + _quoted(found["value"]), text)
        text = _BEARER.sub(lambda found: f"{found[1]} {SECRET}", text)
        text = _TOKENS.sub(SECRET, text)
        for folder, mark in self._places:
            text = text.replace(folder, mark)
        text = _QUOTED.sub(lambda found: found["quote"] + _stand_in(found[0][1:-1]) + found["quote"], text)
        text = _PATHS.sub(lambda found: _stand_in(found[0]), text)
        for name, mark in self._names:
            text = name.sub(mark, text)
        return text


def _stand_in(path: str) -> str:
    ending = _ENDING.search(path.rstrip("."))
    return PATH + (ending[0] if ending else "")


def _quoted(value: str) -> str:
    return f"{value[0]}{SECRET}{value[0]}" if value[0] in "\"'" else SECRET


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
