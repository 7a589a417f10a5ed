"""The form of a workflow: fields made from types and hints of its definition."""

from vqdesk.ui.workspace.form.parameter_form import ParameterForm

__all__ = ["ParameterForm"]
