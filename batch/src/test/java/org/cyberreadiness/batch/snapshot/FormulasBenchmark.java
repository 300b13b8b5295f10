package org.cyberreadiness.batch.snapshot;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Times the macros at national size: 60,000 organisations, 12 practices, 6.5 million outcomes. Run
 * by hand, with the test class path: {@code java
 * org.cyberreadiness.batch.snapshot.FormulasBenchmark}. Nothing is asserted.
 */
final class FormulasBenchmark {
  private static final String DAY = "date '2026-11-23'";
  private static final List<String> QUESTIONS =
      List.of(
          "repeat_failure_as_at(%s)",
          "repeat_failure_as_at(%s) as f where f.practice = 'p1'",
          "repeat_failure_as_at(%s) as f where f.ods_code = 'X18'",
          "trend_as_at(%s)",
          "repeat_failure_count_as_at(%s)",
          "persistence_as_at(%s)",
          "dark_as_at(%s)",
          "funnel_as_at(%s)",
          "shrunk_share_as_at(%s)",
          "shrunk_failure_as_at(%s)",
          "xmr_as_at(%s, 'p7')",
          "edition_trend_as_at(%s)",
          "decile_as_at(%s, 'p7', '2024-12')",
          "decile_border_as_at(%s, 'p7')");

  private FormulasBenchmark() {}

  public static void main(String[] arguments) throws SQLException {
    var out = System.out;
    try (var file = SnapshotInMemory.empty()) {
      timed(out, "filling", () -> fill(file));
      for (var question : QUESTIONS) {
        var sql = "create or replace temp table answer as from " + question.formatted(DAY);
        timed(out, question, () -> file.execute(sql));
      }
    }
  }

  private static void timed(PrintStream out, String what, Step step) throws SQLException {
    var begin = System.nanoTime();
    step.run();
    out.printf("%8d ms  %s%n", Duration.ofNanos(System.nanoTime() - begin).toMillis(), what);
  }

  private static void fill(SnapshotInMemory file) throws SQLException {
    file.execute(
        """
        insert into practice
        select 'p' || i, '', '', ['trust', 'gp_practice', 'pharmacy', 'care_provider'],
          case when i < 6 then 'edition' when i < 10 then 'month' else 'quarter' end, 0.95, 'high', '', '', '', '',
          if(i < 6, 2, 3), if(i < 6, 3, 6), i, 'not_assessed', 1, ''
        from range(12) as r(i)
        """);
    file.execute(
        """
        insert into organisation by name
        select 'X' || i as ods_code, '' as name,
          ['trust', 'gp_practice', 'pharmacy', 'care_provider', 'company'][1 + i % 5] as type,
          'Y' || (i % 7) as region_code, 'Q' || (i % 42) as icb_code,
          date '1990-01-01' + cast(i % 9000 as integer) as opened_on,
          case when i % 17 = 0 then date '2022-03-01' end as closed_on,
          i % 17 <> 0 as in_scope, cast(if(i % 17 = 0, 'closed', 'in_scope') as scope) as scope,
          type as peer_group, true as listed_in_ods
        from range(60000) as r(i)
        """);
    file.execute(
        """
        insert into succession by name
        select 'X' || i as predecessor, 'X' || (i + 1) as successor, date '2022-03-01' as effective_on,
          'reconfiguration' as reason
        from range(60000) as r(i)
        where i % 17 = 0
        """);
    file.execute(
        """
        insert into practice_outcome by name
        with cycles as (
          select 'p' || p as practice, p, k,
            case when p < 6 then (17 + k) || '/' || (18 + k)
              when p < 10 then strftime(date '2024-01-01' + to_months(cast(k as integer)), '%Y-%m')
              else '2024-Q' || (k + 1) end as cycle,
            cast(case when p < 6 then make_date(2018 + k, 6, 30)
              when p < 10 then last_day(date '2024-01-01' + to_months(cast(k as integer)))
              else last_day(date '2024-03-01' + to_months(cast(3 * k as integer))) end as date) as cycle_end
          from range(12) as a(p), range(12) as b(k)
          where (p < 6 and k < 9) or (p between 6 and 9) or (p > 9 and k < 3)
        )
        select 'X' || i as ods_code, practice, cycle, cycle_end,
          cast(case
            when hash(i, 1) % 10 < 2 then if(hash(i, p, k) % 4 = 0, 'met', 'not_met')
            when hash(i, p, k) % 20 = 0 then 'not_assessed'
            when hash(i, p, k) % 9 = 0 then 'not_met'
            else 'met'
          end as outcome) as outcome,
          (hash(i, p, k) % 100) / 100.0 as value, hash(i, p, k) % 100 as numerator, 100 as denominator,
          false as is_late, cycle_end + 60 as known_from
        from range(60000) as r(i), cycles
        """);
    file.execute(
        "insert into edition select distinct cycle, cycle_end - 300, cycle_end, 'dspt' from practice_outcome where practice = 'p0'");
  }

  private interface Step {
    void run() throws SQLException;
  }
}
