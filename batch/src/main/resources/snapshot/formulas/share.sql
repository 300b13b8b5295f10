-- Shares.

-- Wilson score interval of a share, 95 %: (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n), z = 1.959964.
-- Source: E. B. Wilson, 'Probable inference, the law of succession, and statistical inference', JASA 22 (1927).
-- Null when n is 0.
create macro wilson_lower(x, n) as
  case when n > 0 then greatest(0, (x / n + 1.959964 ** 2 / (2 * n)
    - 1.959964 * sqrt(x / n * (1 - x / n) / n + 1.959964 ** 2 / (4.0 * n * n))) / (1 + 1.959964 ** 2 / n)) end;
comment on macro wilson_lower is 'Lower end of the 95 % Wilson interval of x of n';

create macro wilson_upper(x, n) as
  case when n > 0 then least(1, (x / n + 1.959964 ** 2 / (2 * n)
    + 1.959964 * sqrt(x / n * (1 - x / n) / n + 1.959964 ** 2 / (4.0 * n * n))) / (1 + 1.959964 ** 2 / n)) end;
comment on macro wilson_upper is 'Upper end of the 95 % Wilson interval of x of n';

-- Newcombe's interval of the difference of two independent shares x1/n1 - x2/n2, 95 %, from their Wilson intervals.
-- Source: R. G. Newcombe, 'Interval estimation for the difference between independent proportions: comparison of
-- eleven methods', Statistics in Medicine 17 (1998), method 10. Null when either n is 0.
create macro difference_lower(x1, n1, x2, n2) as
  x1 / n1 - x2 / n2
    - sqrt((x1 / n1 - wilson_lower(x1, n1)) ** 2 + (wilson_upper(x2, n2) - x2 / n2) ** 2);
comment on macro difference_lower is 'Lower end of the 95 % Newcombe interval of x1/n1 - x2/n2';

create macro difference_upper(x1, n1, x2, n2) as
  x1 / n1 - x2 / n2
    + sqrt((wilson_upper(x1, n1) - x1 / n1) ** 2 + (x2 / n2 - wilson_lower(x2, n2)) ** 2);
comment on macro difference_upper is 'Upper end of the 95 % Newcombe interval of x1/n1 - x2/n2';
