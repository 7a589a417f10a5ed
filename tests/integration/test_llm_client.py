"""The client of language models against recorded traffic of llama.cpp, and LM Studio's shapes from documents."""

import base64
import io
import threading

import pytest
from llm_server import CHAT, LlmScript, chunk, generic, llm_server, recorded, reply, said, stream
from PIL import Image

from vqdesk.adapters.llm.line import Patience
from vqdesk.adapters.llm.pictures import JpegPictures
from vqdesk.adapters.llm.server import LlmClient
from vqdesk.domain.auto_prompt import LlmFailed, LlmFault
from vqdesk.domain.errors import InputUnusable, Stopped
from vqdesk.ports import LlmQuestion, StopSignal

QUESTION = LlmQuestion("m", "You describe.", "Describe.")


@pytest.fixture
def script():
    with llm_server() as running:
        yield running


def ask(script: LlmScript, question: LlmQuestion = QUESTION, **limits: float):
    return LlmClient(script.url, patience=Patience(**limits)).ask(question, StopSignal())


def fault_of(script: LlmScript, answer, **limits: float) -> LlmFailed:
    script.chat = lambda _: answer
    with pytest.raises(LlmFailed) as caught:
        ask(script, **limits)
    problem = caught.value.problem
    assert problem.summary and problem.cause and problem.remedy
    return caught.value


# ---- answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "start", "is_cut"), [("03", "This scene", True), ("13", "A vibrant", False)])
def test_a_recorded_stream_is_read_whole(script, number, start, is_cut):
    script.chat = lambda _: recorded(number)
    answer = ask(script)
    assert answer.text.startswith(start)
    assert answer.is_cut is is_cut
    assert 0 < answer.first_s <= answer.seconds


def test_a_request_always_streams_has_a_limit_and_the_picture_first(script):
    ask(script, LlmQuestion("m", "s", "What is it?", picture=b"\xff\xd8jpeg", max_tokens=77))
    body = script.asked[0]
    assert body["stream"] is True
    assert body["max_tokens"] == 77
    picture, words = body["messages"][1]["content"]
    assert base64.b64decode(picture["image_url"]["url"].removeprefix("data:image/jpeg;base64,")) == b"\xff\xd8jpeg"
    assert words == {"type": "text", "text": "What is it?"}


def test_an_answer_in_one_piece_is_read_too(script):
    script.chat = lambda _: recorded("05")
    assert ask(script).text.startswith("{")


def test_thoughts_are_left_out(script):
    script.chat = lambda _: stream(chunk("<think>hm"), chunk("</think>A boat."), chunk(end="stop"))
    assert ask(script).text == "A boat."


def test_json_among_the_thoughts_is_taken_when_json_was_asked_for(script):
    script.chat = lambda _: stream(chunk(reasoning_content='{"clips": ["a"]}'), chunk("", "stop"))
    assert ask(script, LlmQuestion("m", "s", "t", schema={"type": "object"})).text == '{"clips": ["a"]}'


def test_the_token_is_sent(script):
    LlmClient(script.url, "secret").ask(QUESTION, StopSignal())
    assert script.tokens == ["Bearer secret"]


# ---- failures -------------------------------------------------------------------------------------

