"""Settings of the window itself: how it looks, and what it tells of."""

from vqdesk.domain.setting import Setting

_LOOK = "Appearance"
SCHEME = Setting(
    "look.scheme",
    _LOOK,
    "Theme",
    "Colours of the window. High contrast is bright on black.",
    "system",
    choices=(
        ("system", "As the system"),
        ("dark", "Dark"),
        ("light", "Light"),
        ("contrast", "High contrast"),
    ),
)
LANGUAGE = Setting(
    "look.language",
    _LOOK,
    "Language",
    "Of the window, from its next start on. Commands in a terminal are English.",
    "system",
    choices=(
        ("system", "As the system"),
        ("en", "English"),
        ("de", "Deutsch"),
    ),
)
TEXT_SIZE = Setting(
    "look.text_size",
    _LOOK,
    "Size of texts and controls",
    "Everything in the window grows and shrinks together.",
    100,
    "%",
    75,
    200,
)
REDUCED_MOTION = Setting(
    "look.reduced_motion",
    _LOOK,
    "Less motion",
    "Groups open and bars move at once, without gliding.",
    False,
)

_PLAYER = "Player"
PLAYER_VOLUME = Setting(
    "player.volume",
    _PLAYER,
    "Volume",
    "How loud clips with sound play.",
    80,
    "%",
    0,
    100,
)
PLAYER_MUTED = Setting(
    "player.muted",
    _PLAYER,
    "Muted",
    "Clips play without their sound.",
    False,
)

_NOTICES = "Notifications"
NOTIFY_FAILURE = Setting(
    "notify.failure",
    _NOTICES,
    "Tell of failures",
    "The desktop shows it when a prompt fails, an engine goes away, or something looks wrong.",
    True,
)
NOTIFY_END = Setting(
    "notify.end",
    _NOTICES,
    "Tell when the queue is empty",
    "Once, when the last prompt has ended.",
    True,
)
NOTIFY_SOUND = Setting(
    "notify.sound",
    _NOTICES,
    "With a sound",
    "The system's own sound of a message.",
    False,
)
NOTIFY_QUIET_FROM = Setting(
    "notify.quiet_from",
    _NOTICES,
    "Quiet from",
    "A time like 22:30. The list keeps what happens, the desktop shows nothing. Empty for never.",
    "",
)
NOTIFY_QUIET_TO = Setting(
    "notify.quiet_to",
    _NOTICES,
    "Quiet until",
    "A time like 07:00; the next day where it is earlier.",
    "",
)
NOTIFY_WEBHOOK = Setting(
    "notify.webhook",
    _NOTICES,
    "Web address to tell as well",
    "Gets a POST with JSON for each notice, at quiet hours too: ntfy, Slack, Discord, Apprise. Empty for none.",
    "",
    is_secret=True,
)
