"""Who undertook what. See `docs.md` of the room."""
