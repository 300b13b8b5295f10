-- Statistics over any table: the argument is the name of a table, view or CTE with the columns named.

-- One row is a value; reads unit, value, is_reference. Deciles within a unit: 1 the lowest tenth of the values of the
-- reference set, 10 the highest. A value's position is the share of the reference set below it, ties by mid-rank
-- (half of those equal to it). None when fewer than 10 are in the set.
-- Source: mid-rank percentile, as scipy.stats.percentileofscore(kind='mean') computes it.
create macro decile_of(table_name) as table
  with tally as (
    select unit, value, count(*) as equal
    from query_table(table_name)
    where is_reference
    group by unit, value
  ),
  placed as (
    select unit, value,
      (sum(equal) over (partition by unit order by value) - equal / 2) / sum(equal) over (partition by unit)
        as position
    from tally
  ),
  sizes as (
    select unit, sum(equal) as reference_size from tally group by unit
  )
  select p.*, coalesce(cast(s.reference_size as bigint), 0) as reference_size,
    case when s.reference_size >= 10 then l.position end as position,
    case when s.reference_size >= 10 and l.position is not null
      then cast(least(9, floor(10 * l.position)) as integer) + 1 end as decile
  from query_table(table_name) as p
  left join sizes as s on s.unit = p.unit
  left join placed as l on p.is_reference and l.unit = p.unit and l.value = p.value;
comment on macro table decile_of is 'Deciles of the values of a table (unit, value, is_reference), ties by mid-rank';

-- One row is a point of a funnel; reads unit, x, n, good (high or low). Line and flag come from one computation:
-- shares on the arcsine scale, z-scores winsorised at 10 % and 90 %, additive over-dispersion; limits at the point's
-- own n. Points with n < 10 are too few to tell and take no part.
-- Source: D. J. Spiegelhalter, 'Handling over-dispersion of performance indicators', Quality and Safety in Health
-- Care 14 (2005), and 'Funnel plots for comparing institutional performance', Statistics in Medicine 24 (2005).
create macro funnel_of(table_name) as table
  with told as (
    select *, asin(sqrt(x / n)) as angle, 1 / (2 * sqrt(n)) as error,
      asin(sqrt(sum(x) over (partition by unit) / sum(n) over (partition by unit))) as centre_angle
    from query_table(table_name)
    where n >= 10
  ),
  scored as (
    select *, (angle - centre_angle) / error as z from told
  ),
  ends as (
    select unit, quantile_cont(z, 0.1) as low_z, quantile_cont(z, 0.9) as high_z from scored group by unit
  ),
  dispersed as (
    select s.unit, count(*) as points,
      sum(least(greatest(z, low_z), high_z) ** 2) / count(*) as phi,
      sum(error ** -2) - sum(error ** -4) / sum(error ** -2) as spread
    from scored as s
    join ends as e on e.unit = s.unit
    group by s.unit
  ),
  widened as (
    select s.*, d.points, d.phi,
      coalesce(greatest(0, (d.points * d.phi - (d.points - 1)) / nullif(d.spread, 0)), 0) as tau2
    from scored as s
    join dispersed as d on d.unit = s.unit
  ),
  limited as (
    select * exclude (angle, error, centre_angle, z),
      sin(centre_angle) ** 2 as centre,
      (angle - centre_angle) / sqrt(error ** 2 + tau2) as z,
      sin(greatest(0, centre_angle - 1.959964 * sqrt(error ** 2 + tau2))) ** 2 as lower_95,
      sin(least(pi() / 2, centre_angle + 1.959964 * sqrt(error ** 2 + tau2))) ** 2 as upper_95,
      sin(greatest(0, centre_angle - 3.090232 * sqrt(error ** 2 + tau2))) ** 2 as lower_998,
      sin(least(pi() / 2, centre_angle + 3.090232 * sqrt(error ** 2 + tau2))) ** 2 as upper_998
    from widened
  )
  select *, x / n as share, 2 * normal_tail(z) as p_value,
    case
      when x / n between lower_95 and upper_95 then 'within'
      else if((x / n > centre) = (good = 'high'), 'better', 'worse')
        || if(x / n between lower_998 and upper_998, '_95', '_998')
    end as flag
  from limited
  union all by name
  select *, x / nullif(n, 0) as share, 'too_few' as flag
  from query_table(table_name)
  where n < 10;
