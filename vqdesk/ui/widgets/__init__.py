"""Small shared widgets: they know the theme, and no service, model or job."""
