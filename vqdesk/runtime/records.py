"""What a server knows of attempts that have ended, asked for together: it answers many as fast as one."""

import asyncio

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable
from vqdesk.domain.events import Found
from vqdesk.domain.job import AttemptId
from vqdesk.ports import Engine

_MOST_AT_ONCE = 16
_GATHER_S = 0.03  # short prompts end one after the other; nothing waits for their collecting
_Question = tuple[AttemptId, "asyncio.Future[Found]"]


class Records:
    """Questions that come while one is under way go into the next one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._questions: asyncio.Queue[_Question] = asyncio.Queue()

    async def of(self, attempt_id: AttemptId) -> Found:
        """Needs `run`. Raises EngineUnreachable, EngineProtocolError."""
        answer: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
        self._questions.put_nowait((attempt_id, answer))
        return await answer

    async def run(self) -> None:
        """Asks for ever."""
        while True:
            asked = [await self._questions.get()]
            await asyncio.sleep(_GATHER_S)
            while len(asked) < _MOST_AT_ONCE and not self._questions.empty():
                asked.append(self._questions.get_nowait())
            await self._ask(asked)

    async def _ask(self, asked: list[_Question]) -> None:
        waiting = [(attempt_id, answer) for attempt_id, answer in asked if not answer.done()]
        try:
            found = await self._engine.find([attempt_id for attempt_id, _ in waiting])
        except (EngineUnreachable, EngineProtocolError) as error:
            for _, answer in waiting:
                answer.set_exception(error)
        else:
            for attempt_id, answer in waiting:
                answer.set_result(found[attempt_id])
