"""The queue by itself: rests of lanes, disk guard, keeping awake, and what happens after the last prompt."""
