"""Which of several servers a job is checked against."""

from test_preflight import CORE, LIBRARY

from vqdesk.services.preflight import best_of


def test_of_several_servers_the_one_that_lacks_least_is_asked():
    upscale = LIBRARY.get("image-upscale")
    without_scaling = {name: entry for name, entry in CORE.items() if name != "ImageScaleBy"}
    assert best_of([without_scaling, CORE], upscale.template) is CORE
    assert best_of([CORE, dict(CORE)], upscale.template) is CORE
    assert best_of([], upscale.template) is None
