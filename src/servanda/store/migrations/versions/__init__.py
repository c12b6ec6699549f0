"""The steps from one version of the schema to the next, one a file; Alembic finds their order."""
