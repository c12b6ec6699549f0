"""Who is mentioned. See `docs.md` of the room."""
