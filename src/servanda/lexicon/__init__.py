"""What a reader knows beforehand. See `docs.md`."""
