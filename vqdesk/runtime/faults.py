"""What to say when a part of the worker ends by an error."""

import logging

from vqdesk.domain.errors import Problem, UserError


def problem_of(error: BaseException, summary: str, remedy: str) -> Problem:
    """The environment's failure in its own words (a full disk under the database), else a fault of ours."""
    cause = _first(error)
    if isinstance(cause, UserError):
        return cause.problem
    return Problem(summary, f"{type(cause).__name__}: {cause}", remedy)


def log_end(log: logging.Logger, what: str, error: BaseException) -> None:
    """Writes that `what` ended: in words when the environment failed, with the traceback when we did."""
    cause = _first(error)
    if isinstance(cause, UserError):
        log.error("%s ended: %s", what, cause.problem.sentence())
    else:
        log.error("%s ended by a bug", what, exc_info=error)


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
