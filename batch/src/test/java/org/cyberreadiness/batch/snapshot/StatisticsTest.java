package org.cyberreadiness.batch.snapshot;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cyberreadiness.batch.snapshot.SnapshotInMemory.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each statistic against a published worked example, or a second computation in plain Java. */
class StatisticsTest {
  private static SnapshotInMemory file;

  @BeforeAll
  static void opens() throws SQLException {
    file = SnapshotInMemory.empty();
  }

  @AfterAll
  static void closes() throws SQLException {
    file.close();
  }

  /** Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81,263,0.2553,0.3662",
    "15,148,0.0624,0.1605",
    "0,20,0,0.1611",
    "1,29,0.0061,0.1718"
  })
  void wilsonIntervalsAreThePublishedOnes(int x, int n, double lower, double upper)
      throws SQLException {
    assertThat(file.number("wilson_lower(%d, %d)".formatted(x, n))).isCloseTo(lower, within(5e-5));
    assertThat(file.number("wilson_upper(%d, %d)".formatted(x, n))).isCloseTo(upper, within(5e-5));
  }

  /** Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10. */
  @ParameterizedTest
  @CsvSource({"56,70,48,80,0.0524,0.3339", "9,10,3,10,0.1705,0.8090", "10,10,0,20,0.6791,1"})
  void differencesOfSharesHaveThePublishedIntervals(
      int x1, int n1, int x2, int n2, double lower, double upper) throws SQLException {
    var shares = "(%d, %d, %d, %d)".formatted(x1, n1, x2, n2);
    assertThat(file.number("difference_lower" + shares)).isCloseTo(lower, within(5e-5));
    assertThat(file.number("difference_upper" + shares)).isCloseTo(upper, within(5e-5));
  }

  /** Any table of the normal distribution. */
  @ParameterizedTest
  @CsvSource({
    "0,0.5",
    "1,0.158655253931",
    "-1.959963984540,0.025",
    "3.090232306168,0.001",
    "8,6.22096057427e-16"
  })
  void theNormalTailIsTheTabulatedOne(double z, double tail) throws SQLException {
    assertThat(file.number("normal_tail(%s)".formatted(z))).isCloseTo(tail, within(tail * 1e-7));
  }

  /** For whole numbers I_x(a, b) is the chance of a or more successes in a + b - 1 trials. */
  @ParameterizedTest
  @CsvSource({
    "0.5,2,3",
    "0.3,1,1",
    "0.97,480,21",
    "0.93,480,21",
    "0.02,3,400",
    "0.95,4750,251",
    "0.99,60,2"
  })
  void theIncompleteBetaFunctionIsTheBinomialTail(double x, int a, int b) throws SQLException {
    assertThat(file.number("beta_below(%s, %d, %d)".formatted(x, a, b)))
        .isCloseTo(binomialTail(x, a, a + b - 1), within(1e-9));
  }

  /** I_x(1/2, 1/2) = 2/π asin √x (NIST DLMF 8.17.4 with the arcsine distribution). */
  @ParameterizedTest
  @CsvSource({"0.001", "0.3", "0.5", "0.98"})
  void theIncompleteBetaFunctionOfHalvesIsTheArcsine(double x) throws SQLException {
    assertThat(file.number("beta_below(%s, 0.5, 0.5)".formatted(x)))
        .isCloseTo(2 / Math.PI * Math.asin(Math.sqrt(x)), within(1e-12));
  }

  /**
   * scipy.stats.percentileofscore([1, 2, 3, 3, 4], 3, kind='mean') is 60; here each value twice.
   */
  @Test
  void tiesShareTheMidRank() throws SQLException {
    file.execute(
        "create or replace temp table valued as select 'a' as unit, v as value, v < 90 as is_reference"
            + " from (values (1), (1), (2), (2), (3), (3), (3), (3), (4), (4), (99)) as t(v)");
    assertThat(
            lines(
                "select distinct value, position, decile from decile_of('valued') order by value"))
        .containsExactly("1,0.1,2", "2,0.3,4", "3,0.6,7", "4,0.9,10", "99,null,null");
  }

