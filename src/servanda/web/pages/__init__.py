"""The pages by subject: each file parses its addresses, asks the view, and answers; `ROUTES` lists its addresses."""
