package org.cyberreadiness.batch.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** The page of one source, from the declaration that its reader works by. */
final class SourcePage {
  private static final Path FORMATS = Path.of("../data-samples/formats");

  private SourcePage() {}

  /** Markdown of the page. */
  static String of(Source source) throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(source.title()).append("\n\n");
    page.append(source.description()).append("\n\n");
    page.append("- Files: `landing/").append(source.name()).append("/`, any name");
    page.append(
        source.layouts().stream().anyMatch(Layout::readsName) ? " that says what it is" : "");
    page.append("; `.gz` is unpacked. Table of the lake: `").append(source.table()).append("`.\n");
    page.append("- Due: ");
    page.append(
        source.cadenceDays() == null
            ? "not expected regularly."
            : "a new file within " + source.cadenceDays() + " days.");
    page.append('\n').append("- Speaks as at: ").append(asAt(source.asAt())).append('\n');
    page.append("- A file lists ")
        .append(source.asAt().isWhole() ? "everything there is on its day." : "what happened.")
        .append("\n- Read by: ")
        .append(readers(source))
        .append(".\n\n## Columns\n\n");
    page.append("| column | type | may hold | must be filled | says |\n|---|---|---|---|---|\n");
    for (Column column : source.columns()) {
      page.append("| `").append(column.name()).append("` | ");
      page.append(column.type().name().toLowerCase(Locale.ROOT)).append(" | ");
      page.append(cell(column.expected())).append(" | ");
      page.append(column.isRequired() ? "yes" : "").append(" | ");
      page.append(cell(column.description()))
          .append(
              column.isIncidental()
                  ? " (decides nothing: a value that cannot be read is left out)"
                  : "");
      page.append(" |\n");
    }
    page.append(
            "\nBlanks at the ends are taken off and codes are put in upper case: that is counted as put in")
        .append(" order. Words are read in any case. A column of the file that no column above")
        .append(" reads is dropped at the door and never kept.\n\n## Layouts\n");
    for (Layout layout : source.layouts()) {
      page.append("\n### ").append(layout.vintage()).append("\n\n").append(framing(layout));
      page.append("\n\n| in the file | column |\n|---|---|\n");
      layout.bindings().forEach((column, header) -> page.append(binding(layout, column, header)));
      layout
          .defaults()
          .forEach(
              (column, text) ->
                  page.append("\nWhere the file leaves `")
                      .append(column)
                      .append("` out, it says: ")
                      .append(text)
                      .append(".\n"));
    }
    return page.append(examples(source)).toString();
  }

  private static String asAt(Source.AsAt asAt) {
    String otherwise =
        asAt.fileColumn() == null
            ? ""
            : ", else the largest `" + asAt.fileColumn() + "` in the file";
    String last =
        asAt.isNightAssumed()
            ? ", else the night that takes it in."
            : "; a file that does not say its day is refused.";
    return asAt.rowColumns().isEmpty()
        ? "the day in the file's name, else of a folder named YYYY-MM-DD" + otherwise + last
        : "each row its own day ("
            + asAt.rowColumns().stream()
                .map(c -> "`" + c + "`")
                .collect(Collectors.joining(", else "))
            + "), else the day in the file's name or folder"
            + last;
  }

  private static String readers(Source source) {
    TreeSet<String> readers = new TreeSet<>();
    for (String folder : List.of("fact", "inventory", "practice")) {
      for (String path : OwnFiles.below(folder)) {
        if (path.endsWith(".sql")
            && !path.endsWith(".checks.sql")
            && SqlFile.of(path).reads().contains(source.table())) {
          readers.add("`" + path + "`");
        }
      }
    }
    return readers.isEmpty()
        ? "kept in the lake; no fact reads it yet"
        : String.join(", ", readers);
  }

  private static String framing(Layout layout) {
    return switch (layout.framing()) {
      case CSV_HEADER -> "CSV with a header row (RFC 4180, UTF-8).";
      case CSV_POSITION ->
          "CSV without header, " + layout.fieldCount() + " columns (RFC 4180, UTF-8).";
      case JSON ->
          "JSON: one object a line, a list, or a page `{\"value\": […]}` (also `items`, `hosts`).";
    };
  }

  private static String binding(Layout layout, String column, String header) {
    String where =
        header.startsWith("@")
            ? "the file's name"
            : header.startsWith("~")
                ? "a column like `" + header.substring(1) + "`"
                : layout.framing() == Layout.Framing.CSV_POSITION
                    ? "column " + header
                    : "`" + header + "`";
    String optional = layout.optionalHeaders().contains(header) ? " (may be missing)" : "";
    return "| " + cell(where + optional) + " | `" + column + "` |\n";
  }

  private static String examples(Source source) throws IOException {
    StringBuilder text = new StringBuilder("\n## Examples\n\n");
    for (String kind : List.of("good", "broken")) {
      try (Stream<Path> files = Files.walk(FORMATS.resolve(source.name()).resolve(kind))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String relative = FORMATS.relativize(file).toString();
          text.append("- [")
              .append(relative)
              .append("](../../data-samples/formats/")
              .append(relative.replace(" ", "%20"))
              .append(")\n");
        }
      }
    }
    Map<String, String> meanings = new TreeMap<>();
    OwnFiles.text("snapshot/vocabulary/reject_reason.csv")
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] fields = line.split(",", 5);
              meanings.put(fields[0], fields[4].replaceAll("^\"|\"?,$", ""));
            });
    Map<String, TreeSet<String>> codes = new TreeMap<>();
    for (String line : Files.readAllLines(FORMATS.resolve("expected.csv"))) {
      String[] fields = line.split(",", -1);
      if (fields[0].equals(source.name()) && !fields[2].isEmpty()) {
        codes.computeIfAbsent(fields[3], c -> new TreeSet<>()).add(fields[1] + " " + fields[2]);
      }
    }
    if (!codes.isEmpty()) {
      text.append(
          "\nRows set aside, or values left out, in the broken ones:\n\n| code | means | file and line |\n|---|---|---|\n");
      codes.forEach(
          (code, lines) ->
              text.append("| `")
                  .append(code)
                  .append("` | ")
                  .append(cell(meanings.getOrDefault(code.replace("left out: ", ""), "")))
                  .append(" | ")
                  .append(String.join("; ", lines))
                  .append(" |\n"));
    }
    return text.append(
            "\nMade by the test `DocumentationTest` from the declaration of the source; do not edit.\n")
        .toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