  @Test
  void funnelLimitsAgreeWithASecondComputation() throws SQLException {
    var random = new Random(5);
    for (var units = 5; units <= 200; units += 39) {
      var most = units % 2 == 0 ? 40 : 9000;
      var n = IntStream.range(0, units).map(i -> 10 + random.nextInt(most)).toArray();
      var x =
          Arrays.stream(n)
              .map(all -> (int) (all * Math.min(1, 0.7 + 0.3 * random.nextDouble())))
              .toArray();
      points(x, n);
      var rows =
          file.rows(
              "select code, phi, tau2, lower_95, upper_95, lower_998, upper_998, flag from funnel_of('points') order by code");
      var funnel = Funnel.of(x, n);
      for (var i = 0; i < units; i++) {
        var row = rows.get(i);
        assertThat(row.number(1)).isCloseTo(funnel.phi(), within(1e-9));
        assertThat(row.number(2)).isCloseTo(funnel.tau2(), within(1e-12));
        assertThat(row.number(3)).isCloseTo(funnel.limit(n[i], -1.959964), within(1e-9));
        assertThat(row.number(4)).isCloseTo(funnel.limit(n[i], 1.959964), within(1e-9));
        assertThat(row.number(5)).isCloseTo(funnel.limit(n[i], -3.090232), within(1e-9));
        assertThat(row.number(6)).isCloseTo(funnel.limit(n[i], 3.090232), within(1e-9));
        var share = (double) x[i] / n[i];
        var flag =
            share < row.number(5)
                ? "worse_998"
                : share < row.number(3)
                    ? "worse_95"
                    : share > row.number(6)
                        ? "better_998"
                        : share > row.number(4) ? "better_95" : "within";
        assertThat(row.text(7)).isEqualTo(flag);
      }
    }
  }

  @Test
  void fewerThanTenAreTooFewToTellAndTakeNoPart() throws SQLException {
    points(new int[] {50, 45, 48, 0}, new int[] {100, 100, 100, 9});
    assertThat(
            lines(
                "select code, flag, round(centre, 4), points from funnel_of('points') order by code"))
        .contains("3,too_few,null,null", "0,within,0.4767,3");
  }

  @Test
  void sharesAreShrunkAsASecondComputationShrinksThem() throws SQLException {
    var random = new Random(7);
    var n = IntStream.range(0, 120).map(i -> 5 + random.nextInt(60)).toArray();
    var x =
        Arrays.stream(n)
            .map(all -> (int) Math.round(all * (0.6 + 0.4 * random.nextDouble())))
            .toArray();
    points(x, n);
    var rows =
        file.rows(
            "select code, alpha, beta, shrunk_share, break_probability from shrunk_of('points') order by code");
    var prior = Prior.of(x, n);
    for (var i = 0; i < n.length; i++) {
      var alpha = prior.alpha() + x[i];
      var beta = prior.beta() + n[i] - x[i];
      assertThat(rows.get(i).number(1)).isCloseTo(prior.alpha(), within(1e-6));
      assertThat(rows.get(i).number(2)).isCloseTo(prior.beta(), within(1e-6));
      assertThat(rows.get(i).number(3)).isCloseTo(alpha / (alpha + beta), within(1e-9));
      assertThat(rows.get(i).number(4)).isCloseTo(betaBelow(0.95, alpha, beta), within(1e-4));
    }
  }

  @Test
  void aSmallOrganisationIsPulledFurtherToItsPeersThanALargeOne() throws SQLException {
    points(new int[] {2, 200, 95, 90, 99, 85}, new int[] {4, 400, 100, 100, 100, 100});
    var rows = file.rows("select shrunk_share - share from shrunk_of('points') order by code");
    assertThat(rows.get(0).number(0)).isGreaterThan(10 * rows.get(1).number(0));
  }

  @Test
  void xmrChartsAgreeWithASecondComputation() throws SQLException {
    var random = new Random(11);
    for (var round = 0; round < 60; round++) {
      var values = new double[13 + random.nextInt(30)];
      var level = 0.0;
      for (var i = 0; i < values.length; i++) {
        level += random.nextInt(4) == 0 ? random.nextGaussian() : 0.1 * random.nextGaussian();
        values[i] = Math.round(1000 * (level + random.nextGaussian() * 0.3)) / 1000.0;
      }
      series(values);
      var rows =
          file.rows(
              "select centre, lower, upper, is_outside, is_trend, is_shift, is_two_of_three from xmr_of('points') order by on_day");
      var chart = Xmr.of(values);
      for (var i = 0; i < values.length; i++) {
        assertThat(rows.get(i).number(0)).isCloseTo(chart.centre(), within(1e-9));
        assertThat(rows.get(i).number(1))
            .isCloseTo(chart.centre() - 3 * chart.sigma(), within(1e-9));
        assertThat(rows.get(i).number(2))
            .isCloseTo(chart.centre() + 3 * chart.sigma(), within(1e-9));
        assertThat(
                List.of(
                    rows.get(i).text(3),
                    rows.get(i).text(4),
                    rows.get(i).text(5),
                    rows.get(i).text(6)))
            .as("point %d of %s", i, Arrays.toString(values))
            .containsExactly(
                "" + chart.isOutside(i),
                "" + chart.isTrend(i),
                "" + chart.isShift(i),
                "" + chart.isTwoOfThree(i));
      }
    }
  }

