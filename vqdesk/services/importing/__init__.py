"""Import: any ComfyUI workflow, from whatever file it is in, becomes a workflow with a form (R-W8)."""

from vqdesk.services.importing.catalogs import CatalogShelf
from vqdesk.services.importing.reuse import ReuseService
from vqdesk.services.importing.service import Imported, ImportService

__all__ = ["CatalogShelf", "ImportService", "Imported", "ReuseService"]
