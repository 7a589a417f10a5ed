"""What servers say of their models, each in its own shape."""

from collections.abc import Iterator, Mapping
from typing import Any

from vqdesk.adapters.llm.kinds import LM_STUDIO_0, LM_STUDIO_1, ServerKind
from vqdesk.ports import LlmModel

Listed = list[Mapping[str, Any]]


def entries(answer: Any, kind: ServerKind) -> Listed | None:
    """The models of a listing; None when it is not one of this kind (unknown paths answer 200 at LM Studio)."""
    if not isinstance(answer, Mapping):
        return None
    listed = answer.get("models" if kind is LM_STUDIO_1 else "data")
    if not isinstance(listed, list):
        return None
    found = [one for one in listed if isinstance(one, Mapping)]
    needed = {LM_STUDIO_1: "key", LM_STUDIO_0: "state"}.get(kind, "id")
    return found if all(needed in one for one in found) else None


def models(listed: Listed, kind: ServerKind, answer: Mapping[str, Any]) -> Iterator[LlmModel]:
    """Those that can write."""
    described = answer.get("models", ()) if kind is not LM_STUDIO_1 else ()
    capable = {str(one.get("name")): one.get("capabilities") for one in described}
    for one in listed:
        if kind is LM_STUDIO_1:
            if one.get("type") != "embedding":
                yield _lm_studio_1(one)
        elif kind is LM_STUDIO_0:
            if one.get("type") != "embeddings":
                yield _lm_studio_0(one)
        else:
            yield _openai(one, capable.get(str(one["id"])))


def _lm_studio_1(one: Mapping[str, Any]) -> LlmModel:
    loaded = [each for each in one.get("loaded_instances") or () if isinstance(each, Mapping)]
    contexts = [int((each.get("config") or {}).get("context_length") or 0) for each in loaded]
    sees = (one.get("capabilities") or {}).get("vision")
    return LlmModel(
        str(one["key"]),
        sees if isinstance(sees, bool) else None,
        bool(loaded),
        tuple(str(each["id"]) for each in loaded if "id" in each),
        max(contexts, default=0),
    )


def _lm_studio_0(one: Mapping[str, Any]) -> LlmModel:
    is_loaded = one["state"] == "loaded"
    name = str(one["id"])
    context = int(one.get("loaded_context_length") or 0)
    return LlmModel(name, one.get("type") == "vlm", is_loaded, (name,) if is_loaded else (), context)


def _openai(one: Mapping[str, Any], capabilities: Any) -> LlmModel:
    """llama.cpp says more: `status` and `architecture` as a router, `meta` and `capabilities` with one model."""
    name = str(one["id"])
    status, shape, meta = (_mapping(one.get(key)) for key in ("status", "architecture", "meta"))
    sees = "image" in shape["input_modalities"] if "input_modalities" in shape else None
    if isinstance(capabilities, list):
        sees = "multimodal" in capabilities
    is_loaded = status["value"] == "loaded" if "value" in status else None
    context = int(meta.get("n_ctx") or one.get("max_model_len") or 0)
    return LlmModel(name, sees, is_loaded, (name,) if is_loaded else (), context)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
