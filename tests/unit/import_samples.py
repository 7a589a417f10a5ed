"""A small server's catalogue and window-format documents, built by hand for the import tests."""

from typing import Any

CATALOG: dict[str, dict[str, Any]] = {
    "LoadImage": {
        "input": {"required": {"image": [["a.png"], {"image_upload": True}]}},
        "output": ["IMAGE", "MASK"],
    },
    "LoadVideo": {"input": {"required": {"file": [["a.mp4"], {"video_upload": True}]}}, "output": ["VIDEO"]},
    "Loader": {"input": {"required": {"unet_name": [["m.safetensors"]]}}, "output": ["MODEL"]},
    "LoraLoaderModelOnly": {
        "input": {
            "required": {
                "model": ["MODEL"],
                "lora_name": [["l.safetensors"]],
                "strength_model": ["FLOAT", {"default": 1.0, "min": -100, "max": 100, "step": 0.01}],
            }
        },
        "output": ["MODEL"],
    },
    "Encode": {
        "input": {"required": {"text": ["STRING", {"multiline": True}], "clip": ["CLIP"]}},
        "output": ["CONDITIONING"],
    },
    "Clip": {"input": {"required": {"clip_name": [["c.safetensors"]]}}, "output": ["CLIP"]},
    "Latent": {
        "input": {
            "required": {
                "width": ["INT", {"default": 832, "min": 16, "max": 16384, "step": 16}],
                "height": ["INT", {"default": 480, "min": 16, "max": 16384, "step": 16}],
                "length": ["INT", {"default": 81, "min": 1, "max": 16384, "step": 4}],
            },
            "optional": {"start_image": ["IMAGE"]},
        },
        "output": ["LATENT"],
    },
    "Sampler": {
        "input": {
            "required": {
                "model": ["MODEL"],
                "seed": ["INT", {"default": 0, "min": 0, "max": 2**64 - 1, "control_after_generate": True}],
                "steps": ["INT", {"default": 20, "min": 1, "max": 100}],
                "cfg": ["FLOAT", {"default": 8.0, "min": 0, "max": 100, "step": 0.1}],
                "sampler_name": [["euler", "heun"]],
                "positive": ["CONDITIONING"],
                "negative": ["CONDITIONING"],
                "latent_image": ["LATENT"],
            }
        },
        "output": ["LATENT"],
    },
    "Decode": {"input": {"required": {"samples": ["LATENT"]}}, "output": ["IMAGE"]},
    "Scale": {
        "input": {
            "required": {
                "image": ["IMAGE"],
                "method": ["COMBO", {"options": ["lanczos", "area"]}],
                "scale_by": ["FLOAT", {"default": 1.0, "min": 0.01, "max": 8, "step": 0.01}],
            }
        },
        "output": ["IMAGE"],
    },
    "CreateVideo": {
        "input": {
            "required": {"images": ["IMAGE"], "fps": ["FLOAT", {"default": 30.0, "min": 1, "max": 120}]},
            "optional": {"audio": ["AUDIO"]},
        },
        "output": ["VIDEO"],
    },
    "SaveVideo": {
        "input": {
            "required": {
                "video": ["VIDEO"],
                "filename_prefix": ["STRING", {"default": "video/ComfyUI"}],
                "format": ["COMBO", {"options": ["auto", "mp4"], "default": "auto"}],
            }
        },
        "output": [],
        "output_node": True,
    },
    "SaveImage": {
        "input": {"required": {"images": ["IMAGE"], "filename_prefix": ["STRING", {"default": "ComfyUI"}]}},
        "output": [],
        "output_node": True,
    },
    "PreviewImage": {"input": {"required": {"images": ["IMAGE"]}}, "output": [], "output_node": True},
    "PrimitiveInt": {
        "input": {"required": {"value": ["INT", {"control_after_generate": True}]}},
        "output": ["INT"],
    },
    "Resize": {
        "input": {
            "required": {
                "image": ["IMAGE"],
                "mode": [
                    "COMFY_DYNAMICCOMBO_V3",
                    {
                        "options": [
                            {"key": "by", "inputs": {"required": {"factor": ["FLOAT", {"default": 2.0}]}}},
                            {
                                "key": "to",
                                "inputs": {
                                    "required": {
                                        "width": ["INT", {"default": 64}],
                                        "height": ["INT", {"default": 64}],
                                    }
                                },
                            },
                        ]
                    },
                ],
                "crop": ["BOOLEAN", {"default": False}],
            }
        },
        "output": ["IMAGE"],
    },
    "Batch": {
        "input": {
            "required": {
                "images": [
                    "COMFY_AUTOGROW_V3",
                    {"template": {"input": {"required": {"image": ["IMAGE", {}]}}, "prefix": "image", "min": 2}},
                ]
            }
        },
        "output": ["IMAGE"],
    },
}


def slot(name: str, kind: str = "IMAGE", link: int | None = None, widget: bool = False) -> dict[str, Any]:
    """An input of a node."""
    made: dict[str, Any] = {"name": name, "type": kind, "link": link}
    return {**made, "widget": {"name": name}} if widget else made


def node(
    node_id: int, kind: str, inputs: list[Any] | None = None, values: Any = None, **more: Any
) -> dict[str, Any]:
    """A node; `outs` are the types of its outputs."""
    outs = more.pop("outs", None) or CATALOG.get(kind, {}).get("output", ["IMAGE"])
    made = {"id": node_id, "type": kind, "mode": 0, "inputs": inputs or [], "widgets_values": values}
    return {**made, "outputs": [{"name": out, "type": out} for out in outs], **more}


def ui(nodes: list[Any], links: list[Any], *subgraphs: dict[str, Any]) -> dict[str, Any]:
    """A document; root links are (id, from, slot, to, slot)."""
    listed = [[*link, "*"] for link in links]
    return {"version": 0.4, "nodes": nodes, "links": listed, "definitions": {"subgraphs": list(subgraphs)}}


def subgraph(
    name: str, inputs: list[Any], outputs: list[Any], nodes: list[Any], links: list[Any]
) -> dict[str, Any]:
    """A definition; its links are objects, −10 and −20 its two ends."""
    keys = ("id", "origin_id", "origin_slot", "target_id", "target_slot")
    return {
        "id": name,
        "inputs": [{"name": one, "type": "*"} for one in inputs],
        "outputs": [{"name": one, "type": "*"} for one in outputs],
        "inputNode": {"id": -10},
        "outputNode": {"id": -20},
        "nodes": nodes,
        "links": [dict(zip(keys, link, strict=True)) for link in links],
    }


def photo_to_scaled(*between: Any, links: list[Any], last: int = 9) -> dict[str, Any]:
    """LoadImage (1) → `between` → SaveImage (9), whose input is link 9."""
    first = node(1, "LoadImage", values=["a.png", "image"])
    end = node(9, "SaveImage", [slot("images", link=last)], ["out"])
    return ui([first, *between, end], links)
