"""The queue: chips, search and the list of jobs with their prompts."""
