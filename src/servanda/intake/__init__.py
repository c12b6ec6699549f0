"""Source → Document. See `docs.md`."""
