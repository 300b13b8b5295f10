-- Population.

-- One row is an organisation that counted in England's figures on a day: of a kind that answers, English, open then.
-- An organisation without opening date was always there; a closed one without closing date is never counted.
create macro population_as_at(day) as table
  select *
  from organisation
  where (scope = 'in_scope' or (scope = 'closed' and closed_on is not null))
    and (opened_on is null or opened_on <= day)
    and (closed_on is null or closed_on > day);
comment on macro table population_as_at is 'Organisations that counted in the figures of England on a day';
