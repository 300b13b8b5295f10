-- check: one-rating-a-day (fail): An organisation has one rating in a domain on any day.
select a.ods_code || ' ' || a.domain
from cqc_rating_version as a
join cqc_rating_version as b on b.ods_code = a.ods_code and b.domain = a.domain and b.known_from > a.known_from
where a.known_to is null or a.known_to > b.known_from;

-- check: rated-before-it-is-known (warn): No rating is published after the day of the file that names it.
select ods_code || ' ' || domain || ': published ' || published_on || ', known from ' || known_from
from cqc_rating_version
where published_on > known_from;
