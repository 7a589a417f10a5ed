"""Telling a server's lack of memory from other failures."""

_TYPES = ("OutOfMemoryError", "MemoryError")
_WORDS = ("out of memory", "allocation on device", "not enough memory", "can't allocate memory")


def is_out_of_memory(exception_type: str, message: str) -> bool:
    """Whether an `execution_error` says so: ComfyUI sends torch.OutOfMemoryError with “Allocation on device”.

    Older versions of torch and other backends raise a RuntimeError that only its words tell.
    """
    text = message.lower()
    return exception_type.endswith(_TYPES) or any(words in text for words in _WORDS)
