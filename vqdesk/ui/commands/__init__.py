"""Every command of the window in one book: menus, palette and shortcuts take them from there."""
