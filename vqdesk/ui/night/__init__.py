"""The night in the window: what happens after the queue, rests and their banners, the question before quitting."""
