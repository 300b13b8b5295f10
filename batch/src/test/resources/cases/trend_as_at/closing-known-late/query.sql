from trend_as_at(:day) where group_kind = 'england'
