from series_as_at(:day) where cycle_end > date '2018-01-01'
