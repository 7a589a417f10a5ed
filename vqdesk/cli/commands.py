"""All commands, each from the module of its topic."""

import click

from vqdesk.cli.autoprompt import autoprompt
from vqdesk.cli.backup import backup
from vqdesk.cli.bench import bench
from vqdesk.cli.bundle import bundle
from vqdesk.cli.demo import demo, window_picture, window_pictures
from vqdesk.cli.desktop import open_files
from vqdesk.cli.importing import import_workflow
from vqdesk.cli.lanes import lanes
from vqdesk.cli.licences import licences
from vqdesk.cli.looking import doctor, engine
from vqdesk.cli.order import hold, move, priority, release, run_next, start_at, stop_after
from vqdesk.cli.outputs import outputs, rate
from vqdesk.cli.presets import presets
from vqdesk.cli.queue import cancel, jobs, log, pause, resume, retry, show_job
from vqdesk.cli.queue_edit import delete, duplicate, mark, note, queue
from vqdesk.cli.runs import runs
from vqdesk.cli.submitting import run, submit
from vqdesk.cli.workflows import workflows

COMMANDS: tuple[click.Command, ...] = (
    *(demo, open_files, window_picture, window_pictures, submit, run),
    *(jobs, show_job, log, cancel, retry, pause, resume),
    *(duplicate, delete, note, mark, runs, queue, outputs, rate),
    *(run_next, move, priority, hold, release, stop_after, start_at, lanes),
    *(autoprompt, presets, workflows, import_workflow, doctor, bundle, backup, licences, engine, bench),
)
