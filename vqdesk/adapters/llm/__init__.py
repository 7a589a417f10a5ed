"""Servers of language models that speak OpenAI's protocol, as LM Studio does."""
