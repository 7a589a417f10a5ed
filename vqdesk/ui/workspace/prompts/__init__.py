"""The prompt table: own texts and values for every input."""
