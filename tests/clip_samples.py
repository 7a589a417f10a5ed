"""A workflow that makes a clip of a picture, with the parameters that a test needs."""

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.workflow import Category, InputSpec, WorkflowDefinition


def clip_definition(*parameters: Parameter) -> WorkflowDefinition:
    """Without a template: nothing is submitted by it."""
    return WorkflowDefinition(
        name="clip",
        title="Clip",
        category=Category.VIDEO_GEN,
        task_type="image_to_video",
        template={},
        template_hash="",
        parameters=parameters,
        outputs=(),
        input=InputSpec("image", "3", "image"),
    )
