"""How they characterized it. See `docs.md` of the room."""
