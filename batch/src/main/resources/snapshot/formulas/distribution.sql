-- Distributions.

-- P(Z > |z|) of the standard normal distribution, to about 15 digits (8 significant ones beyond |z| = 7).
-- Source: J. F. Hart et al., Computer Approximations (1968), algorithm 5666, as G. West gives it in 'Better
-- approximations to cumulative normal functions', Wilmott Magazine (2005).
create macro normal_tail_above(a) as
  case
    when a > 37 then 0
    when a < 7.07106781186547 then exp(-a * a / 2)
      * ((((((0.0352624965998911 * a + 0.700383064443688) * a + 6.37396220353165) * a + 33.912866078383) * a
        + 112.079291497871) * a + 221.213596169931) * a + 220.206867912376)
      / (((((((0.0883883476483184 * a + 1.75566716318264) * a + 16.064177579207) * a + 86.7807322029461) * a
        + 296.564248779674) * a + 637.333633378831) * a + 793.826512519948) * a + 440.413735824752)
    else exp(-a * a / 2) / 2.506628274631 / (a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65)))))
  end;
comment on macro normal_tail_above is 'normal_tail for a value of 0 or more';

create macro normal_tail(z) as normal_tail_above(abs(cast(z as double)));
comment on macro normal_tail is 'Chance that a standard normal value lies above |z|; twice that is the two-sided p-value of z';

-- The continued fraction of the incomplete beta function, 160 terms, from the innermost outwards.
-- Source: NIST Digital Library of Mathematical Functions, 8.17.22 and 8.17.23.
create macro beta_fraction(x, a, b) as
  list_reduce(
    range(160, 0, -1),
    lambda rest, term: 1 + (case
      when term % 2 = 0 then (term // 2) * (b - term // 2) * x / ((a + term - 1) * (a + term))
      else -(a + term // 2) * (a + b + term // 2) * x / ((a + term - 1) * (a + term))
    end) / rest,
    cast(1 as double));
comment on macro beta_fraction is 'Continued fraction of the incomplete beta function; see beta_below';

-- P(share < x) of a beta distribution with parameters a and b: the regularised incomplete beta function I_x(a, b).
-- Exact to 9 digits while a + b stays below 20,000; to 4 digits up to half a million.
create macro beta_below(x, a, b) as
  case
    when x <= 0 then 0
    when x >= 1 then 1
    when x <= (a + 1) / (a + b + 2) then
      exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * ln(x) + b * ln(1 - x)) / (a * beta_fraction(x, a, b))
    else
      1 - exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * ln(x) + b * ln(1 - x)) / (b * beta_fraction(1 - x, b, a))
  end;
comment on macro beta_below is 'Chance that a beta-distributed share lies below x';
