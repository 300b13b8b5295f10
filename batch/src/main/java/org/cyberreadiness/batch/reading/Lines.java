package org.cyberreadiness.batch.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * Physical lines of a UTF-8 stream with their numbers, without the mark that some programs put
 * before the first. A line that is too long, holds a NUL or is not UTF-8 comes with its fault;
 * memory stays bounded whatever the file holds.
 */
final class Lines implements Closeable {
  /** No source has longer rows; a machine object with many tags has a few thousand bytes. */
  static final int LONGEST = 1 << 20;

  private static final int SHOWN = 1_000;

  /**
   * @param number line number, from 1
   * @param text text without line end; the beginning only when the line has a fault
   * @param fault what is wrong with it; null when nothing
   */
  record Line(long number, String text, @Nullable Finding fault) {}

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = new byte[1 << 12];
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line; null at the end of the stream. */
  @Nullable Line next() throws IOException {
    int length = 0;
    boolean tooLong = false;
    boolean any = false;
    while (true) {
      if (position == limit) {
        limit = in.read(buffer);
        position = 0;
        if (limit <= 0) {
          limit = 0;
          if (!any) {
            return null;
          }
          break;
        }
      }
      any = true;
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      int taken = position - start;
      if (length + taken > LONGEST) {
        tooLong = true;
        taken = Math.max(0, Math.min(taken, LONGEST - length));
      }
      if (length + taken > line.length) {
        line = Arrays.copyOf(line, Math.max(line.length * 2, length + taken));
      }
      System.arraycopy(buffer, start, line, length, taken);
      length += taken;
      if (position < limit) {
        position++;
        break;
      }
    }
    number++;
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return decoded(length, tooLong);
  }

  private Line decoded(int length, boolean tooLong) {
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      byte b = line[i];
      if (b == 0) {
        return faulty(
            length, RejectReason.MALFORMED, "The line holds a NUL character: it is not text.");
      }
      ascii &= b > 0;
    }
    if (tooLong) {
      return faulty(
          length, RejectReason.TOO_LONG, "The line is longer than 1 MB; no row of this source is.");
    }
    if (ascii) {
      return new Line(number, new String(line, 0, length, StandardCharsets.ISO_8859_1), null);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
      return new Line(number, text, null);
    } catch (CharacterCodingException e) {
      return faulty(
          length,
          RejectReason.MALFORMED,
          "The line is not UTF-8. Save the file as UTF-8 and deliver it again.");
    }
  }

  private Line faulty(int length, RejectReason reason, String sentence) {
    String beginning = new String(line, 0, Math.min(length, SHOWN), StandardCharsets.ISO_8859_1);
    return new Line(number, beginning.replace('\0', ' '), new Finding(null, reason, sentence));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
