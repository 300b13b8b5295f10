from edition_trend_as_at(:day) where group_kind in ('type', 'england')