  /** NHSRplotthedots, issue 143: two neighbours near opposite limits are no special cause. */
  @Test
  void twoPointsNearOppositeLimitsAreNoSpecialCause() throws SQLException {
    series(new double[] {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 5.5, -5.5});
    assertThat(lines("select reading, is_outside from xmr_of('points') where is_two_of_three"))
        .isEmpty();
  }

  @Test
  void sevenRisingPointsAreAnImprovementWhereHighIsGood() throws SQLException {
    series(new double[] {5, 6, 5, 6, 5, 6, 5, 6, 5.2, 5.4, 5.6, 5.8, 6.0, 6.2, 6.4, 5});
    assertThat(lines("select value, reading from xmr_of('points') where is_trend order by on_day"))
        .containsExactly(
            "5.2,improvement",
            "5.4,improvement",
            "5.6,improvement",
            "5.8,improvement",
            "6.0,improvement",
            "6.2,improvement",
            "6.4,improvement");
  }

  @Test
  void twelvePointsHaveTrialLimitsAndNoMarks() throws SQLException {
    series(new double[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 90});
    assertThat(lines("select distinct limits, reading from xmr_of('points')"))
        .containsExactly("trial,common_cause");
  }

  /**
   * Agresti, Categorical Data Analysis (2nd ed.), table 5.3 and page 182: z² = 6.57 for
   * malformations by alcohol.
   */
  @Test
  void theTrendTestIsTheOneOfTheTextbook() throws SQLException {
    file.execute(
        "create or replace temp table points as select 'a' as series, * from (values (0, 48, 17114), (0.5, 38, 14502),"
            + " (1.5, 5, 793), (4, 1, 127), (7, 1, 38)) as t(score, x, n)");
    var test = file.rows("select z * z, p_value from cochran_armitage_of('points')").getFirst();
    assertThat(test.number(0)).isCloseTo(6.57, within(0.005));
    assertThat(test.number(1)).isCloseTo(0.0104, within(0.0001));
  }

  /** The fifteen p-values of Benjamini and Hochberg (1995): four are called at 5 %. */
  @Test
  void falseDiscoveryRatesAreTheOnesOfThePaper() throws SQLException {
    file.execute(
        "create or replace temp table tests as select 'a' as family, unnest([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278,"
            + " 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0, null]::double[]) as p_value");
    assertThat(
            lines(
                "select round(q_value, 4) from benjamini_hochberg_of('tests') order by p_value nulls last limit 9"))
        .containsExactly(
            "0.0015", "0.003", "0.0095", "0.0356", "0.0603", "0.0639", "0.0639", "0.0645",
            "0.0765");
    assertThat(
            file.number(
                "(select count(*) from benjamini_hochberg_of('tests') where q_value <= 0.05)"))
        .isEqualTo(4);
  }

  private static List<String> lines(String sql) throws SQLException {
    return file.rows(sql).stream().map(Row::toString).toList();
  }

  private static void points(int[] x, int[] n) throws SQLException {
    var rows =
        IntStream.range(0, x.length)
            .mapToObj(i -> "(%d, %d, %d)".formatted(i, x[i], n[i]))
            .collect(joining(", "));
    file.execute(
        "create or replace temp table points as select 'a' as unit, 'high' as good, 0.95 as threshold, *"
            + " from (values "
            + rows
            + ") as t(code, x, n)");
  }

  private static void series(double[] values) throws SQLException {
    var rows =
        IntStream.range(0, values.length)
            .mapToObj(i -> "(date '2020-01-01' + %d, %s)".formatted(i, values[i]))
            .collect(joining(", "));
    file.execute(
        "create or replace temp table points as select 'a' as series, 1 as segment, 'high' as good, *"
            + " from (values "
            + rows
            + ") as t(on_day, value)");
  }

  private static double binomialTail(double share, int successes, int trials) {
    var sum = 0.0;
    for (var k = successes; k <= trials; k++) {
      var logarithm = k * Math.log(share) + (trials - k) * Math.log1p(-share);
      for (var i = 1; i <= k; i++) {
        logarithm += Math.log(trials - k + i) - Math.log(i);
      }
      sum += Math.exp(logarithm);
    }
    return sum;
  }

