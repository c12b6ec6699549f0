"""Page models → HTML and JSON over HTTP. See `docs.md`."""