LM_STUDIO = {
    "no model": (404, {"error": {"message": "No models loaded. Please load a model.", "code": "model_not_found"}}),
    "load": (400, {"error": 'Failed to load model "x". Error: insufficient system resources.'}),
    "vision": (400, {"error": "Model does not support images. Please use a model that does."}),
    "picture": (400, {"error": "'url' field must be a base64 encoded image"}),
    "overflow": (400, {"error": "Trying to keep the first 5000 tokens, but the context overflows (n_keep)"}),
    "crash": (400, {"error": "The model has crashed without additional information. (Exit code: 6)"}),
    "token": (401, {"error": {"type": "invalid_request", "code": "invalid_api_key", "message": "Bad token"}}),
    "path": (200, {"error": "Unexpected endpoint or method. (POST /x)"}),
}


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("08", LlmFault.NO_VISION),
        ("09", LlmFault.UNKNOWN_MODEL),
        ("16", LlmFault.BAD_PICTURE),
        ("20", LlmFault.OVERFLOW),
        ("55", LlmFault.OVERFLOW),
        ("48", LlmFault.LOAD_FAILED),
        ("62", LlmFault.TOKEN),
        ("66", LlmFault.LOADING),
    ],
)
def test_a_failure_of_llama_cpp_is_told_for_what_it_is(script, number, fault):
    assert fault_of(script, recorded(number)).fault is fault


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("no model", LlmFault.NOT_LOADED),
        ("load", LlmFault.LOAD_FAILED),
        ("vision", LlmFault.NO_VISION),
        ("picture", LlmFault.BAD_PICTURE),
        ("overflow", LlmFault.OVERFLOW),
        ("crash", LlmFault.DIED),
        ("token", LlmFault.TOKEN),
        ("path", LlmFault.NO_SERVER),
    ],
)
def test_a_failure_of_lm_studio_is_told_for_what_it_is(script, name, fault):
    assert fault_of(script, reply(*LM_STUDIO[name])).fault is fault


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (reply(413, {"error": {"message": "payload"}}), LlmFault.TOO_LARGE),
        (
            reply(404, {"object": "error", "message": "The model `x` does not exist."}),
            LlmFault.UNKNOWN_MODEL,
        ),
        (reply(500, {"error": {"message": "out of coffee"}}), LlmFault.REFUSED),
        ({"status": 502, "body_text": ""}, LlmFault.REFUSED),
        ({"status": 200, "body_text": ""}, LlmFault.EMPTY),
        (reply(200, {"choices": []}), LlmFault.CUT_OFF),
        (stream(chunk("", "stop")), LlmFault.EMPTY),
        (stream(chunk("A boat that")), LlmFault.CUT_OFF),
        (stream(chunk(reasoning_content="hm"), chunk("", "length")), LlmFault.THOUGHT),
        (stream(chunk("<think>hm and hm"), chunk("", "length")), LlmFault.THOUGHT),
        (stream(chunk("A"), "proxy error: Failed to read connection"), LlmFault.DIED),
        (
            stream('event: error\ndata: {"error":{"message":"Input does not fit in context length."}}'),
            LlmFault.OVERFLOW,
        ),
        (stream('data: {"error":{"code":500,"message":"Compute error."}}'), LlmFault.DIED),
    ],
)
def test_status_200_and_a_clean_close_prove_nothing(script, answer, fault):
    assert fault_of(script, answer).fault is fault


def test_nobody_listens():
    with pytest.raises(LlmFailed) as caught:
        LlmClient("http://127.0.0.1:9").ask(QUESTION, StopSignal())
    assert caught.value.fault is LlmFault.UNREACHABLE
    assert "Start LM Studio" in caught.value.problem.remedy


# ---- time -----------------------------------------------------------------------------------------


def test_no_word_in_time(script):
    assert "Not a word" in fault_of(script, stream("hang"), cold_s=0.3).problem.cause
    assert script.hung_up.wait(10)


def test_signs_of_life_are_no_words(script):
    answer = stream(chunk("A"), *[": ping"] * 200, pause_s=0.05)
    assert "stood still" in fault_of(script, answer, stall_s=0.5).problem.cause


def test_an_endless_answer_is_ended(script):
    answer = stream(*[chunk("and ")] * 400, pause_s=0.05)
    assert "did not end" in fault_of(script, answer, total_s=1.0).problem.cause


def test_stopping_closes_the_socket_while_nothing_arrives(script):
    script.chat = lambda _: stream("hang")
    stop = StopSignal()
    timer = threading.Timer(0.5, stop.stop)
    timer.start()
    with pytest.raises(Stopped):
        LlmClient(script.url).ask(QUESTION, stop)
    assert script.hung_up.wait(10), "the server was not told"


# ---- which server, which models -------------------------------------------------------------------

V1 = {
    "models": [
        {
            "type": "llm",
            "key": "qwen/qwen3-vl-4b",
            "loaded_instances": [{"id": "qwen/qwen3-vl-4b:2", "config": {"context_length": 8192}}],
            "capabilities": {"vision": True},
        },
        {"type": "embedding", "key": "text-embedding-nomic", "loaded_instances": []},
    ]
}
V0 = {
    "object": "list",
    "data": [
        {"id": "a", "type": "vlm", "state": "not-loaded"},
        {"id": "e", "type": "embeddings", "state": "loaded"},
    ],
}
ODD = reply(200, {"error": "Unexpected endpoint or method. (GET /x)"})


def look(script: LlmScript):
    return LlmClient(script.url).look()


def test_lm_studio_1_is_recognised(script):
    script.paths["/api/v1/models"] = reply(200, V1)
    facts = look(script)
    assert (facts.kind, facts.can_load) == ("LM Studio", True)
    (model,) = facts.models
    assert (model.id, model.sees, model.is_loaded, model.context) == ("qwen/qwen3-vl-4b", True, True, 8192)
    assert model.instances == ("qwen/qwen3-vl-4b:2",)


