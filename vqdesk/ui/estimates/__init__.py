"""Time left and disk need, as the window shows them."""
