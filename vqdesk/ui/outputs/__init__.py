"""All finished files: gallery, player, comparison, what made them."""
