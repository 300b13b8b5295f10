package org.cyberreadiness.batch.reading;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 rows with the line each begins on. Libraries read on from a stray quote to the end of
 * the file; here only the row with the fault is lost: reading goes on at the next line.
 */
final class CsvRecords implements Records {
  private static final int LINES_OF_A_ROW = 20;

  private final Lines lines;
  private final ArrayDeque<Lines.Line> ahead = new ArrayDeque<>();

  CsvRecords(Lines lines) {
    this.lines = lines;
  }

  @Override
  public @Nullable List<String> headers() {
    return null;
  }

  @Override
  public @Nullable RawRecord next() throws IOException {
    Lines.Line line = nextLine();
    while (line != null && line.fault() == null && line.text().isBlank()) {
      line = nextLine();
    }
    if (line == null) {
      return null;
    }
    if (line.fault() != null) {
      return new RawRecord(line.number(), List.of(), line.fault(), line.text());
    }
    List<@Nullable String> fields = new ArrayList<>();
    Split split = split(line.text(), fields);
    if (split == Split.OPEN) {
      split = joined(line, fields);
    }
    return split == Split.DONE
        ? new RawRecord(line.number(), fields, null, "")
        : new RawRecord(line.number(), List.of(), quoteFault(split), line.text());
  }

  private Lines.@Nullable Line nextLine() throws IOException {
    Lines.Line line = ahead.poll();
    return line != null ? line : lines.next();
  }

  /** A quoted field may run over several lines; if it is not closed soon, the quote is a fault. */
  private Split joined(Lines.Line first, List<@Nullable String> fields) throws IOException {
    List<Lines.Line> taken = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text());
    Split split = Split.OPEN;
    while (split == Split.OPEN && taken.size() < LINES_OF_A_ROW) {
      Lines.Line line = nextLine();
      if (line == null) {
        break;
      }
      taken.add(line);
      if (line.fault() != null) {
        break;
      }
      text.append('\n').append(line.text());
      fields.clear();
      split = split(text.toString(), fields);
    }
    if (split != Split.DONE) {
      for (int i = taken.size() - 1; i >= 0; i--) {
        ahead.addFirst(taken.get(i));
      }
    }
    return split;
  }

  private static Finding quoteFault(Split split) {
    return new Finding(
        null,
        RejectReason.MALFORMED,
        split == Split.OPEN
            ? "A quote is opened and not closed."
            : "A closing quote is followed by something other than a comma.");
  }

  private enum Split {
    DONE,
    OPEN,
    BROKEN
  }

  private static Split split(String text, List<@Nullable String> fields) {
    int i = 0;
    int length = text.length();
    while (true) {
      if (i < length && text.charAt(i) == '"') {
        StringBuilder field = new StringBuilder();
        i++;
        while (true) {
          int quote = text.indexOf('"', i);
          if (quote < 0) {
            return Split.OPEN;
          }
          field.append(text, i, quote);
          i = quote + 1;
          if (i < length && text.charAt(i) == '"') {
            field.append('"');
            i++;
          } else {
            break;
          }
        }
        fields.add(field.toString());
        if (i < length && text.charAt(i) != ',') {
          return Split.BROKEN;
        }
      } else {
        int comma = text.indexOf(',', i);
        int end = comma < 0 ? length : comma;
        fields.add(text.substring(i, end));
        i = end;
      }
      if (i >= length) {
        return Split.DONE;
      }
      i++;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
