"""Times. See `docs.md` of the room."""
