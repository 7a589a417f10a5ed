"""The tabs of the window around its workspaces."""
