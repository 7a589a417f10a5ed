"""Pictures of the real window in its states, for the documentation and for looking at it without a screen."""
