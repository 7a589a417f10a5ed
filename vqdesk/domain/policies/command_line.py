"""A command as the user writes it, taken apart without a shell."""

import shlex

from vqdesk.domain.errors import ParameterInvalid


def arguments_of(text: str) -> list[str]:
    """Program and arguments: split at spaces, quotation marks hold together, backslashes stand for themselves.

    Raises ParameterInvalid for an open quotation mark or nothing at all.
    """
    lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
    lexer.whitespace_split = True
    lexer.escape = lexer.commenters = ""
    try:
        arguments = list(lexer)
    except ValueError:
        arguments = []
    if not arguments or not arguments[0]:
        raise ParameterInvalid(
            "command",
            "There is no command to run.",
            f"Given: “{text}”." if text.strip() else "The setting is empty.",
            "Write the program and its arguments, each with spaces in quotation marks.",
        )
    return arguments
