"""The exact calls by system (`sys.platform`), best first; the next is for when a program is missing."""

from collections.abc import Mapping
from typing import Final

Arguments = tuple[str, ...]

SUSPEND: Final[Mapping[str, tuple[Arguments, ...]]] = {
    "linux": (("systemctl", "suspend"), ("loginctl", "suspend")),
    "darwin": (("pmset", "sleepnow"),),
    "win32": (("rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0"),),
}
SHUT_DOWN: Final[Mapping[str, tuple[Arguments, ...]]] = {
    "linux": (("systemctl", "poweroff"), ("loginctl", "poweroff"), ("shutdown", "-h", "now")),
    "darwin": (("osascript", "-e", 'tell application "System Events" to shut down'),),
    "win32": (("shutdown", "/s", "/t", "0"),),
}
PID: Final = "{pid}"
STAY_AWAKE: Final[Mapping[str, tuple[Arguments, ...]]] = {
    "linux": (
        ("systemd-inhibit", "--what=idle:sleep", "--who=VQDesk", "--why=Rendering", "--mode=block", "cat"),
        ("gnome-session-inhibit", "--inhibit", "idle:suspend", "--reason", "VQDesk renders", "cat"),
    ),
    "darwin": (("caffeinate", "-i", "-w", PID),),
}
"""Programs that hold the computer awake while they live. `cat` ends with its standard input, so with us."""

SIGN_OF_LIFE: Final[Mapping[str, Arguments]] = {
    "linux": (
        *("gdbus", "call", "--session", "--dest", "org.freedesktop.ScreenSaver"),
        *("--object-path", "/org/freedesktop/ScreenSaver"),
        *("--method", "org.freedesktop.ScreenSaver.SimulateUserActivity"),
    ),
}
"""What counts as a key press, for desktops without a program of the kind above."""

ES_SYSTEM_REQUIRED: Final = 0x1
"""Windows: SetThreadExecutionState with it alone starts the idle time anew."""
