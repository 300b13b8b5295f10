from decile_as_at(:day, 'agent-coverage', null)
