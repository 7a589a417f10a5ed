"""Phases as people name them, from what the nodes are and how they hang together."""

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.phases import Phase, PhaseKind, phases_of
from vqdesk.domain.progress import RunProgress
from vqdesk.locations import workflows_dir
from vqdesk.services.workflows import WorkflowLibrary

K = PhaseKind


def node(class_type: str, **inputs):
    return {"class_type": class_type, "inputs": inputs}


def noisy(model: str, latent: str, noise: str, left: str):
    inputs = {"model": [model, 0], "latent_image": [latent, 0]}
    return node("KSamplerAdvanced", add_noise=noise, return_with_leftover_noise=left, **inputs)


TWO_EXPERTS = {
    "high": node("UNETLoader"),
    "low": node("UNETLoader"),
    "text": node("CLIPTextEncode"),
    "image": node("WanImageToVideo", positive=["text", 0]),
    "first": noisy("high", "image", "enable", "enable"),
    "second": noisy("low", "first", "disable", "disable"),
    "frames": node("VAEDecode", samples=["second", 0]),
    "trim": node("ImageFromBatch", image=["frames", 0]),
    "clip": node("CreateVideo", images=["trim", 0]),
    "save": node("SaveVideo", video=["clip", 0]),
}
graphs = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.tuples(
        st.sampled_from(["KSampler", "KSamplerAdvanced", "VAEDecode", "SaveImage", "Note", "UNETLoader"]),
        st.lists(st.sampled_from("abcdefghx"), max_size=3),
    ),
)


def kinds(graph) -> list[PhaseKind]:
    return [phase.kind for phase in phases_of(graph).phases]


def phase_of(graph, name: str) -> Phase:
    plan = phases_of(graph)
    return plan.phases[plan.index(name)]


def test_two_experts_are_high_and_low_noise() -> None:
    assert kinds(TWO_EXPERTS) == [K.LOADING, K.HIGH_NOISE, K.LOW_NOISE, K.DECODING, K.SAVING]
    assert phase_of(TWO_EXPERTS, "image").kind is K.LOADING
    assert phase_of(TWO_EXPERTS, "trim").kind is K.SAVING


def test_a_sampler_that_keeps_no_noise_just_samples_and_a_refiner_of_split_sigmas_has_its_end() -> None:
    plain = {**TWO_EXPERTS, "first": noisy("high", "image", "enable", "disable")}
    assert kinds(plain)[1] is K.SAMPLING
    split = {
        "split": node("SplitSigmas"),
        "one": node("SamplerCustomAdvanced", sigmas=["split", 0]),
        "two": node("SamplerCustomAdvanced", sigmas=["split", 1], latent_image=["one", 0]),
    }
    assert [phase_of(split, name).kind for name in ("one", "two")] == [K.HIGH_NOISE, K.LOW_NOISE]


def test_each_clip_of_a_chain_has_its_own_phases() -> None:
    library = WorkflowLibrary(workflows_dir(), workflows_dir() / "none")
    phases = phases_of(library.get("wan22-i2v-2clips").template).phases
    of_clip = [K.HIGH_NOISE, K.LOW_NOISE, K.DECODING]
    assert [phase.kind for phase in phases] == [K.LOADING, *of_clip, *of_clip, K.SAVING]
    assert [phase.part for phase in phases] == [0, 1, 1, 1, 2, 2, 2, 0]
    assert phases[1].is_clip


def test_graphs_without_a_sampler_load_work_and_save() -> None:
    move = {
        "photo": node("LoadImage"),
        "move": node("VQCameraMove", image=["photo", 0]),
        "clip": node("CreateVideo", images=["move", 0]),
        "save": node("SaveVideo", video=["clip", 0]),
    }
    assert kinds(move) == [K.LOADING, K.WORKING, K.SAVING]
    upscale = {**move, "move": node("ImageUpscaleWithModel", image=["photo", 0])}
    assert kinds(upscale) == [K.LOADING, K.UPSCALING, K.SAVING]


@given(graphs)
def test_every_node_of_any_graph_without_circles_has_one_phase(drawn) -> None:
    graph = {
        name: node(kind, **{f"in{at}": [one, 0] for at, one in enumerate(sources)})
        for name, (kind, sources) in drawn.items()
    }
    plan = phases_of(graph)
    if plan.phases:
        assert set(plan.of_node) == set(graph)
        assert set(plan.of_node.values()) == set(range(len(plan.phases)))
        assert len(set(plan.phases)) == len(plan.phases)


def test_a_run_goes_through_its_phases_with_times_steps_and_rate() -> None:
    run = RunProgress(TWO_EXPERTS)
    run.node_started("high", 100.0)
    run.node_started("first", 108.0)
    for step in range(1, 4):
        run.node_progressed("first", step, 4, 118.0 + 2 * step)
    loading, high, low, *_ = run.phases(126.0)
    assert (loading.fraction, loading.seconds, loading.is_running) == (1.0, 8.0, False)
    assert (high.step, high.steps, high.is_running, high.seconds) == (3, 4, True, 18.0)
    assert high.fraction == 0.75
    assert low.fraction == 0
    assert run.rate == 0.5  # the time before the first step, which loads the model, is none of it
    run.node_started("second", 130.0)
    assert run.rate == 0
    run.node_started("frames", 150.0)
    run.ended(155.0)
    assert [(one.node_id, one.began_s, one.seconds) for one in run.node_times] == [
        ("high", 0.0, 8.0),
        ("first", 8.0, 22.0),
        ("second", 30.0, 20.0),
        ("frames", 50.0, 5.0),
    ]
    times = ((one.node_id, one.seconds) for one in run.node_times)
    assert phases_of(TWO_EXPERTS).seconds(times)[Phase(K.LOW_NOISE)] == 20.0


def test_a_model_that_is_loaded_late_does_not_undo_what_is_done() -> None:
    run = RunProgress(TWO_EXPERTS)
    for at, name in enumerate(("high", "first", "low")):
        run.node_started(name, 10.0 * (at + 1))
    loading, high, *_ = run.phases(31.0)
    assert loading.is_running
    assert high.fraction == 1.0
