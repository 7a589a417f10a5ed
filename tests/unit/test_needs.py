"""What a job needs of a server, and what a server lacks for it."""

from vqdesk.domain.needs import Needs, lacking, needs_of

GRAPH = {
    "high": {"class_type": "UNETLoader", "inputs": {"unet_name": "high.safetensors", "weight_dtype": "default"}},
    "lora": {
        "class_type": "LoraLoaderModelOnly",
        "inputs": {"lora_name": "slow.safetensors", "model": ["high", 0]},
    },
    "save": {"class_type": "SaveImage", "inputs": {"images": ["lora", 0], "filename_prefix": "x"}},
}
CATALOG = {
    "UNETLoader": {"input": {"required": {"unet_name": [["high.safetensors"]]}}},
    "LoraLoaderModelOnly": {"input": {"required": {"lora_name": ["COMBO", {"options": ["slow.safetensors"]}]}}},
    "SaveImage": {"input": {"required": {"images": ["IMAGE"]}}},
}


def test_a_server_that_has_all_classes_and_files_lacks_nothing():
    assert lacking(needs_of(GRAPH), CATALOG) == frozenset()


def test_classes_and_files_that_are_missing_are_named():
    bare = {"UNETLoader": {"input": {"required": {"unet_name": [[]]}}}, "SaveImage": {}}
    assert lacking(needs_of(GRAPH), bare) == {"high.safetensors", "LoraLoaderModelOnly"}


def test_files_of_single_prompts_count_too():
    needs = needs_of(GRAPH, [{"high.unet_name": "other.gguf"}, {"save.filename_prefix": "y"}])
    assert lacking(needs, CATALOG) == {"other.gguf"}


def test_equal_needs_have_equal_keys_whatever_the_order():
    turned = dict(reversed(list(GRAPH.items())))
    assert needs_of(GRAPH).key == needs_of(turned).key
    assert needs_of(GRAPH).key != needs_of(GRAPH, [{"high.unet_name": "other.gguf"}]).key


def test_what_is_shared_are_the_large_models():
    assert needs_of(GRAPH).share == "high.safetensors"
    assert Needs(("SaveImage",)).share == ""
