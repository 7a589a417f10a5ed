"""Every setting that the user may change: its meaning, default and limits, in one list.

The settings window, the command line and the code that obeys read the same entry.
"""

from vqdesk.domain.setting import AnySetting, Setting
from vqdesk.domain.settings_window import (
    LANGUAGE,
    NOTIFY_END,
    NOTIFY_FAILURE,
    NOTIFY_QUIET_FROM,
    NOTIFY_QUIET_TO,
    NOTIFY_SOUND,
    NOTIFY_WEBHOOK,
    PLAYER_MUTED,
    PLAYER_VOLUME,
    REDUCED_MOTION,
    SCHEME,
    TEXT_SIZE,
)

FEED_MOST = Setting(
    "feed.most",
    "Queue",
    "Most prompts at a server",
    "Fewer are sent when they take long: what is here can still be reordered or go to another engine.",
    32,
    minimum=2,
    maximum=100,
)
TOGETHER = Setting(
    "feed.together",
    "Queue",
    "Jobs that share models run together",
    "A job whose models are loaded may go ahead of others of the same priority. That saves the time of loading.",
    True,
)
TOGETHER_MOST = Setting(
    "feed.together_most",
    "Queue",
    "… ahead of one job at most",
    "After so many jobs went ahead of one, it is next.",
    5,
    minimum=1,
    maximum=100,
)
GIVE_BACK_AFTER_S = Setting(
    "lanes.give_back_after_s",
    "Engines",
    "Waiting prompts leave an engine that is away after",
    "Other engines then run what waited there. What was running stays until the engine is back.",
    60.0,
    "s",
    minimum=0,
    maximum=86_400,
)

_FAILURES = "When something fails"
_NIGHT = "The night"
_DISK = "Disk"

LOWER_AFTER_OOM = Setting(
    "failures.lower",
    _FAILURES,
    "Retry a step lower after a lack of memory",
    "Once, where the workflow says how; the prompt shows what was lowered. Otherwise it fails.",
    True,
)
SAME_FAILURES = Setting(
    "failures.same",
    _FAILURES,
    "Pause a lane after the same failure",
    "So many prompts in a row must have failed the same way. 0: never.",
    3,
    "times",
    0,
    100,
)
DEATHS_ALLOWED = Setting(
    "failures.deaths",
    _FAILURES,
    "Put a prompt aside after deaths",
    "So often it was running when the server or VQDesk died. 0: never.",
    2,
    "times",
    0,
    10,
)
NEVER_STARTED_MIN = Setting(
    "stuck.start_min",
    _FAILURES,
    "Warn when a prompt does not start",
    "After so long at a server where none of ours runs. 0: never.",
    30,
    "min",
    0,
    1440,
)
STOP_OVERDUE = Setting(
    "stuck.stop",
    _FAILURES,
    "Stop prompts that take far too long",
    "Four times the longest known time of the workflow. Off: they are only told of.",
    False,
)
AFTER_QUEUE = Setting(
    "night.after_queue",
    _NIGHT,
    "After the queue",
    "What happens when everything has ended. Suspending, shutting down and the command happen once.",
    "nothing",
    choices=(
        ("nothing", "Do nothing"),
        ("free-vram", "Free the GPU's memory"),
        ("command", "Run the command"),
        ("suspend", "Suspend the computer"),
        ("shut-down", "Shut the computer down"),
    ),
)
AFTER_COMMAND = Setting(
    "night.command",
    _NIGHT,
    "Command after the queue",
    "A program and its arguments, each with spaces in quotation marks. It runs without a shell.",
    "",
)
COUNTDOWN_S = Setting(
    "night.countdown_s",
    _NIGHT,
    "Countdown",
    "Time to stop what happens after the queue.",
    60,
    "s",
    0,
    3600,
)
KEEP_AWAKE = Setting(
    "night.keep_awake",
    _NIGHT,
    "Keep the computer awake while rendering",
    "It does not fall asleep while prompts run; the screen may go dark.",
    True,
)
ASK_BEFORE_EXIT = Setting(
    "night.ask_before_exit",
    _NIGHT,
    "Ask before quitting while prompts run",
    "The running prompt is finished by its server either way.",
    True,
)
KEEP_FREE_GB = Setting(
    "disk.keep_free_gb",
    _DISK,
    "Keep free",
    "The queue rests while the disk for outputs or inputs has less; 0: never. Small disks need a twentieth.",
    2.0,
    "GB",
    0,
    10_000,
)

_FILES = "Files"
STAGE_ON_SUBMIT = Setting(
    "files.stage_on_submit",
    _FILES,
    "Copy inputs when they are queued",
    "Changing, moving or deleting a source then does no harm. Off: it is read when it is sent.",
    True,
)
MOVE_PROCESSED = Setting(
    "files.move_processed",
    _FILES,
    "Move sources of finished jobs aside",
    "Into a folder “_processed” beside them, once every prompt of the job has succeeded.",
    False,
)
INPUT_FOLDER = Setting(
    "files.input_folder",
    _FILES,
    "Input folder of a new workspace",
    "What it holds is the input until other files are dropped. "
    "Empty: that of a ComfyUI on this computer is offered.",
    "",
)
FOLDER_LIMIT = Setting(
    "files.folder_limit",
    _FILES,
    "Most files of a folder",
    "What a folder has beyond it is left out.",
    5_000,
    "",
    1,
    50_000,
)
THUMBNAILS_MB = Setting(
    "files.thumbnails_mb",
    _FILES,
    "Space for small pictures",
    "The longest unused ones are deleted when they take more.",
    512,
    "MB",
    16,
    100_000,
)
PASTED_DAYS = Setting(
    "files.pasted_days",
    _FILES,
    "Keep pasted pictures",
    "Counted from the last use; those in a job, a workspace or a preset stay longer. 0: for ever.",
    30,
    "days",
    0,
    3650,
)

