package org.cyberreadiness.batch.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects with the line each begins on: one object a line, an array, or a page whose array
 * stands in a field ({@code value}, {@code items}, {@code hosts}). A broken line of the first form
 * is a row set aside; a broken page is refused whole, for what follows the fault cannot be told.
 * Nested fields are named with dots; arrays of texts are joined by {@code |}.
 */
final class JsonRecords implements Records {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Lines.LONGEST)
                  .maxNestingDepth(50)
                  .build())
          .build();

  private static final Pattern TOKEN =
      Pattern.compile("'(?!true'|false'|null')[^']{2,}'|\"[^\"]{2,}\"");
  private static final Set<String> PAGE_FIELDS = Set.of("value", "items", "hosts");

  private final List<String> names;
  private final JsonFields fieldsOf;
  private final @Nullable Lines lines;
  private final @Nullable JsonParser page;

  private JsonRecords(List<String> names, @Nullable Lines lines, @Nullable JsonParser page) {
    this.names = names;
    this.lines = lines;
    this.page = page;
    fieldsOf = new JsonFields(names);
  }

  /**
   * @param in the file's text
   * @param names fields to read
   */
  static JsonRecords open(InputStream in, List<String> names) throws IOException, UnreadableFile {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 17);
    buffered.mark(1 << 16);
    byte[] head = buffered.readNBytes((1 << 16) - 1);
    buffered.reset();
    if (isOneObjectALine(head)) {
      return new JsonRecords(names, new Lines(buffered), null);
    }
    JsonParser parser = FACTORY.createParser(buffered);
    JsonRecords records = new JsonRecords(names, null, parser);
    records.toArray(parser);
    return records;
  }

  /**
   * True when the rows are one object a line: the first line is an object that is no page, or it is
   * damaged and the second line begins another object.
   */
  private static boolean isOneObjectALine(byte[] head) {
    String[] first = new String(head, StandardCharsets.UTF_8).strip().split("\n", 3);
    String line = first[0].strip();
    if (!line.startsWith("{")) {
      return false;
    }
    try (JsonParser parser = FACTORY.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && PAGE_FIELDS.contains(name)) {
          return false;
        }
        parser.skipChildren();
      }
      return true;
    } catch (IOException e) {
      return line.length() > 1 && first.length > 1 && first[1].strip().startsWith("{");
    }
  }

  private void toArray(JsonParser parser) throws IOException, UnreadableFile {
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        return;
      }
      if (token != JsonToken.START_OBJECT) {
        throw new UnreadableFile(
            "The file is not JSON: it begins with neither an object nor an array.");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && PAGE_FIELDS.contains(name)) {
          return;
        }
        parser.skipChildren();
      }
    } catch (JsonProcessingException e) {
      throw cut(e);
    }
    throw new UnreadableFile(
        "The file holds one JSON object without a list of rows. Expected one object a line, or a"
            + " page such as {\"value\":[…]}.");
  }

  @Override
  public List<String> headers() {
    return names;
  }

  @Override
  public @Nullable RawRecord next() throws IOException, UnreadableFile {
    return lines != null ? nextLine(lines) : nextOfPage();
  }

  private @Nullable RawRecord nextLine(Lines from) throws IOException {
    Lines.Line line = from.next();
    while (line != null && line.fault() == null && line.text().isBlank()) {
      line = from.next();
    }
    if (line == null) {
      return null;
    }
    if (line.fault() != null) {
      return new RawRecord(line.number(), List.of(), line.fault(), line.text());
    }
    try (JsonParser parser = FACTORY.createParser(line.text())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return broken(line, "The line is not a JSON object.");
      }
      @Nullable String[] fields = fieldsOf.read(parser);
      if (parser.nextToken() != null) {
        return broken(line, "Something follows the JSON object on its line.");
      }
      return new RawRecord(line.number(), Arrays.asList(fields), null, "");
    } catch (JsonProcessingException e) {
      return broken(line, "The line is not valid JSON: " + sentence(e) + ".");
    }
  }

  private static RawRecord broken(Lines.Line line, String sentence) {
    return new RawRecord(
        line.number(), List.of(), new Finding(null, RejectReason.MALFORMED, sentence), line.text());
  }

  private @Nullable RawRecord nextOfPage() throws IOException, UnreadableFile {
    JsonParser parser = java.util.Objects.requireNonNull(page);
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      if (token == JsonToken.END_ARRAY) {
        // what follows the list must be whole too: a page cut in the middle throws here
        while (parser.nextToken() != null) {
          parser.skipChildren();
        }
        return null;
      }
      long line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return new RawRecord(
            line,
            List.of(),
            new Finding(
                null, RejectReason.MALFORMED, "The list holds something that is no object."),
            "");
      }
      @Nullable String[] fields = fieldsOf.read(parser);
      return new RawRecord(line, Arrays.asList(fields), null, "");
    } catch (JsonProcessingException e) {
      throw cut(e);
    }
  }

  private static UnreadableFile cut(JsonProcessingException e) {
    return new UnreadableFile(
        "The file is not whole, valid JSON: "
            + sentence(e)
            + " (line "
            + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNr())
            + "). Deliver it again.");
  }

  private static String sentence(JsonProcessingException e) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
    // a quoted token is text of the file, and may be personal
    String masked = TOKEN.matcher(first).replaceAll("(masked)");
    String cut = masked.length() > 160 ? masked.substring(0, 160) + "…" : masked;
    return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
    if (page != null) {
      page.close();
    }
  }
}
