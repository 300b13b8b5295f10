package org.cyberreadiness.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cyberreadiness.batch.validation.RejectReason;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {
  private static List<RawRecord> read(String text) throws IOException {
    CsvRecords records =
        new CsvRecords(
            new Lines(
                Unpacked.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
    List<RawRecord> read = new ArrayList<>();
    for (RawRecord next = records.next(); next != null; next = records.next()) {
      read.add(next);
    }
    return read;
  }

  private static List<String> asTexts(List<RawRecord> records) {
    return records.stream().map(record -> record.line() + ": " + record.fields()).toList();
  }

  /** The second opinion: a library's reader, of text without faults. */
  private static List<String> byLibrary(String text) throws IOException {
    List<String> read = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().skipEmptyLines(true).detectBomHeader(true).allowExtraFields(true).allowMissingFields(true).ofCsvRecord(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      for (CsvRecord record : reader) {
        read.add(record.getStartingLineNumber() + ": " + record.getFields());
      }
    }
    return read;
  }

  @Test
  void rowsAreThoseOfALibraryWhateverTheText() throws Exception {
    Random random = new Random(4180);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      assertThat(asTexts(read(text))).as(text).isEqualTo(byLibrary(text));
    }
  }

  private static String text(Random random) {
    String end = random.nextBoolean() ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    int rows = 1 + random.nextInt(6);
    for (int row = 0; row < rows; row++) {
      int fields = 1 + random.nextInt(4);
      for (int field = 0; field < fields; field++) {
        text.append(field == 0 ? "" : ",").append(field(random, field == 0));
      }
      text.append(row == rows - 1 && random.nextBoolean() ? "" : end);
    }
    return text.toString();
  }

  private static String field(Random random, boolean isFirst) {
    String[] words = {"ZZ901", "Trust", " two words ", "é", "\uD83C\uDFE5", "0", "a\"b"};
    String word = words[random.nextInt(words.length)];
    return switch (random.nextInt(5)) {
      case 0 -> '"' + word.replace("\"", "\"\"") + '"';
      case 1 -> "\"a,b\"";
      case 2 -> "\"line one\nline \"\"two\"\"\"";
      case 3 -> isFirst ? "x" : "";
      default -> word;
    };
  }

  @Test
  void aMarkBeforeAQuotedHeaderIsNoPartOfIt() throws Exception {
    assertThat(read("\uFEFF\"Code\",\"Name\"\n\"ZZ901\",\"EXAMPLE\"\n").get(0).fields())
        .containsExactly("Code", "Name");
  }

  @Test
  void aStrayQuoteLosesItsOwnRowOnly() throws Exception {
    List<RawRecord> rows = read("a,b\n\"never closed,1\nc,d\n\"x\"y,1\ne,f\n");
    assertThat(asTexts(rows))
        .containsExactly("1: [a, b]", "2: []", "3: [c, d]", "4: []", "5: [e, f]");
    assertThat(rows.get(1).fault()).isNotNull();
    assertThat(rows.get(1).fault().reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(rows.get(3).fault().sentence())
        .isEqualTo("A closing quote is followed by something other than a comma.");
  }
}
