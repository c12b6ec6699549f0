"""What they adopted or work on. See `docs.md` of the room."""
