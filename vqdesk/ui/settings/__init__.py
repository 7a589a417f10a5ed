"""The settings window: every setting of the app with its meaning and default."""
