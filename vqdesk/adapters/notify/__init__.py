"""Ways out of the computer for notices: a web address of the user."""
