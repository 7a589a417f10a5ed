"""What to say when a part of the worker ends by an error."""

from vqdesk.domain.errors import Problem, UserError


def problem_of(error: BaseException, summary: str, remedy: str) -> Problem:
    """The environment's failure in its own words (a full disk under the database), else a fault of ours."""
    cause = error
    while isinstance(cause, BaseExceptionGroup):
        cause = cause.exceptions[0]
    if isinstance(cause, UserError):
        return cause.problem
    return Problem(summary, f"{type(cause).__name__}: {cause}", remedy)
