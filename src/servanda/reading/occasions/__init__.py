"""What the parties did together. See `docs.md` of the room."""
