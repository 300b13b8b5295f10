-- check: shares-are-shares (fail): A signal that is a share lies between 0 and 1.
select as_of || ' ' || ods_code || ' ' || signal || ': ' || value
from targeting_signal
where signal in (select signal from signal where what in ('value', 'gap', 'missed_share')) and value not between 0 and 1;

-- check: every-signal-has-words (fail): Every signal is explained in the vocabulary.
select distinct s.signal
from targeting_signal as s
anti join vocabulary as v on v.vocabulary = 'signal' and v.code = s.signal;

-- check: every-signal-has-its-practice (warn): Every signal that is taken from a practice names one that there is.
select g.signal || ': ' || g.practice
from signal as g
anti join practice as p using (practice);
