"""What the user is told of while looking elsewhere, and the list that keeps it."""
