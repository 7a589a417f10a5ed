"""Questions of the window, one small class per topic; the desk holds them."""
