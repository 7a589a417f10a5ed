"""What a workspace remembers; its rules are in the domain."""

from vqdesk.domain.workspace import WorkspaceState

__all__ = ["WorkspaceState"]
