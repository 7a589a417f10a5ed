"""Small workflows, graphs and prompts that several tests share."""

from vqdesk.domain.job import JobId, Prompt, PromptId
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.status import PromptStatus
from vqdesk.domain.workflow import Category, InputSpec, WorkflowDefinition

SEEDS = ("hi.noise_seed", "lo.noise_seed")


def chain(nodes: int) -> dict:
    graph = {"0": {"class_type": "LoadImage", "inputs": {"image": "a.png"}, "_meta": {"title": "Load"}}}
    for n in range(1, nodes - 1):
        graph[str(n)] = {"class_type": "ImageScaleBy", "inputs": {"image": [str(n - 1), 0], "scale_by": 1.5}}
    graph["save"] = {"class_type": "SaveImage", "inputs": {"images": [str(nodes - 2), 0], "filename_prefix": "x"}}
    return graph


def prompt(**changes) -> Prompt:
    facts = {
        "id": PromptId(7),
        "job_id": JobId(1),
        "ordinal": 1,
        "status": PromptStatus.PENDING,
        "seed": 5,
        "try_number": 1,
        "asset": "",
        "source_path": "",
        "patch": {"1.scale_by": 2.0},
        "cancel_requested_at": "",
        "error": None,
        "revision": 0,
    }
    return Prompt(**{**facts, **changes})


def definition(with_seed: bool = True, with_input: bool = True) -> WorkflowDefinition:
    seed = Parameter("seed", "Seed", ParameterType.SEED, "random", SEEDS)
    return WorkflowDefinition(
        name="w",
        title="W",
        category=Category.VIDEO_GEN,
        task_type="image_to_video",
        template={},
        template_hash="",
        parameters=(seed,) if with_seed else (),
        outputs=("save",),
        input=InputSpec("image", "img", "image") if with_input else None,
    )
