"""The published JSON schema says what the program accepts."""

import json

from pydantic import BaseModel

from vqdesk.locations import resources_dir
from vqdesk.services.workflows import schema
from vqdesk.services.workflows.published import definition_schema

FILE = resources_dir() / "schema" / "workflow.schema.json"


def test_the_file_is_the_programs_own_schema():
    published = json.loads(FILE.read_text(encoding="utf-8"))
    assert published == definition_schema(), "run: vqdesk workflows schema > that file"


def test_every_model_is_in_it_with_its_keys_and_knows_no_others():
    published = json.loads(FILE.read_text(encoding="utf-8"))
    models = [one for one in vars(schema).values() if isinstance(one, type) and issubclass(one, BaseModel)]
    known = {**published["$defs"], "DefinitionFile": published}
    for model in models:
        if model is BaseModel or model.__name__.startswith("_"):
            continue
        part = known[model.__name__]
        assert part["properties"].keys() == model.model_fields.keys()
        assert part["additionalProperties"] is False
        required = {name for name, one in model.model_fields.items() if one.is_required()}
        assert set(part.get("required", [])) == required
