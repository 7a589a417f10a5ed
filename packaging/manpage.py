"""The man page, made of the commands themselves."""

from collections.abc import Iterator

import click

HEAD = """.TH VQDESK 1 "" "VQDesk {version}" "User Commands"
.SH NAME
vqdesk \\- render queue for local generative video
.SH SYNOPSIS
.B vqdesk
[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGUMENTS\\fR] | \\fIFILES\\fR]
.SH DESCRIPTION
"""
FOOT = """.SH ENVIRONMENT
.TP
.B VQDESK_HOME
Data folder instead of the usual one; outputs go below it.
.SH FILES
.TP
.I ~/.local/share/vqdesk
Queue, staged photos, thumbnails, logs.
.TP
.I ~/Videos/VQDesk
Finished clips and images.
"""


def page(version: str) -> str:
    """The text of vqdesk.1."""
    from vqdesk.cli.root import cli

    lines = [_safe(cli.help or ""), ".SH OPTIONS", *_options(cli), ".SH COMMANDS"]
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        lines += [] if command.hidden else _command(name, command)
    return HEAD.format(version=version) + "\n".join(lines) + "\n" + FOOT


def _command(name: str, command: click.Command) -> Iterator[str]:
    arguments = " ".join(one.make_metavar(click.Context(command)) for one in command.params if _is_argument(one))
    yield ".SS " + _safe(f"{name} {arguments}".strip())
    yield _safe((command.help or "").replace("\n\n", "\n.PP\n"))
    yield from _options(command)
    if isinstance(command, click.Group):
        for child, inner in sorted(command.commands.items()):
            yield from _command(f"{name} {child}", inner)


def _options(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            yield ".TP"
            yield f".B {_safe(', '.join(option.opts))}"
            yield _safe(option.help or "")


def _is_argument(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Argument)


def _safe(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
