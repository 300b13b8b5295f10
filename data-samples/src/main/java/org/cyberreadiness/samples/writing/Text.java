package org.cyberreadiness.samples.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file's text, UTF-8 with line feeds, handed on in pieces. */
public final class Text {
  private static final int PIECE = 1 << 15;

  private final OutputStream out;
  private final StringBuilder piece = new StringBuilder(PIECE + 4096);

  Text(OutputStream out) {
    this.out = out;
  }

  public Text add(CharSequence words) throws IOException {
    piece.append(words);
    if (piece.length() >= PIECE) {
      flush();
    }
    return this;
  }

  public Text line(CharSequence words) throws IOException {
    piece.append(words).append('\n');
    if (piece.length() >= PIECE) {
      flush();
    }
    return this;
  }

  public Text lines(List<String> many) throws IOException {
    for (String words : many) {
      line(words);
    }
    return this;
  }

  /** Some spreadsheets put this mark before the first header. */
  public Text byteOrderMark() throws IOException {
    return add("\uFEFF");
  }

  /** A CSV row, quoted only where needed. */
  public Text row(Object... cells) throws IOException {
    return line(Csv.row(cells));
  }

  /** A CSV row with every cell in quotes, as ODS writes it. */
  public Text quotedRow(Object... cells) throws IOException {
    return line(Csv.quotedRow(cells));
  }

  void flush() throws IOException {
    out.write(piece.toString().getBytes(StandardCharsets.UTF_8));
    piece.setLength(0);
  }
}
