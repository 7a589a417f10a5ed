"""What services and the runtime need of the outside, as Protocols; bootstrap joins them with adapters."""

from vqdesk.ports.attempts import AttemptStore, LaneOrderStore
from vqdesk.ports.backups import Backup, BackupKind, Backups
from vqdesk.ports.clock import Clock
from vqdesk.ports.engine import Accepted, Endpoint, EndpointSource, Engine, EngineInfo, NodeCatalog, ServerCatalog
from vqdesk.ports.files import Files, Media, OutputFile
from vqdesk.ports.llm import LlmAnswer, LlmFacts, LlmModel, LlmProbe, LlmQuestion, LlmServer, Pictures
from vqdesk.ports.loans import LoanLock
from vqdesk.ports.log_files import LogFile, LogFiles
from vqdesk.ports.notify import Webhook
from vqdesk.ports.platform import Computer
from vqdesk.ports.playback import Clip, Frame, Playback, Trash
from vqdesk.ports.secrets import Secrets
from vqdesk.ports.server_logs import ServerLogs
from vqdesk.ports.stopping import StopSignal
from vqdesk.ports.store import (
    JobListing,
    JobQuery,
    JobSection,
    JobStore,
    LaneLoad,
    LaneStore,
    LogLine,
    LogStore,
    Move,
    PromptStore,
    SettingStore,
    StatusCounts,
    Store,
)
from vqdesk.ports.store_captions import CaptionKey, CaptionStore, KeptTexts
from vqdesk.ports.store_editing import EditingStore, JobValues, Place, Weight
from vqdesk.ports.store_mentions import MentionStore
from vqdesk.ports.store_order import OrderStore, ReturnStore, Together
from vqdesk.ports.store_origins import OriginStore
from vqdesk.ports.store_outputs import (
    OutputChoices,
    OutputCounts,
    OutputDay,
    OutputListing,
    OutputQuery,
    OutputStore,
)
from vqdesk.ports.store_presets import PresetStore
from vqdesk.ports.store_runs import RunStore
from vqdesk.ports.store_texts import AwaitedTexts, TextStore
from vqdesk.ports.store_timings import TimingStore
from vqdesk.ports.store_workspaces import StoredWorkspace, WorkspaceStore

__all__ = [
    "Accepted",
    "AttemptStore",
    "AwaitedTexts",
    "Backup",
    "BackupKind",
    "Backups",
    "CaptionKey",
    "CaptionStore",
    "Clip",
    "Clock",
    "Computer",
    "EditingStore",
    "Endpoint",
    "EndpointSource",
    "Engine",
    "EngineInfo",
    "Files",
    "Frame",
    "JobListing",
    "JobQuery",
    "JobSection",
    "JobStore",
    "JobValues",
    "KeptTexts",
    "LaneLoad",
    "LaneOrderStore",
    "LaneStore",
    "LlmAnswer",
    "LlmFacts",
    "LlmModel",
    "LlmProbe",
    "LlmQuestion",
    "LlmServer",
    "LoanLock",
    "LogFile",
    "LogFiles",
    "LogLine",
    "LogStore",
    "Media",
    "MentionStore",
    "Move",
    "NodeCatalog",
    "OrderStore",
    "OriginStore",
    "OutputChoices",
    "OutputCounts",
    "OutputDay",
    "OutputFile",
    "OutputListing",
    "OutputQuery",
    "OutputStore",
    "Pictures",
    "Place",
    "Playback",
    "PresetStore",
    "PromptStore",
    "ReturnStore",
    "RunStore",
    "Secrets",
    "ServerCatalog",
    "ServerLogs",
    "SettingStore",
    "StatusCounts",
    "StopSignal",
    "Store",
    "StoredWorkspace",
    "TextStore",
    "TimingStore",
    "Together",
    "Trash",
    "Webhook",
    "Weight",
    "WorkspaceStore",
]
