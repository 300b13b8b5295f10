package org.cyberreadiness.samples.nation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The words that made-up names are built of; they stand in words.txt. */
final class Words {
  static final List<String> PLACE_STARTS = of("place starts");
  static final List<String> PLACE_ENDS = of("place ends");
  static final List<String> AREAS = of("areas");
  static final List<String> STREETS = of("streets");
  static final List<String> PRACTICES = of("practices");
  static final List<String> PHARMACIES = of("pharmacies");
  static final List<String> DENTISTS = of("dentists");
  static final List<String> OPTICIANS = of("opticians");
  static final List<String> CARE_SITES = of("care sites");
  static final List<String> CARE_HEAD_OFFICES = of("care head offices");
  static final List<String> COMPANIES = of("companies");

  private Words() {}

  /** The words under a heading, up to the next empty line. */
  private static List<String> of(String heading) {
    String all = all();
    int from = all.indexOf("\n" + heading + ":\n");
    if (from < 0) {
      throw new IllegalStateException("words.txt has no heading: " + heading);
    }
    int first = from + heading.length() + 3;
    int end = all.indexOf("\n\n", first);
    String words = end < 0 ? all.substring(first) : all.substring(first, end);
    return Stream.of(words.replaceAll("\\s+", " ").split(",", -1)).map(String::strip).toList();
  }

  private static String all() {
    try (InputStream in = Words.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its list of words: words.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
