"""Auto-prompts as the settings say, for the window and the command line. Blocking."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from vqdesk.domain.auto_prompt import LlmFailed, PromptName, check_prompt
from vqdesk.domain.errors import Problem
from vqdesk.domain.settings import (
    LLM_CAPTION_CONTEXT,
    LLM_CAPTION_MODEL,
    LLM_CAPTION_TOKENS,
    LLM_MOTION_CONTEXT,
    LLM_MOTION_MODEL,
    LLM_MOTION_TOKENS,
    LLM_PICTURE_EDGE,
    LLM_TEMPERATURE,
    LLM_URL,
)
from vqdesk.ports import LlmFacts, LlmServer, StopSignal
from vqdesk.services.auto_prompt.generator import AutoPromptGenerator
from vqdesk.services.auto_prompt.options import AutoOptions, AutoTools, StageOptions
from vqdesk.services.auto_prompt.system_prompts import SystemPromptShelf
from vqdesk.services.settings import SettingService


@dataclass(frozen=True, slots=True)
class AutoOverrides:
    """What a single run wants otherwise than the settings; "" for as they are. `system` is that of stage 2."""

    url: str = ""
    caption_model: str = ""
    motion_model: str = ""
    system: str = ""
    caption_system: str = ""
    is_fresh: bool = False
    variant: int = 0


@dataclass(frozen=True, slots=True)
class LlmState:
    """Whether auto-prompts can be made now: a server with its models, or what is in the way."""

    url: str
    facts: LlmFacts = field(default_factory=lambda: LlmFacts("", ()))
    problem: Problem | None = None


class AutoPromptService:
    """`server_at` makes a client for an address."""

    def __init__(
        self,
        tools: AutoTools,
        settings: SettingService,
        prompts: SystemPromptShelf,
        server_at: Callable[[str], LlmServer],
    ) -> None:
        self.prompts = prompts
        self.kept = tools.captions
        self._tools = tools
        self._settings = settings
        self._server_at = server_at

    def look(self, url: str = "") -> LlmState:
        """What answers, without raising."""
        address = url or self._settings.get(LLM_URL)
        try:
            return LlmState(address, self._server_at(address).look())
        except LlmFailed as error:
            return LlmState(address, problem=error.problem)

    def generator(self, overrides: AutoOverrides, stop: StopSignal) -> AutoPromptGenerator:
        """For one batch. Raises LlmFailed for an address that is none, ParameterInvalid, InputUnusable."""
        server = self._server_at(overrides.url or self._settings.get(LLM_URL))
        return AutoPromptGenerator(server, self._tools, self._options(overrides), stop)

    def _options(self, overrides: AutoOverrides) -> AutoOptions:
        get = self._settings.get
        caption = StageOptions(
            overrides.caption_model or get(LLM_CAPTION_MODEL),
            self._system(PromptName.CAPTION, overrides.caption_system),
            get(LLM_CAPTION_TOKENS),
            get(LLM_CAPTION_CONTEXT),
            get(LLM_TEMPERATURE),
        )
        motion = replace(
            caption,
            model=overrides.motion_model or get(LLM_MOTION_MODEL),
            system=self._system(PromptName.MOTION, overrides.system),
            max_tokens=get(LLM_MOTION_TOKENS),
            context=get(LLM_MOTION_CONTEXT),
        )
        return AutoOptions(
            caption,
            motion,
            clips_system=self._system(PromptName.MOTION_CLIPS, overrides.system),
            edge=get(LLM_PICTURE_EDGE),
            is_fresh=overrides.is_fresh,
            variant=overrides.variant,
        )

    def _system(self, name: PromptName, own: str) -> str:
        text = own or self.prompts.get(name).text
        check_prompt(name, text)
        return text
