package org.cyberreadiness.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cyberreadiness.batch.validation.RejectReason;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static List<Lines.Line> read(byte[] bytes) throws IOException {
    List<Lines.Line> read = new ArrayList<>();
    try (Lines lines = new Lines(Unpacked.of(new ByteArrayInputStream(bytes)))) {
      for (Lines.Line next = lines.next(); next != null; next = lines.next()) {
        read.add(next);
      }
    }
    return read;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void linesEndWithOrWithoutCarriageReturnAndTheLastNeedsNoEnd() throws Exception {
    assertThat(read(utf8("a\r\n\nb\nç"))).extracting(Lines.Line::text).containsExactly("a", "", "b", "ç");
    assertThat(read(utf8("a\nb\n"))).extracting(Lines.Line::number).containsExactly(1L, 2L);
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void theMarkBeforeTheFirstLineIsSkippedPackedOrNot() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(utf8("\uFEFFa\n"));
    }
    assertThat(read(utf8("\uFEFFa\n\uFEFFb"))).extracting(Lines.Line::text).containsExactly("a", "\uFEFFb");
    assertThat(read(packed.toByteArray())).extracting(Lines.Line::text).containsExactly("a");
  }

  @Test
  void aLineThatIsNoTextIsAFaultOfItAlone() throws Exception {
    byte[] bytes = utf8("a\nb?\nc\0\nd\n");
    bytes[3] = (byte) 0xC3;
    List<Lines.Line> lines = read(bytes);
    assertThat(lines)
        .extracting(line -> line.fault() == null ? "" : line.fault().reason())
        .containsExactly("", RejectReason.MALFORMED, RejectReason.MALFORMED, "");
  }

  @Test
  void aLineLongerThanAnyRowIsAFaultAndTheNextIsRead() throws Exception {
    List<Lines.Line> lines = read(utf8("x".repeat(Lines.LONGEST + 1) + "\nb"));
    assertThat(lines.get(0).fault().reason()).isEqualTo(RejectReason.TOO_LONG);
    assertThat(lines.get(0).text()).hasSize(1_000);
    assertThat(lines.get(1).text()).isEqualTo("b");
  }
}