_LLM = "Language models"
LLM_URL = Setting(
    "llm.url",
    _LLM,
    "Address of LM Studio",
    "Or of another server that speaks OpenAI's protocol; automatic prompts ask it.",
    "http://127.0.0.1:1234",
)
LLM_TOKEN = Setting(
    "llm.token",
    _LLM,
    "Token",
    "Sent to the server of language models when it wants one.",
    "",
    is_secret=True,
)
LLM_CAPTION_MODEL = Setting(
    "llm.caption_model",
    _LLM,
    "Model for captions",
    "A vision model; its name as the server lists it, or the end of it.",
    "Qwen3-VL-8B-NSFW-Caption-V4.5",
)
LLM_MOTION_MODEL = Setting(
    "llm.motion_model",
    _LLM,
    "Model for motion prompts",
    "It never sees a picture. The same one for both stages saves swapping.",
    "Dolphin-Mistral-24B-Venice-Edition",
)
LLM_GPU = Setting(
    "llm.gpu",
    _LLM,
    "The language models run on",
    "On the GPU that renders the queue rests meanwhile, and the models leave it afterwards.",
    "same",
    choices=(("same", "The GPU that renders"), ("other", "Another GPU"), ("remote", "Another computer")),
)
LLM_PICTURE_EDGE = Setting(
    "llm.picture_edge",
    _LLM,
    "Long side of pictures",
    "Larger ones are shrunk before they are sent. Fewer pixels cost fewer tokens.",
    1024,
    "px",
    256,
    4096,
)
LLM_CAPTION_TOKENS = Setting(
    "llm.caption_tokens", _LLM, "Longest caption", "Thinking models need 1024 or more.", 512, "tokens", 32, 32_768
)
LLM_MOTION_TOKENS = Setting(
    "llm.motion_tokens",
    _LLM,
    "Longest motion prompt",
    "For each clip. Thinking models need 1024 or more.",
    512,
    "tokens",
    32,
    32_768,
)
LLM_CAPTION_CONTEXT = Setting(
    "llm.caption_context",
    _LLM,
    "Context for captions",
    "A picture alone can take 2,000. Used where the model is loaded by VQDesk.",
    8192,
    "tokens",
    1024,
    262_144,
)
LLM_MOTION_CONTEXT = Setting(
    "llm.motion_context",
    _LLM,
    "Context for motion prompts",
    "Used where the model is loaded by VQDesk.",
    4096,
    "tokens",
    1024,
    262_144,
)
LLM_TEMPERATURE = Setting(
    "llm.temperature", _LLM, "Temperature", "0 is sober and repeats itself, 1 is free.", 0.4, "", 0, 2
)
LLM_FIRST_S = Setting(
    "llm.first_s",
    _LLM,
    "Longest wait for the first word",
    "It includes the loading of a model.",
    300,
    "s",
    5,
    3600,
)
LLM_STALL_S = Setting(
    "llm.stall_s", _LLM, "Longest wait between words", "Then it is told as stuck.", 60, "s", 5, 3600
)
LLM_TOTAL_S = Setting("llm.total_s", _LLM, "Longest time for one text", "Then it is given up.", 600, "s", 10, 7200)

SETTINGS: tuple[AnySetting, ...] = (
    *(SCHEME, LANGUAGE, TEXT_SIZE, REDUCED_MOTION),
    *(PLAYER_VOLUME, PLAYER_MUTED),
    *(NOTIFY_FAILURE, NOTIFY_END, NOTIFY_SOUND, NOTIFY_QUIET_FROM, NOTIFY_QUIET_TO, NOTIFY_WEBHOOK),
    *(FEED_MOST, TOGETHER, TOGETHER_MOST, GIVE_BACK_AFTER_S),
    *(LOWER_AFTER_OOM, SAME_FAILURES, DEATHS_ALLOWED, NEVER_STARTED_MIN, STOP_OVERDUE),
    *(STAGE_ON_SUBMIT, MOVE_PROCESSED, INPUT_FOLDER, FOLDER_LIMIT, THUMBNAILS_MB, PASTED_DAYS),
    *(AFTER_QUEUE, AFTER_COMMAND, COUNTDOWN_S, KEEP_AWAKE, ASK_BEFORE_EXIT, KEEP_FREE_GB),
    *(LLM_URL, LLM_TOKEN, LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_GPU, LLM_PICTURE_EDGE),
    *(LLM_CAPTION_TOKENS, LLM_MOTION_TOKENS, LLM_CAPTION_CONTEXT, LLM_MOTION_CONTEXT, LLM_TEMPERATURE),
    *(LLM_FIRST_S, LLM_STALL_S, LLM_TOTAL_S),
)
"""All of them, in the order in which the settings window shows them."""

BY_KEY: dict[str, AnySetting] = {setting.key: setting for setting in SETTINGS}
