"""Where node classes come from that a server may lack."""

from typing import Final

_PACKS: Final = (
    ("UnetLoaderGGUF", "ComfyUI-GGUF"),
    ("CLIPLoaderGGUF", "ComfyUI-GGUF"),
    ("DualCLIPLoaderGGUF", "ComfyUI-GGUF"),
    ("UnetLoaderGGUFAdvanced", "ComfyUI-GGUF"),
    ("VHS_", "ComfyUI-VideoHelperSuite"),
    ("RIFE VFI", "ComfyUI-Frame-Interpolation"),
    ("FILM VFI", "ComfyUI-Frame-Interpolation"),
    ("GMFSS Fortuna VFI", "ComfyUI-Frame-Interpolation"),
    ("WanVideo", "ComfyUI-WanVideoWrapper"),
    ("LoadWanVideo", "ComfyUI-WanVideoWrapper"),
    ("GetImageRangeFromBatch", "ComfyUI-KJNodes"),
    ("ImageBatchExtendWithOverlap", "ComfyUI-KJNodes"),
    ("ImageResizeKJ", "ComfyUI-KJNodes"),
    ("INTConstant", "ComfyUI-KJNodes"),
    ("PathchSageAttentionKJ", "ComfyUI-KJNodes"),
    ("DepthAnything", "comfyui_controlnet_aux"),
    ("CR ", "ComfyUI_Comfyroll_CustomNodes"),
    ("SeedVR2", "ComfyUI-SeedVR2_VideoUpscaler"),
)
"""(beginning of a class name, name of the pack as ComfyUI-Manager lists it)"""

_CORE_SINCE: Final = {
    "FrameInterpolate": "0.20.0",
    "FrameInterpolationModelLoader": "0.20.0",
    "TextEncodeQwenImageEditPlus": "0.3.60",
    "Wan22ImageToVideoLatent": "0.3.46",
    "WanContextWindowsManual": "0.3.64",
}


def pack_of(class_type: str) -> str:
    """The custom node pack that brings a class, "" when it is not known."""
    return next((pack for beginning, pack in _PACKS if class_type.startswith(beginning)), "")


def core_since(class_type: str) -> str:
    """The version of ComfyUI that certainly has this class of its own, "" when it is not known."""
    return _CORE_SINCE.get(class_type, "")
