"""The views of a ledger in PostgreSQL's words: the fields of records one by one, and what counts. Nothing is asked of them here."""

from __future__ import annotations

from sqlalchemy import Connection

from servanda.store.views import Joiner, views_of

_CELLS = r"""
CREATE VIEW cells AS
WITH told AS (
  SELECT r.number AS record, r.document, r.record_kind, r.body::json AS body, f.key AS slot, f.value AS held,
    CASE WHEN json_typeof(f.value) = 'object' THEN CASE WHEN f.value -> 'known' IS NULL THEN 'span' ELSE 'slot' END
      ELSE json_typeof(f.value) END AS form
  FROM records r, json_each(r.body::json) f WHERE f.key NOT IN ('document', 'origin', 'id', 'claim', 'words')
),
cut AS (
  SELECT record, document, slot, form, held,
    CASE form WHEN 'slot' THEN held -> 'spans' WHEN 'span' THEN json_build_array(held) WHEN 'array' THEN held
      WHEN 'string' THEN CASE WHEN record_kind = 'actors' THEN json_build_array(body #> '{mentions,0,span}')
        ELSE coalesce(body -> 'content', body -> 'span') END
      ELSE '[]'::json END AS spans,
    CASE WHEN form = 'slot' THEN json_typeof(held -> 'value') END AS type
  FROM told
)
SELECT c.record, c.slot, coalesce(s.place - 1, 0)::integer AS position,
  CASE
    WHEN c.form = 'string' THEN c.held #>> '{}'
    WHEN c.slot = 'via' THEN (SELECT string_agg(v.part ->> 'name', '; ' ORDER BY v.place)
      FROM json_array_elements(c.held) WITH ORDINALITY v (part, place))
    WHEN c.type = 'array' THEN (SELECT coalesce(string_agg(CASE json_typeof(v.part) WHEN 'object' THEN
        coalesce(nullif(v.part ->> 'bound', '') || ' ', '') || (v.part ->> 'value') || ' ' || (v.part ->> 'unit')
        || coalesce(' per ' || nullif(v.part ->> 'per', ''), '') || ' (' || (v.part ->> 'role') || ')'
        ELSE v.part #>> '{}' END, '; ' ORDER BY v.place), '')
      FROM json_array_elements(c.held -> 'value') WITH ORDINALITY v (part, place))
    WHEN c.type = 'object' AND c.held #>> '{value,start}' IS NOT NULL THEN (c.held #>> '{value,start}')
      || CASE WHEN (c.held #>> '{value,end}')::date - 1 = (c.held #>> '{value,start}')::date THEN ''
        ELSE '/' || ((c.held #>> '{value,end}')::date - 1)::text END
    WHEN c.type = 'object' THEN
      (SELECT coalesce(string_agg(v.part, '; ' ORDER BY v.place), '')
        FROM json_array_elements_text(c.held #> '{value,commitments}') WITH ORDINALITY v (part, place)) || ' (as '
      || (SELECT coalesce(string_agg(v.part, '; ' ORDER BY v.place), 'nobody')
        FROM json_array_elements_text(c.held #> '{value,asserted_by}') WITH ORDINALITY v (part, place)) || ' says)'
    WHEN c.form = 'slot' THEN c.held ->> 'value'
  END AS value,
  CASE WHEN c.form = 'slot' THEN c.held ->> 'known' WHEN c.form = 'null' OR json_array_length(c.spans) = 0
    THEN 'unstated' ELSE 'stated' END AS known,
  CASE WHEN c.form = 'slot' THEN c.held ->> 'reason' ELSE '' END AS reason,
  coalesce(s.part #>> '{span,start}', s.part ->> 'start')::integer AS span_start,
  coalesce(s.part #>> '{span,end}', s.part ->> 'end')::integer AS span_end,
  substr(d.text, coalesce(s.part #>> '{span,start}', s.part ->> 'start')::integer + 1,
    coalesce(s.part #>> '{span,end}', s.part ->> 'end')::integer
    - coalesce(s.part #>> '{span,start}', s.part ->> 'start')::integer) AS words
FROM cut c JOIN documents d ON d.id = c.document
LEFT JOIN json_array_elements(c.spans) WITH ORDINALITY s (part, place) ON true
"""
"""The fields of records with the words that bear them, as `codebook/cells.py` has them."""

_JOINER = Joiner(all="string_agg({}, ' … ' ORDER BY {})", distinct="string_agg(DISTINCT {}, ',')")


def create_views(connection: Connection) -> None:
    """Make the view of cells, and the views of what counts."""
    for statement in (_CELLS, *views_of(_JOINER)):
        connection.exec_driver_sql(statement)
