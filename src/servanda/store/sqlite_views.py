"""The views of a ledger in SQLite's words: the fields of records one by one, and what counts. Nothing is asked of them here."""

from __future__ import annotations

from sqlalchemy import Connection

from servanda.store.views import Joiner, views_of

_CELLS = """
CREATE VIEW cells AS
WITH told AS (
  SELECT r.number AS record, r.document, f.key AS slot, f.value AS held,
    CASE WHEN f.type = 'object' THEN iif(json_type(f.value, '$.known') IS NULL, 'span', 'slot') ELSE f.type END AS form,
    coalesce(json_array(json(json_extract(r.body, '$.mentions[0].span'))), '[]') AS named,
    coalesce(json_extract(r.body, '$.content'), json_extract(r.body, '$.span'), '[]') AS said, r.record_kind
  FROM records r, json_each(r.body) f WHERE f.key NOT IN ('document', 'origin', 'id', 'claim', 'words')
),
cut AS (
  SELECT record, document, slot, form, held,
    CASE form WHEN 'slot' THEN json_extract(held, '$.spans') WHEN 'span' THEN json_array(json(held))
      WHEN 'text' THEN iif(record_kind = 'actors', named, said) WHEN 'array' THEN held ELSE '[]' END AS spans,
    CASE WHEN form = 'slot' THEN json_type(held, '$.value') END AS type
  FROM told
)
SELECT c.record, c.slot, coalesce(s.key, 0) AS position,
  CASE
    WHEN c.form = 'text' THEN c.held
    WHEN c.slot = 'via' THEN (SELECT group_concat(v.value ->> 'name', '; ') FROM json_each(c.held) v)
    WHEN c.type = 'array' THEN (SELECT coalesce(group_concat(CASE v.type WHEN 'object' THEN
        iif(coalesce(v.value ->> 'bound', '') = '', '', (v.value ->> 'bound') || ' ') || (v.value ->> 'value') || ' '
        || (v.value ->> 'unit') || iif(coalesce(v.value ->> 'per', '') = '', '', ' per ' || (v.value ->> 'per'))
        || ' (' || (v.value ->> 'role') || ')' ELSE v.value END, '; '), '') FROM json_each(c.held, '$.value') v)
    WHEN c.type = 'object' AND c.held ->> '$.value.start' IS NOT NULL THEN
      (c.held ->> '$.value.start') || iif(date(c.held ->> '$.value.end', '-1 day') = c.held ->> '$.value.start', '',
        '/' || date(c.held ->> '$.value.end', '-1 day'))
    WHEN c.type = 'object' THEN
      (SELECT coalesce(group_concat(v.value, '; '), '') FROM json_each(c.held, '$.value.commitments') v) || ' (as '
      || (SELECT coalesce(group_concat(v.value, '; '), 'nobody') FROM json_each(c.held, '$.value.asserted_by') v)
      || ' says)'
    WHEN c.form = 'slot' THEN c.held ->> '$.value'
  END AS value,
  CASE WHEN c.form = 'slot' THEN c.held ->> '$.known' WHEN c.form = 'null' OR c.spans = '[]' THEN 'unstated'
    ELSE 'stated' END AS known,
  iif(c.form = 'slot', c.held ->> '$.reason', '') AS reason,
  coalesce(s.value ->> '$.span.start', s.value ->> '$.start') AS span_start,
  coalesce(s.value ->> '$.span.end', s.value ->> '$.end') AS span_end,
  substr(d.text, coalesce(s.value ->> '$.span.start', s.value ->> '$.start') + 1,
    coalesce(s.value ->> '$.span.end', s.value ->> '$.end')
    - coalesce(s.value ->> '$.span.start', s.value ->> '$.start')) AS words
FROM cut c JOIN documents d ON d.id = c.document LEFT JOIN json_each(c.spans) s
"""
"""The fields of records with the words that bear them, as `codebook/cells.py` has them."""

_JOINER = Joiner(all="group_concat({}, ' … ')", distinct="group_concat(DISTINCT {})")


def create_views(connection: Connection) -> None:
    """Make the view of cells, and the views of what counts."""
    for statement in (_CELLS, *views_of(_JOINER)):
        connection.exec_driver_sql(statement)