def test_lm_studio_0_is_recognised_though_unknown_paths_answer_200(script):
    script.unknown = ODD
    script.paths["/api/v0/models"] = reply(200, V0)
    facts = look(script)
    assert facts.kind == "LM Studio 0.3"
    assert [(one.id, one.sees, one.is_loaded) for one in facts.models] == [("a", True, False)]


def test_llama_cpp_is_recognised_as_router_and_with_one_model(script):
    script.paths["/v1/models"] = recorded("14")
    facts = look(script)
    assert facts.can_load
    assert next((one.id, one.sees, one.is_loaded) for one in facts.models) == ("colorvlm-135m", True, True)
    script.paths["/v1/models"] = recorded("70")
    assert [(one.id, one.sees, one.context) for one in look(script).models] == [("colorvlm-135m", True, 4096)]


@pytest.mark.parametrize(
    ("owner", "kind"), [("library", "Ollama"), ("vllm", "vLLM"), ("me", "OpenAI-compatible server")]
)
def test_other_servers_are_recognised(script, owner, kind):
    script.paths["/v1/models"] = reply(200, {"data": [{"id": "m", "owned_by": owner}]})
    assert look(script).kind == kind


def test_a_token_that_is_wanted_is_no_old_server(script):
    script.paths["/api/v1/models"] = reply(*LM_STUDIO["token"])
    with pytest.raises(LlmFailed) as caught:
        look(script)
    assert caught.value.fault is LlmFault.TOKEN


@pytest.mark.parametrize("ending", ["", "/", "/v1", "/v1/", "  "])
def test_an_address_may_be_written_in_many_ways(script, ending):
    client = LlmClient(f" {script.url.replace('127.0.0.1', 'localhost')}{ending}")
    assert client.look().models
    assert client.ask(QUESTION, StopSignal()).text == "Yes."
    assert script.seen[-1][0] == CHAT


@pytest.mark.parametrize("written", ["", "http://", "ftp://x", "http://a b:1", "http://x:99999999"])
def test_what_is_no_address_is_refused_in_words(written):
    with pytest.raises(LlmFailed, match="no address"):
        LlmClient(written)


def test_lm_studio_loads_by_key_and_unloads_by_instance(script):
    loaded = {"models": [{**V1["models"][0], "loaded_instances": []}]}
    script.paths["/api/v1/models"] = reply(200, loaded)
    script.paths["/api/v1/models/load"] = reply(200, {"instance_id": "q:3", "status": "loaded"})
    script.paths["/api/v1/models/unload"] = reply(200, {"instance_id": "q:3"})
    client = LlmClient(script.url)
    assert client.load("qwen/qwen3-vl-4b", 8192, StopSignal()) == "q:3"
    client.unload("q:3")
    assert ("/api/v1/models/load", {"model": "qwen/qwen3-vl-4b", "context_length": 8192}) in script.seen
    assert ("/api/v1/models/unload", {"instance_id": "q:3"}) in script.seen


# ---- pictures -------------------------------------------------------------------------------------


def written(tmp_path, image: Image.Image, name: str, **options):
    path = tmp_path / name
    image.save(path, **options)
    return path


def made(path, edge: int = 1024) -> Image.Image:
    picture = Image.open(io.BytesIO(JpegPictures().jpeg(path, edge)))
    assert (picture.format, picture.mode) == ("JPEG", "RGB")
    return picture


def test_large_pictures_are_shrunk_and_turned_upright(tmp_path):
    exif = Image.Exif()
    exif[274] = 6
    path = written(tmp_path, Image.new("RGB", (3000, 1500), "red"), "a.jpg", exif=exif)
    assert made(path).size == (512, 1024)


def test_transparency_becomes_white(tmp_path):
    path = written(tmp_path, Image.new("RGBA", (64, 64), (255, 0, 0, 0)), "a.png")
    assert made(path).getpixel((30, 30)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("mode", "name"),
    [("CMYK", "a.jpg"), ("L", "a.png"), ("P", "a.gif"), ("I;16", "a.png"), ("RGB", "a.webp"), ("1", "a.bmp")],
)
def test_every_kind_of_picture_becomes_a_plain_one(tmp_path, mode, name):
    made(written(tmp_path, Image.new(mode, (40, 30)), name))


def test_a_broken_picture_is_told(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG broken")
    with pytest.raises(InputUnusable, match="cannot be captioned"):
        JpegPictures().jpeg(path, 512)


def test_the_listing_may_name_nothing(script):
    script.paths["/v1/models"] = generic()
    assert look(script).models == ()
    script.chat = lambda _: said("x")
