"""Where things are: shipped files, the data folder, and how to start ourselves again."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder of one user (DESIGN §5). Creating it is the job of `ensure`."""

    data: Path
    outputs: Path

    @property
    def database(self) -> Path:
        return self.data / "vqdesk.db"

    @property
    def staging(self) -> Path:
        return self.data / "staging"

    @property
    def thumbs(self) -> Path:
        return self.data / "thumbs"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def user_workflows(self) -> Path:
        return self.data / "workflows"

    @property
    def catalog(self) -> Path:
        return self.data / "catalog.json.gz"

    @property
    def loan_lock(self) -> Path:
        return self.data / "gpu.lock"

    @property
    def worker_lock(self) -> Path:
        return self.data / "worker.lock"

    def ensure(self) -> None:
        """Creates the data folder and its sub-folders. Raises OSError where that is not allowed."""
        for folder in (self.data, self.staging, self.thumbs, self.logs, self.user_workflows):
            folder.mkdir(parents=True, exist_ok=True)


def find_home(home_option: str | None = None, outputs: Path | None = None) -> Home:
    """The data folder: `--home`, else VQDESK_HOME (both hold outputs too), else the platform's own places.

    `outputs` replaces the output root.
    """
    home = _default_home(home_option)
    return home if outputs is None else Home(home.data, outputs.expanduser().resolve())


def _default_home(home_option: str | None) -> Home:
    chosen = home_option or os.environ.get("VQDESK_HOME")
    if chosen:
        root = Path(chosen).expanduser().resolve()
        return Home(data=root, outputs=root / "outputs")
    import platformdirs  # only needed when no home is named

    data = Path(platformdirs.user_data_dir("vqdesk", appauthor=False))
    return Home(data=data, outputs=Path(platformdirs.user_videos_dir()) / "VQDesk")


def resources_dir() -> Path:
    """Folder of shipped icons, fonts, theme tokens, samples and the fallback catalogue."""
    return _shipped_root() / "resources"


def workflows_dir() -> Path:
    """Folder of shipped workflow definitions and templates."""
    return _shipped_root() / "workflows"


def self_command(arguments: list[str]) -> list[str]:
    """The command line that starts this program again, from source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "vqdesk", *arguments]


def _shipped_root() -> Path:
    frozen_root = getattr(sys, "_MEIPASS", None)
    if frozen_root:
        return Path(frozen_root)
    package = Path(__file__).resolve().parent
    return package if (package / "resources").is_dir() else package.parent
