"""The status strip on top of the window."""
