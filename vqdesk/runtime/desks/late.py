"""The desks of what is not open at the start: their modules are loaded when they are first asked."""

from functools import cached_property
from typing import TYPE_CHECKING

from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker

if TYPE_CHECKING:
    from vqdesk.runtime.desks.about import AboutDesk
    from vqdesk.runtime.desks.auto_prompt import AutoPromptDesk
    from vqdesk.runtime.desks.bundle import BundleDesk
    from vqdesk.runtime.desks.doctor import DoctorDesk
    from vqdesk.runtime.desks.graphs import GraphDesk
    from vqdesk.runtime.desks.importing import ImportDesk
    from vqdesk.runtime.desks.log_files import LogFileDesk
    from vqdesk.runtime.desks.outputs import OutputDesk
    from vqdesk.runtime.desks.runs import RunDesk
    from vqdesk.runtime.desks.stories import StoryDesk
    from vqdesk.runtime.services import Services


class LateDesks:
    """What they are made of is kept for them."""

    def __init__(self, services: "Services", pools: Pools, worker: Worker) -> None:
        self._services = services
        self._pools = pools
        self._worker = worker

    @cached_property
    def about(self) -> "AboutDesk":
        from vqdesk.runtime.desks.about import AboutDesk

        return AboutDesk()

    @cached_property
    def auto_prompt(self) -> "AutoPromptDesk":
        from vqdesk.runtime.desks.auto_prompt import AutoPromptDesk

        return AutoPromptDesk(self._services, self._pools, self._worker)

    @cached_property
    def bundle(self) -> "BundleDesk":
        from vqdesk.runtime.desks.bundle import BundleDesk

        return BundleDesk(self._services.bundle)

    @cached_property
    def doctor(self) -> "DoctorDesk":
        from vqdesk.runtime.desks.doctor import DoctorDesk

        return DoctorDesk(self._services.doctor)

    @cached_property
    def graphs(self) -> "GraphDesk":
        from vqdesk.runtime.desks.graphs import GraphDesk

        return GraphDesk(self._services.queue, self._pools)

    @cached_property
    def importing(self) -> "ImportDesk":
        from vqdesk.runtime.desks.importing import ImportDesk

        return ImportDesk(self._services, self._pools, self._worker)

    @cached_property
    def log_files(self) -> "LogFileDesk":
        from vqdesk.runtime.desks.log_files import LogFileDesk

        return LogFileDesk(self._services.log_files, self._pools)

    @cached_property
    def outputs(self) -> "OutputDesk":
        from vqdesk.runtime.desks.outputs import OutputDesk

        return OutputDesk(self._services.outputs, self._services.playback, self._pools, self._worker)

    @cached_property
    def runs(self) -> "RunDesk":
        from vqdesk.runtime.desks.runs import RunDesk

        return RunDesk(self._services.runs, self._pools, self._worker)

    @cached_property
    def stories(self) -> "StoryDesk":
        from vqdesk.runtime.desks.stories import StoryDesk

        return StoryDesk(self._services.store, self._pools)