comment on macro table funnel_of is 'Funnel with over-dispersion over a table (unit, x, n, good): limits at 95 % and 99.8 % and the flag that follows from them';

-- One row is a share; reads unit, x, n, threshold, good (high: below the threshold breaks the standard; low: above).
-- Beta-binomial shrinkage within a unit: mean and intra-class correlation by moments, weights n; the posterior of each
-- share is beta(alpha + x, beta + n - x). Where shares differ no more than chance makes them, all lie at the mean.
-- Source: J. C. Kleinman, 'Proportions with extraneous variance: single and independent samples', JASA 68 (1973).
create macro shrunk_of(table_name) as table
  with units as (
    select unit, sum(x) / sum(n) as mean, count(*) as points, sum(n) as total, sum(n * n) as squares,
      sum(x * x / n) - sum(x) ** 2 / sum(n) as spread
    from query_table(table_name)
    where n > 0
    group by unit
  ),
  correlated as (
    select unit, mean, least(0.999, greatest(0.00001, coalesce(
      (spread - mean * (1 - mean) * (points - 1))
        / nullif(mean * (1 - mean) * (total - squares / total - (points - 1)), 0), 0))) as correlation
    from units
    where points > 1
  ),
  priors as (
    select unit, mean, mean * (1 / correlation - 1) as alpha, (1 - mean) * (1 / correlation - 1) as beta
    from correlated
  )
  select p.*, p.x / p.n as share, u.mean as unit_share, u.alpha, u.beta,
    (u.alpha + p.x) / (u.alpha + u.beta + p.n) as shrunk_share,
    case
      when u.alpha = 0 or u.beta = 0 then if((u.mean < p.threshold) = (p.good = 'high'), 1, 0)
      when p.good = 'high' then beta_below(p.threshold, u.alpha + p.x, u.beta + p.n - p.x)
      else 1 - beta_below(p.threshold, u.alpha + p.x, u.beta + p.n - p.x)
    end as break_probability
  from query_table(table_name) as p
  join priors as u on u.unit = p.unit
  where p.n > 0;
comment on macro table shrunk_of is 'Shares of a table (unit, x, n, threshold, good) shrunk towards their unit, and the chance that the true share breaks the standard';

