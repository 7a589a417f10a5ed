"""The JSON schema of definition files, for editors that complete and check YAML."""

from typing import Any, Final

from vqdesk.services.workflows.schema import DefinitionFile

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def definition_schema() -> dict[str, Any]:
    """The schema that `resources/schema/workflow.schema.json` holds."""
    schema = DefinitionFile.model_json_schema()
    return {"$schema": DIALECT, **schema, "title": "VQDesk workflow definition"}
