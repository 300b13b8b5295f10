package org.cyberreadiness.samples.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.JsonObject;
import org.cyberreadiness.samples.writing.Text;

/**
 * Until when the vendor supports what, in the layout of endoflife.date: one file a product, as it
 * was on two days. The dates are the publicly known ones; a release is listed once it is out. The
 * first list does not know yet when one release ends; long-term releases stand there twice.
 */
public final class SupportCatalogue {
  private static final List<String> PRODUCTS = List.of("windows", "windows-server", "mssqlserver");
  private static final List<LocalDate> TAKEN =
      List.of(LocalDate.of(2022, 10, 25), LocalDate.of(2023, 11, 6));

  private static final String END_LEARNED_LATER = "10-20h2-e";
  private static final String LATER_IN_CAPITALS = "10-1607-e-lts";

  private SupportCatalogue() {}

  public static List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (LocalDate day : TAKEN) {
      for (String product : PRODUCTS) {
        deliveries.add(
            new Delivery(
                "support-catalogue/" + day + "/" + product + ".json",
                text -> write(text, product, day)));
      }
    }
    return deliveries;
  }

  private static void write(Text text, String product, LocalDate day) throws IOException {
    List<String> cycles =
        lines(product).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(cells -> !LocalDate.parse(cells[2]).isAfter(day))
            .map(cells -> cycle(cells, day.equals(TAKEN.getFirst())))
            .toList();
    text.line("[").line(String.join(",\n", cycles)).line("]");
  }

  private static String cycle(String[] cells, boolean first) {
    boolean small = first || !cells[0].equals(LATER_IN_CAPITALS);
    JsonObject json =
        new JsonObject().with("cycle", small ? cells[0] : cells[0].toUpperCase(Locale.ROOT));
    if (!cells[1].isEmpty()) {
      json.with("releaseLabel", cells[1]);
    }
    json.with("releaseDate", cells[2]).with("support", cells[3]);
    if (first && cells[0].equals(END_LEARNED_LATER)) {
      json.with("eol", false);
    } else {
      json.with("eol", cells[4]);
    }
    if (!cells[5].isEmpty()) {
      json.with("extendedSupport", cells[5]);
    }
    json.with("latest", cells[6]);
    if (!cells[7].isEmpty()) {
      json.with("lts", Boolean.parseBoolean(cells[7]));
    }
    return json.toString();
  }

  private static List<String> lines(String product) throws IOException {
    try (InputStream in = SupportCatalogue.class.getResourceAsStream(product + ".csv")) {
      if (in == null) {
        throw new IOException("The program lacks its list of releases: " + product + ".csv");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().toList();
    }
  }
}
