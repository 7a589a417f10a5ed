"""The GPU lent from the process that runs the queue to another one, by way of the data folder (R-A9)."""

import json
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from uuid import uuid4

from vqdesk.domain.auto_prompt import BatchStep
from vqdesk.domain.errors import ComputerRefused
from vqdesk.domain.job import LaneId
from vqdesk.ports import LoanLock, SettingStore, StopSignal

_KEY = "gpu.loan"
_LOOK_S = 0.2
_HEARD_S = 30.0


@dataclass(frozen=True, slots=True)
class GpuLoan:
    """What is wished, and how far it is. `said` is what the lender does for it."""

    id: str
    lanes: tuple[LaneId, ...]
    said: str = ""
    is_granted: bool = False


class GpuLoans:
    """Blocking. The borrower calls `borrowed`, the lender the rest."""

    def __init__(self, store: SettingStore, lock: LoanLock, heard_s: float = _HEARD_S) -> None:
        self._store = store
        self._lock = lock
        self._heard_s = heard_s

    @property
    def has_lender(self) -> bool:
        """Whether some process runs the queue, and would lend."""
        return self._lock.queue_runs()

    @contextmanager
    def borrowed(
        self, lanes: Collection[LaneId], told: Callable[[BatchStep], None], stop: StopSignal
    ) -> Iterator[None]:
        """These lanes rest meanwhile, if a process runs the queue. Raises Stopped, ComputerRefused."""
        if not lanes or not self.has_lender:
            yield
            return
        began = time.monotonic()
        told(BatchStep("wait", "Asking VQDesk for the GPU"))
        while not self._lock.take():
            stop.wait(_LOOK_S)
        try:
            self._await(GpuLoan(uuid4().hex, tuple(lanes)), told, stop)
            told(BatchStep("wait", "VQDesk lends its GPU", time.monotonic() - began, is_done=True))
            yield
        finally:
            self._store.put(_KEY, "")
            self._lock.release()

    def wished(self) -> GpuLoan | None:
        """What a living process has asked for."""
        stored = self._store.get(_KEY)
        if not stored or not self._lock.is_held():
            return None
        raw = json.loads(stored)
        return GpuLoan(raw["id"], tuple(map(LaneId, raw["lanes"])), raw["said"], raw["is_granted"])

    def say(self, loan: GpuLoan, said: str) -> None:
        """Tells the borrower what is done for it."""
        self._put(replace(loan, said=said))

    def grant(self, loan: GpuLoan) -> None:
        """The borrower may begin."""
        self._put(replace(loan, is_granted=True))

    def _put(self, loan: GpuLoan) -> None:
        now = self.wished()
        if now is not None and now.id == loan.id and not now.is_granted:
            self._store.put(_KEY, json.dumps(asdict(loan)))

    def _await(self, loan: GpuLoan, told: Callable[[BatchStep], None], stop: StopSignal) -> None:
        """Until it is lent, or nobody runs the queue any more."""
        self._store.put(_KEY, json.dumps(asdict(loan)))
        asked, said = time.monotonic(), ""
        while self.has_lender:
            now = self.wished() or loan
            if now.is_granted:
                return
            if now.said != said:
                said = now.said
                told(BatchStep("wait", said))
            if not said and time.monotonic() - asked > self._heard_s:
                raise ComputerRefused(
                    "The GPU is not free.",
                    "VQDesk runs its queue on this GPU and does not answer.",
                    "Pause the queue and close VQDesk, or say in the settings that the models run on another GPU.",
                )
            stop.wait(_LOOK_S)
