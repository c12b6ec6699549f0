"""From any older version of the schema to the newest, with everything kept. See `upgrades.py`."""
