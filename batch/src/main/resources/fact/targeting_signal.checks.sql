-- check: shares-are-shares (fail): A signal that is a share lies between 0 and 1.
select as_of || ' ' || ods_code || ' ' || signal || ': ' || value
from targeting_signal
where signal in ('unsupported_share', 'coverage_gap', 'unpatched_share', 'untrained_share', 'alerts_unacknowledged',
  'alerts_not_remediated', 'incidents_late') and value not between 0 and 1;

-- check: every-signal-has-words (fail): Every signal is explained in the vocabulary.
select distinct s.signal
from targeting_signal as s
anti join vocabulary as v on v.vocabulary = 'signal' and v.code = s.signal;
