"""Import in the window: a workflow from outside on its way to a form."""
