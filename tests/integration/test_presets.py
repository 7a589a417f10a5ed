"""Presets as the user meets them: saved, applied, renamed with their links, deleted with a way back, carried."""

import sqlite3

import pytest

from vqdesk.adapters.store import open_store
from vqdesk.bootstrap import SystemClock
from vqdesk.domain.errors import InputUnusable, NotFound
from vqdesk.domain.presets import Preset, PresetKey, PresetKind, differing
from vqdesk.locations import workflows_dir
from vqdesk.services.presets import PresetService
from vqdesk.services.workflows import WorkflowLibrary

NIGHT = Preset(PresetKey(PresetKind.PROMPT, "video_gen", "Sea", "Night"), {"positive_prompt": "waves under stars"})
FAST = Preset(
    PresetKey(PresetKind.SETTINGS, "wan22-i2v", "", "Fast"), {"steps": 4, "width": 640}, "video_gen:Sea/Night"
)


@pytest.fixture
def service(tmp_path):
    store = open_store(tmp_path / "vqdesk.db", SystemClock())
    yield PresetService(store)
    store.close()


@pytest.fixture
def definition(tmp_path):
    return WorkflowLibrary(workflows_dir(), tmp_path).get("wan22-i2v")


def test_a_workflow_sees_its_settings_and_the_texts_of_its_category(service, definition):
    other = Preset(PresetKey(PresetKind.SETTINGS, "flux-t2i", "", "Fast"), {"steps": 8})
    for preset in (NIGHT, FAST, other):
        service.save(preset)
    shelf = service.shelf(definition)
    assert (shelf.settings, shelf.prompts) == ((FAST,), (NIGHT,))
    assert service.named("fast", definition) == FAST
    assert service.search("stars sea") == [NIGHT]
    with pytest.raises(NotFound, match="Slow"):
        service.named("Slow", definition)


def test_partial_settings_change_only_their_fields_and_bring_their_texts(service):
    service.save(NIGHT)
    values = service.apply(FAST, {"steps": 20, "height": 480, "positive_prompt": "old"})
    assert values == {"steps": 4, "width": 640, "height": 480, "positive_prompt": "waves under stars"}
    assert differing(FAST, values) == ()
    assert differing(FAST, {**values, "steps": 6}) == ("steps",)


def test_nothing_is_overwritten_unasked_and_a_deleted_one_comes_back(service, definition):
    service.save(FAST)
    changed = Preset(PresetKey(PresetKind.SETTINGS, "wan22-i2v", "", "  Fast "), {"steps": 8})
    with pytest.raises(InputUnusable, match="already"):
        service.save(changed)
    assert service.save(changed, overwrite=True).key.name == "Fast"
    deleted = service.delete(FAST.key)
    assert service.shelf(definition).settings == ()
    service.save(deleted)
    assert service.shelf(definition).settings[0].values == {"steps": 8}
    with pytest.raises(InputUnusable):
        service.save(Preset(PresetKey(PresetKind.SETTINGS, "wan22-i2v", "", " "), {}))


def test_a_new_name_keeps_links_and_the_default(service, definition):
    for preset in (NIGHT, FAST):
        service.save(preset)
    service.set_default("wan22-i2v", "Fast")
    service.rename(NIGHT.key, "Ocean / deep", "Midnight")
    service.rename(FAST.key, "", "Quick")
    (quick,) = service.shelf(definition).settings
    assert (quick.link, service.shelf(definition).default) == ("video_gen:Ocean/deep/Midnight", "Quick")
    assert service.apply(quick, {})["positive_prompt"] == "waves under stars"
    service.save(NIGHT)
    with pytest.raises(InputUnusable, match="already"):
        service.rename(NIGHT.key, "Ocean/deep", "Midnight")


def test_a_file_carries_presets_whole_or_not_at_all(service, tmp_path):
    for preset in (NIGHT, FAST):
        service.save(preset)
    file = tmp_path / "presets.json"
    service.export(file, service.search())
    service.delete(NIGHT.key)
    added, left = service.import_from(file)
    assert (added, left) == ([NIGHT], [FAST])
    service.delete(NIGHT.key)
    file.write_text(file.read_text().replace('"steps": 4', '"steps": [4]'))
    with pytest.raises(InputUnusable, match="preset 2"):
        service.import_from(file, overwrite=True)
    assert NIGHT not in service.search()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "\ud800".encode("utf-8", "surrogatepass"), '{"format": "vqdesk-presets"}', "[" * 100_000],
)
def test_another_file_is_refused_in_words(service, tmp_path, text):
    file = tmp_path / "other.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InputUnusable, match=r"other\.json"):
        service.import_from(file)


DAMAGE = {
    "no JSON": ("body", b"{"),
    "another shape": ("body", b"[1]"),
    "no values": ("body", b'{"link": ""}'),
    "values of another kind": ("body", b'{"values": 3}'),
    "a link of another kind": ("body", b'{"values": {}, "link": 3}'),
    "bytes that are no text": ("body", b'{"values": {"steps": "\xff\xfe'),
    "nested too deep": ("body", b"[" * 100_000),
    "a name that is no text": ("name", b"Fa\xffst"),
    "a folder that is no text": ("folder", b"\xff"),
    "a kind that nobody knows": ("kind", b"setting\xff"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_one_damaged_preset_keeps_no_other_from_being_used_and_goes(service, definition, tmp_path, damage):
    slow = Preset(PresetKey(PresetKind.SETTINGS, "wan22-i2v", "", "Slow"), {"steps": 30})
    for preset in (NIGHT, FAST, slow):
        service.save(preset)
    column, stored = DAMAGE[damage]
    with sqlite3.connect(tmp_path / "vqdesk.db") as connection:
        connection.execute(f"UPDATE presets SET {column} = CAST(? AS TEXT) WHERE name = 'Fast'", (stored,))
    connection.close()
    shelf = service.shelf(definition)
    assert slow in shelf.settings and shelf.prompts == (NIGHT,)
    (bad,) = [one for one in service.search() if one not in (NIGHT, slow)]
    if column == "body":
        assert bad.key == FAST.key and bad.problem
        assert "“Fast”" in bad.problem.summary and bad.problem.cause and bad.problem.remedy
        with pytest.raises(InputUnusable, match="damaged"):
            service.apply(bad, {})
        assert service.export(tmp_path / "all.json", service.search()) == 2
    else:
        assert bad.values == FAST.values
    service.rename(NIGHT.key, "", "Dusk")
    service.rename(bad.key, "", "Other")
    service.delete(next(one.key for one in service.search() if one.key.name == "Other"))
    assert [one.label for one in service.search()] == ["Dusk", "Slow"]


def test_saving_anew_mends_a_damaged_preset(service, tmp_path):
    service.save(FAST)
    with sqlite3.connect(tmp_path / "vqdesk.db") as connection:
        connection.execute("UPDATE presets SET body = 'x'")
    connection.close()
    with pytest.raises(InputUnusable, match="already"):
        service.save(FAST)
    service.save(FAST, overwrite=True)
    assert service.search() == [FAST]
