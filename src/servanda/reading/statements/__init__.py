"""Who said what. See `docs.md` of the room."""
