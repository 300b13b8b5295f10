package org.cyberreadiness.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing made up can be mistaken for something real. */
class MadeUpTest {
  private static final GeneratedSample SAMPLE = GeneratedSample.DEFAULT;

  @Test
  void noCodeHasTheShapeOfARealOne() {
    // Of 64,201 codes in a national export and 25,481 successions none starts with ZZ;
    // real ICB codes are Q and two characters.
    Stream<String> listed =
        SAMPLE.files("ods/e").stream()
            .flatMap(file -> SAMPLE.rows(file).stream())
            .map(List::getFirst);
    Stream<String> inspected =
        SAMPLE.files("cyber-inspections").stream()
            .flatMap(file -> SAMPLE.rows(file).stream().skip(1))
            .map(row -> row.get(1));

    Set<String> codes =
        Stream.of(listed, inspected, exported().map(Export::code))
            .flatMap(all -> all)
            .collect(Collectors.toSet());

    assertThat(codes)
        .hasSizeGreaterThan(1100)
        .allMatch(code -> code.matches("(?i)ZZ[A-Z]\\d+|QZ\\d\\d"));
  }

  @Test
  void everyNameSaysExampleAndIsBorneOnce() {
    Map<String, String> names = new HashMap<>();
    exported().forEach(row -> names.put(row.code(), row.name()));
    SAMPLE.files("ods/e").stream()
        .flatMap(file -> SAMPLE.rows(file).stream())
        .forEach(row -> names.put(row.getFirst(), row.get(1)));

    assertThat(names.values()).allMatch(name -> name.contains("Example"));
    assertThat(names.values()).doesNotHaveDuplicates();
  }

  @Test
  void onlyTheSevenRegionsAreReal() {
    Set<String> icbs =
        SAMPLE.files("ods/sub_icb").stream()
            .flatMap(file -> SAMPLE.rows(file).stream().skip(1))
            .map(row -> row.get(4) + " in " + row.get(7))
            .collect(Collectors.toSet());

    assertThat(icbs).hasSize(42);
    assertThat(icbs.stream().map(icb -> icb.substring(icb.length() - 3)).distinct())
        .containsExactlyInAnyOrder("Y56", "Y58", "Y59", "Y60", "Y61", "Y62", "Y63");
  }

  private static Stream<Export> exported() {
    return SAMPLE.files("dspt").stream()
        .flatMap(
            file -> {
              List<List<String>> rows = SAMPLE.rows(file);
              boolean nameFirst = rows.getFirst().getFirst().contains("Name");
              return rows.stream()
                  .skip(1)
                  .map(
                      row ->
                          nameFirst
                              ? new Export(row.get(1), row.get(0).strip())
                              : new Export(row.get(0), row.get(1).strip()));
            })
        .map(row -> new Export(row.code().toUpperCase(java.util.Locale.ROOT), row.name()));
  }

  private record Export(String code, String name) {}
}
