"""Workflows in the language of the window: titles, labels and explanations of their forms.

Names, values and groups stay as they are: the first two are what is stored, and groups are keys of what is open.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vqdesk.domain import shaping
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.workflow import SettingsPreset, WorkflowDefinition
from vqdesk.ui.language import in_words, is_english


def in_language(definition: WorkflowDefinition) -> WorkflowDefinition:
    """The workflow as it is shown."""
    if is_english():
        return definition
    return replace(
        definition,
        title=in_words(definition.title),
        description=in_words(definition.description),
        parameters=tuple(map(_parameter, definition.parameters)),
        presets=tuple(map(_preset, definition.presets)),
    )


def shaped(definition: WorkflowDefinition, values: Mapping[str, Any]) -> WorkflowDefinition:
    """The form that these values make of the workflow, as it is shown."""
    return in_language(shaping.shaped(definition, values))


def _parameter(one: Parameter) -> Parameter:
    return replace(
        one,
        label=in_words(one.label),
        help=in_words(one.help),
        unit=in_words(one.unit),
        placeholder=in_words(one.placeholder),
        choices=tuple(replace(choice, label=in_words(choice.label)) for choice in one.choices),
    )


def _preset(one: SettingsPreset) -> SettingsPreset:
    return replace(one, label=in_words(one.label), help=in_words(one.help))
