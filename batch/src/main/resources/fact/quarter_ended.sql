-- quarter_ended: one row is the newest calendar quarter that has ended by the night.
-- reads:
-- rule: its last day; so what is judged by quarters is computed anew when one ends, not every night.
-- null: nothing.
-- keyed by: content
select date_sub(trunc(date_add(:night, 1), 'quarter'), 1) as ended_on