-- One row is a point of a series; reads series, segment, on_day, value, good (high or low). XmR chart by the rules of
-- Making Data Count, each segment by itself: centre the mean, limits mean ± 2.66 mean moving range after dropping
-- moving ranges of 3.267 times their mean or more. Special causes: outside (beyond a limit), trend (part of 7 rising
-- or falling), shift (part of 7 on one side of the centre), two_of_three (one of 2 of 3 neighbours beyond two thirds
-- of the way to a limit, on one side). With fewer than 13 points the limits are trial limits and nothing is marked.
-- Source: NHS England, Making Data Count; NHSRplotthedots.
create macro xmr_of(table_name) as table
  with ordered as (
    select *, row_number() over line as position, count(*) over (partition by series, segment) as points,
      avg(value) over (partition by series, segment) as centre,
      abs(value - lag(value) over line) as moving_range,
      sign(value - lag(value) over line) as step
    from query_table(table_name)
    where value is not null
    window line as (partition by series, segment order by on_day)
  ),
  screened as (
    select *, avg(moving_range) over (partition by series, segment) as plain_range from ordered
  ),
  ranged as (
    select *, avg(moving_range) filter (where moving_range < 3.267 * plain_range)
      over (partition by series, segment) as mean_range
    from screened
  ),
  limited as (
    select * exclude (moving_range, plain_range, mean_range),
      centre - 2.66 * coalesce(mean_range, 0) as lower, centre + 2.66 * coalesce(mean_range, 0) as upper,
      sign(value - centre) as side,
      if(abs(value - centre) > 2.66 * coalesce(mean_range, 0) * 2 / 3, sign(value - centre), 0) as far,
      if(abs(value - centre) > 2.66 * coalesce(mean_range, 0), sign(value - centre), 0) as beyond
    from ranged
  ),
  ended as (
    select *,
      if(count(*) over seven = 7 and abs(sum(side) over seven) = 7, side, 0) as shift_ends,
      if(count(step) over six = 6 and abs(sum(step) over six) = 6, step, 0) as trend_ends,
      case
        when count(*) filter (where far = 1) over three >= 2 then 1
        when count(*) filter (where far = -1) over three >= 2 then -1
        else 0
      end as pair_ends
    from limited
    window
      seven as (partition by series, segment order by on_day rows between 6 preceding and current row),
      six as (partition by series, segment order by on_day rows between 5 preceding and current row),
      three as (partition by series, segment order by on_day rows between 2 preceding and current row)
  ),
  marked as (
    select * exclude (shift_ends, trend_ends, pair_ends, step, side, far, beyond),
      points >= 13 and beyond <> 0 as is_outside,
      points >= 13 and bool_or(shift_ends <> 0) over next_seven as is_shift,
      points >= 13 and bool_or(trend_ends <> 0) over next_seven as is_trend,
      points >= 13 and (
        (far = 1 and bool_or(pair_ends = 1) over next_three)
        or (far = -1 and bool_or(pair_ends = -1) over next_three)) as is_two_of_three,
      coalesce(
        nullif(beyond, 0),
        arg_min(trend_ends, position) filter (where trend_ends <> 0) over next_seven,
        side) as direction
    from ended
    window
      next_seven as (partition by series, segment order by on_day rows between current row and 6 following),
      next_three as (partition by series, segment order by on_day rows between current row and 2 following)
  )
  select * exclude (direction),
    case when points >= 13 then 'settled' else 'trial' end as limits,
    case
      when not (is_outside or is_shift or is_trend or is_two_of_three) then 'common_cause'
      when (direction > 0) = (good = 'high') then 'improvement'
      else 'concern'
    end as reading
  from marked;
comment on macro table xmr_of is 'XmR chart with named special causes over a table (series, segment, on_day, value, good), by the rules of Making Data Count';

-- One row is a series; reads series, score, x, n. Cochran-Armitage test for a trend of shares over ordered groups:
-- z = Σx(t - t̄) / √(p(1-p)Σn(t - t̄)²), t̄ the mean score weighted by n. Null when all shares are 0 or 1.
-- Source: P. Armitage, 'Tests for linear trends in proportions and frequencies', Biometrics 11 (1955).
create macro cochran_armitage_of(table_name) as table
  with centred as (
    select *, score - sum(n * score) over (partition by series) / sum(n) over (partition by series) as distance
    from query_table(table_name)
    where n > 0
  ),
  tested as (
    select series, count(*) as points, sum(x) as x, sum(n) as n,
      sum(x * distance) / nullif(
        sqrt(sum(x) / sum(n) * (1 - sum(x) / sum(n)) * sum(n * distance ** 2)), 0) as z
    from centred
    group by series
  )
  select *, 2 * normal_tail(z) as p_value from tested;
comment on macro table cochran_armitage_of is 'Cochran-Armitage test for trend over a table (series, score, x, n)';

-- One row is a test; reads family, p_value. `q_value`: the smallest false discovery rate at which the test would still
-- be called; calling those up to 0.05 keeps the expected share of false calls within 5 %.
-- Source: Y. Benjamini and Y. Hochberg, 'Controlling the false discovery rate', JRSS B 57 (1995).
create macro benjamini_hochberg_of(table_name) as table
  with ranked as (
    select *, count(p_value) over (partition by family) as tests,
      row_number() over (partition by family, p_value is null order by p_value) as place
    from query_table(table_name)
  )
  select * exclude (tests, place),
    case when p_value is not null then least(1, min(p_value * tests / place) over (
      partition by family, p_value is null order by place desc
      rows between unbounded preceding and current row)) end as q_value
  from ranked;
comment on macro table benjamini_hochberg_of is 'False discovery rates by Benjamini and Hochberg over a table (family, p_value)';
