"""Document → Reading. See `docs.md`."""
