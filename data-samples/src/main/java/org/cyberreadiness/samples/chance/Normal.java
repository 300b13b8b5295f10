package org.cyberreadiness.samples.chance;

/** The standard normal distribution, by approximations that give the same digits everywhere. */
public final class Normal {
  private static final double[] CENTRE_ABOVE = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] CENTRE_BELOW = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01,
    1
  };
  private static final double[] TAIL_ABOVE = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] TAIL_BELOW = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
  };
  private static final double TAIL = 0.02425;

  private Normal() {}

  /** The value below which the share lies (Acklam's approximation, error under 1.2e-9). */
  public static double quantile(double share) {
    if (share < TAIL) {
      double q = StrictMath.sqrt(-2 * StrictMath.log(share));
      return polynomial(TAIL_ABOVE, q) / polynomial(TAIL_BELOW, q);
    }
    if (share > 1 - TAIL) {
      return -quantile(1 - share);
    }
    double q = share - 0.5;
    double r = q * q;
    return polynomial(CENTRE_ABOVE, r) * q / polynomial(CENTRE_BELOW, r);
  }

  /** The share that lies below the value (Zelen and Severo, error under 7.5e-8). */
  public static double shareBelow(double value) {
    double t = 1 / (1 + 0.2316419 * Math.abs(value));
    double density = 0.3989422804014327 * StrictMath.exp(-value * value / 2);
    double tail =
        density
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return value >= 0 ? 1 - tail : tail;
  }

  private static double polynomial(double[] factors, double x) {
    double sum = 0;
    for (double factor : factors) {
      sum = sum * x + factor;
    }
    return sum;
  }
}
