package org.cyberreadiness.batch.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up landed rows of a few organisations whose lists, exports, returns and successions come
 * late, contradict each other and are restated. Every row names its file and line.
 */
final class RandomReturns {
  private static final List<LocalDate> DAYS =
      days(
          "2018-03-20 2018-04-10 2021-06-20 2021-07-10 2022-05-02 2022-07-05 2022-09-09 2023-07-10");
  private static final List<LocalDate> DATES =
      days("2010-04-01 2019-04-01 2021-05-01 2021-10-01 2022-07-01 2022-10-01 2023-04-01");
  private static final String COMMA = ",";

  private final Random random;
  private final Map<String, List<Line>> tables = new LinkedHashMap<>();

  /** One row: the day it speaks of, and its cells in the order of the table's header. */
  private record Line(LocalDate asAt, String cells) {}

  RandomReturns(long seed) {
    random = new Random(seed);
    table(
        "landed_ods",
        "code,kind,name,region_code,icb_code,icb_name,opened_on,closed_on,status,setting,parent_code",
        160,
        day -> ods());
    table(
        "landed_dspt",
        "code,said_at,name,edition,outcome,published_on,sector,commissioner",
        200,
        day -> dspt());
    table(
        "landed_succession", "predecessor,successor,effective_on,reason", 40, day -> succession());
    table(
        "landed_ig_toolkit",
        "ods_code,version,submission,submitted_at,requirement,level",
        60,
        this::igToolkit);
    table(
        "landed_dspr",
        "ods_code,year,assured_to,submitted_at,requirement,implementation,executive_role,appointed_on",
        150,
        this::dspr);
    table(
        "landed_dspt_assertions",
        "ods_code,edition,submitted_at,submission,assertion,outcome",
        60,
        this::assertion);
    table(
        "landed_caf",
        "ods_code,edition,submitted_at,submission,outcome_id,achievement",
        20,
        this::caf);
    table("landed_training", "ods_code,period_end,staff,staff_trained_12m", 60, day -> training());
  }

  private static List<LocalDate> days(String days) {
    return Arrays.stream(days.split(" ", -1)).map(LocalDate::parse).toList();
  }

  @FunctionalInterface
  private interface Cells {
    String of(LocalDate asAt);
  }

  private void table(String name, String header, int rows, Cells cells) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(LocalDate.MIN, header + ",as_at,source_file_id,line"));
    for (int i = 0; i < rows; i++) {
      LocalDate asAt = any(DAYS);
      String where = COMMA + asAt + ",file-" + random.nextInt(4) + COMMA + (i + 2);
      lines.add(new Line(asAt, cells.of(asAt) + where));
    }
    tables.put(name, lines);
  }

  /** Writes what was landed up to a day, its rows in an order of their own. */
  void write(Path folder, LocalDate day, long order) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, List<Line>> table : tables.entrySet()) {
      List<String> known =
          table.getValue().stream()
              .skip(1)
              .filter(line -> !line.asAt().isAfter(day))
              .map(Line::cells)
              .collect(Collectors.toCollection(ArrayList::new));
      Collections.shuffle(known, new Random(order));
      known.addFirst(table.getValue().getFirst().cells());
      Files.write(folder.resolve(table.getKey() + ".csv"), known);
    }
  }

  private String ods() {
    if (random.nextInt(8) == 0) {
      return row(
          "L" + random.nextInt(4),
          "",
          "PLACE",
          any("Y56", "Y58"),
          any("QA", "QB"),
          any("ANY BOARD", "BOARD"),
          "",
          "",
          "",
          "",
          "");
    }
    String kind = any("etr", "etr", "eccg", "epraccur", "eother");
    return row(
        code(),
        kind,
        any("HOSPITAL", "SURGERY (Z1)", "TRUST"),
        any("Y56", "Y58", "Y58", "W00", ""),
        any("QA", "QB", ""),
        "",
        maybe(3),
        maybe(6),
        any("", "", "A", "A", "C", "D", "P"),
        any("4", "4", "1"),
        any("", "Z1"));
  }

  private String dspt() {
    boolean isPublished = random.nextInt(3) > 0;
    String sector =
        any(
            "NHS Trust",
            "CCG",
            "CCG / Integrated Care Board (ICB)",
            "Optician",
            "Nothing known",
            "");
    return row(
        any(code(), code(), code(), "QA", "L1"),
        any("", "", "120000"),
        any("HOSPITAL", "TRUST (Z2)", ""),
        isPublished ? any("18/19", "20/21", "20/21", "21/22", "21/22", "17/18", "27/28") : "",
        isPublished ? any("met", "exceeded", "approaching", "not_met") : "not_published",
        isPublished ? any("2021-06-01", "2022-06-20", "2022-08-01") : "",
        sector,
        any("", "NHS A ICB - L1 (CCG)", "NHS B ICB - L2"));
  }

  private String succession() {
    int from = random.nextInt(6);
    return row(
        "Z" + from,
        "Z" + (from + 1),
        any(DATES).toString(),
        any("", "code_change", "reconfiguration"));
  }

  private String igToolkit(LocalDate asAt) {
    return row(
        code(),
        any("14.1", "14.1", "14.0", "14"),
        any("final", "final", "update"),
        at(asAt),
        any("101", "105", "110"),
        any("1", "2", "2", "3"));
  }

  private String dspr(LocalDate asAt) {
    boolean hasLead = random.nextBoolean();
    return row(
        "Z" + random.nextInt(2),
        "2017/18",
        any("NHS Improvement", "NHS Improvement", "NHS England"),
        at(asAt),
        String.valueOf(1 + random.nextInt(10)),
        any("fully implemented", "fully implemented", "fully implemented", "not implemented"),
        hasLead ? "Chief Nurse" : "",
        hasLead ? "2017-10-02" : "");
  }

  private String assertion(LocalDate asAt) {
    return row(
        code(),
        any("20/21", "21/22"),
        at(asAt),
        any("final", "final", "baseline"),
        any("1.1", "1.1", "1.2"),
        any("confirmed", "not_confirmed", "not_applicable"));
  }

  private String caf(LocalDate asAt) {
    return row(
        code(),
        any("20/21", "21/22"),
        at(asAt),
        "final",
        any("A1.a", "A1.b"),
        any("achieved", "not achieved"));
  }

  private String training() {
    return row(
        code(),
        any("2021-03-31", "2021-06-30", "2022-03-31"),
        any("100", "100", "0"),
        any("94", "95", "96"));
  }

  private String at(LocalDate day) {
    return day + any("T08:00:00Z", "T09:00:00Z");
  }

  private String code() {
    return "Z" + random.nextInt(13);
  }

  private String maybe(int times) {
    return random.nextInt(times) == 0 ? any(DATES).toString() : "";
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private final <T> T any(T... choices) {
    return any(List.of(choices));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String row(String... cells) {
    return IntStream.range(0, cells.length)
        .mapToObj(i -> cells[i])
        .collect(Collectors.joining(COMMA));
  }
}
