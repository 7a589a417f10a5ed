"""What the user wants made: images, workflow, parameters, and the button that queues them."""
