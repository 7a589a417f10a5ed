"""All node classes of the built-in engine."""

from collections.abc import Mapping

from vqdesk.adapters.builtin.catalog import core_descriptions
from vqdesk.adapters.builtin.nodes import camera, sleep, stills, video
from vqdesk.adapters.builtin.nodes.base import NodeClass

CORE_CLASSES = {
    "ImageScale": stills.image_scale,
    "ImageScaleBy": stills.image_scale_by,
    "ImageCrop": stills.image_crop,
    "ImageInvert": stills.image_invert,
    "ImageBatch": stills.image_batch,
    "ImageFromBatch": stills.image_from_batch,
    "RepeatImageBatch": stills.repeat_batch,
    "EmptyImage": stills.empty_image,
    "SaveImage": stills.save_image,
    "PreviewImage": stills.preview_image,
    "PreviewAny": stills.preview_any,
    "GetVideoComponents": video.video_components,
    "CreateVideo": video.create_video,
    "SaveVideo": video.save_video,
}


def node_classes(with_test_nodes: bool) -> Mapping[str, NodeClass]:
    """Class name → class. Core classes are described as ComfyUI 0.3.64 describes them."""
    core = core_descriptions()
    classes = [NodeClass(core[name], run) for name, run in CORE_CLASSES.items()]
    classes.append(
        NodeClass(
            core["LoadImage"],
            stills.load_image,
            checked_input="image",
            check=stills.image_complaint,
            fingerprint=stills.content_fingerprint,
            choices_media="image",
        )
    )
    classes.append(
        NodeClass(
            core["LoadVideo"],
            video.load_video,
            checked_input="file",
            check=video.video_complaint,
            fingerprint=video.time_fingerprint,
            choices_media="video",
        )
    )
    classes.append(NodeClass(camera.DESCRIPTION, camera.camera_move))
    if with_test_nodes:
        classes.append(NodeClass(sleep.DESCRIPTION, sleep.sleep))
    return {one.name: one for one in classes}
