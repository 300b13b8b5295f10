from targeting_signal_until(:day, ['trust']) where as_of >= date '2022-07-31'