  /** The area of the beta density below x over its whole area, by the midpoint rule on x = sin². */
  private static double betaBelow(double x, double alpha, double beta) {
    var steps = 100_000;
    var below = 0.0;
    var whole = 0.0;
    for (var i = 0; i < steps; i++) {
      var angle = (i + 0.5) / steps * Math.PI / 2;
      var share = Math.pow(Math.sin(angle), 2);
      var density =
          Math.exp(
              (2 * alpha - 1) * Math.log(Math.sin(angle))
                  + (2 * beta - 1) * Math.log(Math.cos(angle)));
      whole += density;
      below += share < x ? density : 0;
    }
    return below / whole;
  }

  private record Funnel(double centre, double phi, double tau2) {
    static Funnel of(int[] x, int[] n) {
      var centre = Math.asin(Math.sqrt((double) Arrays.stream(x).sum() / Arrays.stream(n).sum()));
      var z = new double[x.length];
      var weights = 0.0;
      var squares = 0.0;
      for (var i = 0; i < x.length; i++) {
        z[i] = (Math.asin(Math.sqrt((double) x[i] / n[i])) - centre) * 2 * Math.sqrt(n[i]);
        weights += 4.0 * n[i];
        squares += 16.0 * n[i] * n[i];
      }
      var sorted = z.clone();
      Arrays.sort(sorted);
      var sum = 0.0;
      for (var value : z) {
        sum += Math.pow(Math.max(quantile(sorted, 0.1), Math.min(quantile(sorted, 0.9), value)), 2);
      }
      var tau2 = Math.max(0, (sum - (x.length - 1)) / (weights - squares / weights));
      return new Funnel(centre, sum / x.length, tau2);
    }

    private static double quantile(double[] sorted, double share) {
      var place = share * (sorted.length - 1);
      var low = (int) Math.floor(place);
      var high = Math.min(low + 1, sorted.length - 1);
      return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    double limit(int n, double k) {
      var angle = centre + k * Math.sqrt(1 / (4.0 * n) + tau2);
      return Math.pow(Math.sin(Math.max(0, Math.min(Math.PI / 2, angle))), 2);
    }
  }

  private record Prior(double alpha, double beta) {
    static Prior of(int[] x, int[] n) {
      double total = Arrays.stream(n).sum();
      var mean = Arrays.stream(x).sum() / total;
      var spread = 0.0;
      var squares = 0.0;
      for (var i = 0; i < n.length; i++) {
        spread += n[i] * Math.pow((double) x[i] / n[i] - mean, 2);
        squares += (double) n[i] * n[i];
      }
      var chance = mean * (1 - mean);
      var correlation =
          (spread - chance * (n.length - 1))
              / (chance * (total - squares / total - (n.length - 1)));
      return new Prior(mean * (1 / correlation - 1), (1 - mean) * (1 / correlation - 1));
    }
  }

  private record Xmr(List<Double> values, double centre, double sigma) {
    static Xmr of(double[] values) {
      var ranges = new ArrayList<Double>();
      for (var i = 1; i < values.length; i++) {
        ranges.add(Math.abs(values[i] - values[i - 1]));
      }
      var mean = ranges.stream().mapToDouble(r -> r).average().orElse(0);
      var kept =
          ranges.stream().mapToDouble(r -> r).filter(r -> r < 3.267 * mean).average().orElse(0);
      return new Xmr(
          Arrays.stream(values).boxed().toList(),
          Arrays.stream(values).average().orElse(0),
          2.66 * kept / 3);
    }

    boolean isOutside(int i) {
      return Math.abs(values.get(i) - centre) > 3 * sigma;
    }

    boolean isShift(int i) {
      return windows(i, 7).anyMatch(w -> all(w, 7, 1, 0) || all(w, 7, -1, 0));
    }

    boolean isTrend(int i) {
      return windows(i, 7)
          .anyMatch(
              w ->
                  IntStream.range(w + 1, w + 7).allMatch(j -> values.get(j) > values.get(j - 1))
                      || IntStream.range(w + 1, w + 7)
                          .allMatch(j -> values.get(j) < values.get(j - 1)));
    }

    boolean isTwoOfThree(int i) {
      var side = values.get(i) > centre ? 1 : -1;
      return isFar(i, side)
          && windows(i, 3)
              .anyMatch(w -> IntStream.range(w, w + 3).filter(j -> isFar(j, side)).count() >= 2);
    }

    private boolean isFar(int i, int side) {
      return side * (values.get(i) - centre) > 2 * sigma;
    }

    private boolean all(int from, int length, int side, double distance) {
      return IntStream.range(from, from + length)
          .allMatch(j -> side * (values.get(j) - centre) > distance);
    }

    private IntStream windows(int i, int length) {
      return IntStream.rangeClosed(Math.max(0, i - length + 1), i)
          .filter(w -> w + length <= values.size());
    }
  }
}
