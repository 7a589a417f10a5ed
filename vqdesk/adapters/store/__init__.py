"""The queue in SQLite: `open_store` is the way in."""

from pathlib import Path

from vqdesk.adapters.store.attempts import SqliteAttemptStore
from vqdesk.adapters.store.backups import BackupFolder as BackupFolder
from vqdesk.adapters.store.captions import SqliteCaptionStore
from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.editing import SqliteEditingStore
from vqdesk.adapters.store.jobs import SqliteJobStore
from vqdesk.adapters.store.lane_orders import SqliteLaneOrderStore
from vqdesk.adapters.store.lanes import SqliteLaneStore
from vqdesk.adapters.store.mentions import SqliteMentionStore
from vqdesk.adapters.store.notes import SqliteLogStore, SqliteSettingStore
from vqdesk.adapters.store.order import SqliteOrderStore
from vqdesk.adapters.store.origins import SqliteOriginStore
from vqdesk.adapters.store.outputs import SqliteOutputStore
from vqdesk.adapters.store.presets import SqlitePresetStore
from vqdesk.adapters.store.prompts import SqlitePromptStore
from vqdesk.adapters.store.returns import SqliteReturnStore
from vqdesk.adapters.store.runs import SqliteRunStore
from vqdesk.adapters.store.texts import SqliteTextStore
from vqdesk.adapters.store.timings import SqliteTimingStore
from vqdesk.adapters.store.workspaces import SqliteWorkspaceStore
from vqdesk.ports import Clock, Store


def open_store(path: Path, clock: Clock) -> Store:
    """Opens the database, made and migrated when needed. Raises StoreUnusable."""
    database = Database(path)
    return Store(
        jobs=SqliteJobStore(database, clock),
        prompts=SqlitePromptStore(database, clock),
        lanes=SqliteLaneStore(database),
        order=SqliteOrderStore(database, clock),
        editing=SqliteEditingStore(database, clock),
        returns=SqliteReturnStore(database, clock),
        log=SqliteLogStore(database, clock),
        settings=SqliteSettingStore(database),
        attempts=SqliteAttemptStore(database),
        lane_orders=SqliteLaneOrderStore(database),
        origins=SqliteOriginStore(database),
        mentions=SqliteMentionStore(database),
        texts=SqliteTextStore(database, clock),
        timings=SqliteTimingStore(database, clock),
        presets=SqlitePresetStore(database),
        captions=SqliteCaptionStore(database),
        outputs=SqliteOutputStore(database, clock),
        runs=SqliteRunStore(database),
        workspaces=SqliteWorkspaceStore(database, clock),
        batch=database.batch,
        data_version=database.data_version,
        faults=database.faults,
        close=database.close,
    )
