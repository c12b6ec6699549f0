"""Records and page models → files. See `docs.md`."""
