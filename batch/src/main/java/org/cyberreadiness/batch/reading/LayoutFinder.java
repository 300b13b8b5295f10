package org.cyberreadiness.batch.reading;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Layout.Framing;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vintage of a file's layout by its header, its number of fields or its first objects; or
 * refuses it with the nearest one and the difference.
 */
final class LayoutFinder {
  private static final int ROWS_TO_KNOW_A_LAYOUT = 5;

  /**
   * What was found.
   *
   * @param layout the vintage
   * @param headers header row; null where there is none
   * @param rows the first data rows, which had to be read to know
   */
  record Found(Layout layout, @Nullable List<String> headers, ArrayDeque<RawRecord> rows) {}

  private final Source source;
  private final ArrayDeque<RawRecord> first = new ArrayDeque<>();

  private LayoutFinder(Source source) {
    this.source = source;
  }

  /** True when the source's files are JSON. */
  static boolean isJson(Source source) {
    return source.layouts().stream().allMatch(layout -> layout.framing() == Framing.JSON);
  }

  /** Fields of JSON objects that any layout reads. */
  static List<String> jsonFields(Source source) {
    LinkedHashSet<String> fields = new LinkedHashSet<>();
    source.layouts().forEach(layout -> fields.addAll(layout.bindings().values()));
    fields.removeIf(field -> field.startsWith("@"));
    return List.copyOf(fields);
  }

  /**
   * Finds the layout of a file.
   *
   * @throws UnreadableFile when no vintage fits
   */
  static Found find(Source source, Records records) throws IOException, UnreadableFile {
    LayoutFinder finder = new LayoutFinder(source);
    while (finder.first.size() < ROWS_TO_KNOW_A_LAYOUT) {
      RawRecord raw = records.next();
      if (raw == null) {
        break;
      }
      finder.first.add(raw);
    }
    return isJson(source) ? finder.ofObjects(records) : finder.ofHeader();
  }

  /** The JSON layout with most of its fields in the first objects. */
  private Found ofObjects(Records records) throws UnreadableFile {
    List<String> names = Objects.requireNonNull(records.headers());
    Set<String> present = new LinkedHashSet<>();
    for (RawRecord raw : first) {
      for (int i = 0; i < raw.fields().size(); i++) {
        if (raw.fields().get(i) != null) {
          present.add(names.get(i));
        }
      }
    }
    Layout best =
        source.layouts().stream()
            .max(
                Comparator.comparingLong(
                    layout ->
                        layout.bindings().values().stream().filter(present::contains).count()))
            .orElseThrow();
    if (present.isEmpty() && first.stream().anyMatch(raw -> raw.fault() == null)) {
      throw new UnreadableFile(
          "No object has any field of this source. Nearest layout: "
              + best.vintage()
              + " with fields "
              + String.join(", ", best.bindings().values())
              + ". Is the file in the right folder?");
    }
    return new Found(best, names, first);
  }

  private Found ofHeader() throws UnreadableFile {
    RawRecord top = first.peek();
    if (top == null) {
      throw new UnreadableFile("The file is empty. Expected " + expectations() + ".");
    }
    List<String> header = top.fields().stream().map(field -> field == null ? "" : field).toList();
    Layout nearest = null;
    List<String> leastDifferences = new ArrayList<>();
    for (Layout candidate : source.layouts()) {
      if (candidate.framing() == Framing.CSV_POSITION) {
        if (first.stream().anyMatch(raw -> raw.fields().size() == candidate.fieldCount())) {
          return new Found(candidate, null, first);
        }
        continue;
      }
      List<String> differences = candidate.differences(header);
      if (differences.isEmpty()) {
        first.remove();
        return new Found(candidate, header, first);
      }
      if (nearest == null || differences.size() < leastDifferences.size()) {
        nearest = candidate;
        leastDifferences = differences;
      }
    }
    throw new UnreadableFile(refusal(top, nearest, leastDifferences));
  }

  private String refusal(RawRecord top, @Nullable Layout nearest, List<String> differences) {
    if (nearest == null) {
      return "The rows have " + top.fields().size() + " fields. Expected " + expectations() + ".";
    }
    if (top.fault() != null) {
      return "The header cannot be read: "
          + top.fault().sentence()
          + " Expected "
          + expectations()
          + ".";
    }
    return "The header fits no known layout. Nearest: "
        + nearest.vintage()
        + "; "
        + String.join("; ", differences)
        + ".";
  }

  private String expectations() {
    return source.layouts().stream()
        .map(
            layout ->
                layout.framing() == Framing.CSV_POSITION
                    ? layout.fieldCount() + " fields without header (" + layout.vintage() + ")"
                    : "the header of " + layout.vintage())
        .collect(Collectors.joining(", or "));
  }
}
