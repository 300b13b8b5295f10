package org.cyberreadiness.batch.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The text of a file: what gzip packed is unpacked, and a byte-order mark before it is skipped. */
final class Unpacked {
  private static final int BUFFER = 1 << 16;
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};

  private Unpacked() {}

  static InputStream of(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    return withoutMark(
        begins(buffered, 0x1f, 0x8b)
            ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER)
            : buffered);
  }

  private static InputStream withoutMark(BufferedInputStream in) throws IOException {
    if (begins(in, MARK)) {
      in.skipNBytes(MARK.length);
    }
    return in;
  }

  private static boolean begins(BufferedInputStream in, int... bytes) throws IOException {
    in.mark(bytes.length);
    boolean begins = true;
    for (int b : bytes) {
      begins = begins && in.read() == b;
    }
    in.reset();
    return begins;
  }
}
