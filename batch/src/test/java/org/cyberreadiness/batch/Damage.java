package org.cyberreadiness.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Damages good files as people, programs and wires do. */
final class Damage {
  private static final String[] BAD_VALUES = {
    "",
    " ",
    "31/02/2020",
    "2022-13-45",
    "0000-00-00",
    "1066-10-14",
    "-1",
    "-99999999999999999999",
    "1e400",
    "NaN",
    "9223372036854775808",
    "0x1F",
    "null",
    "#REF!",
    "=cmd|'/c calc'!A1",
    "café ☃ \uD83D\uDE00",
    "x".repeat(5_000),
    "\u202Eevil",
    "%s%n",
    "'; drop table source_file; --"
  };

  private final Random random;

  Damage(Random random) {
    this.random = random;
  }

  /** What may happen to a file as a whole. */
  enum OfFile {
    OTHER_HEADER,
    SHUFFLED_COLUMNS,
    MISSING_COLUMN,
    UTF_16,
    LATIN_1,
    BYTE_ORDER_MARK,
    STRAY_QUOTE,
    NULS,
    CUT,
    FLIPPED,
    EMPTY,
    CUT_GZIP,
    FLIPPED_GZIP,
    TWICE,
    CARRIAGE_RETURNS
  }

  byte[] of(OfFile kind, byte[] whole) throws IOException {
    String text = new String(whole, StandardCharsets.UTF_8);
    return switch (kind) {
      case OTHER_HEADER -> utf8("X" + text.replaceFirst("[A-Za-z]{4}", "Zzzz"));
      case SHUFFLED_COLUMNS -> utf8(columns(text, 0));
      case MISSING_COLUMN -> utf8(columns(text, 1));
      case UTF_16 -> text.getBytes(StandardCharsets.UTF_16);
      case LATIN_1 -> text.replace('e', 'é').getBytes(StandardCharsets.ISO_8859_1);
      case BYTE_ORDER_MARK -> utf8("\uFEFF\uFEFF" + text.replace("\n", "\n\uFEFF"));
      case STRAY_QUOTE -> utf8(insert(text, "\""));
      case NULS -> utf8(insert(text, "\0\0\0"));
      case CUT -> Arrays.copyOf(whole, random.nextInt(whole.length));
      case FLIPPED -> flipped(whole, 1 + whole.length / 100);
      case EMPTY -> new byte[0];
      case CUT_GZIP -> Arrays.copyOf(packed(whole), packed(whole).length * 2 / 3);
      case FLIPPED_GZIP -> flipped(packed(whole), 3);
      case TWICE -> utf8(text + text);
      case CARRIAGE_RETURNS -> utf8(text.replace("\n", "\r"));
    };
  }

  /** A file of so many rows, each of them a row of the good file with one damage. */
  byte[] rows(byte[] whole, int rows) throws IOException {
    List<String> lines = new String(whole, StandardCharsets.UTF_8).lines().toList();
    String head = lines.get(0);
    boolean isPage = head.startsWith("[") || (head.startsWith("{") && head.endsWith("["));
    boolean isJson = head.startsWith("{") || head.startsWith("[");
    List<String> good =
        isJson && !isPage ? lines : lines.subList(Math.min(1, lines.size() - 1), lines.size());
    if (isPage) {
      good = good.stream().filter(line -> line.strip().startsWith("{")).map(Damage::bare).toList();
    }
    if (good.isEmpty()) {
      return whole;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!isJson || isPage) {
      out.write(utf8(head + "\n"));
    }
    for (int i = 0; i < rows; i++) {
      String row = good.get(random.nextInt(good.size()));
      if (isPage) {
        // several rows on a line, as programs write pages
        String end = i == rows - 1 ? "\n" : i % 3 == 0 ? "," : ",\n";
        out.write(utf8(jsonValue(row) + end));
      } else {
        out.write(isJson && random.nextInt(3) > 0 ? utf8(jsonValue(row)) : row(row));
        out.write('\n');
      }
    }
    if (isPage) {
      out.write(utf8(head.startsWith("[") ? "]" : "]}"));
    }
    return out.toByteArray();
  }

  private static String bare(String line) {
    String text = line.strip();
    while (!text.endsWith("}") || (text.endsWith("]}") && !text.contains("["))) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }

  private byte[] row(String row) {
    return switch (random.nextInt(10)) {
      case 0 -> utf8(value(row));
      case 1 -> utf8(row + "," + badValue());
      case 2 -> utf8(row.contains(",") ? row.substring(0, row.lastIndexOf(',')) : "");
      case 3 -> utf8(insert(row, "\""));
      case 4 -> utf8(insert(row, "\0"));
      case 5 -> insert(row, "é").getBytes(StandardCharsets.ISO_8859_1);
      case 6 -> withoutLineEnds(flipped(utf8(row), 1));
      case 7 -> utf8(row.substring(0, random.nextInt(row.length() + 1)));
      case 8 -> utf8(insert(row, "\u00A0\uFEFF\t"));
      default -> utf8(value(value(row)));
    };
  }

  private static byte[] withoutLineEnds(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '\n' ? (byte) '?' : bytes[i];
    }
    return bytes;
  }

  /** A CSV row with a bad value in the place of one of its fields. */
  private String value(String row) {
    List<String> fields = new ArrayList<>(Arrays.asList(row.split(",", -1)));
    fields.set(random.nextInt(fields.size()), badValue());
    return String.join(",", fields);
  }

  private String badValue() {
    String value = BAD_VALUES[random.nextInt(BAD_VALUES.length)];
    // the very long one now and then only
    return value.length() > 1_000 && random.nextInt(20) > 0 ? "?" : value;
  }

  /** A JSON object with another value, or none, in the place of one of its texts. */
  private String jsonValue(String object) {
    List<int[]> values = new ArrayList<>();
    int from = 0;
    while (true) {
      int start = object.indexOf("\":\"", from);
      int end = start < 0 ? -1 : object.indexOf('"', start + 3);
      if (end < 0) {
        break;
      }
      values.add(new int[] {start + 2, end + 1});
      from = end;
    }
    if (values.isEmpty()) {
      return object;
    }
    int[] place = values.get(random.nextInt(values.size()));
    String instead =
        switch (random.nextInt(6)) {
          case 0 -> "null";
          case 1 -> "-17";
          case 2 -> "{\"a\":[{},[]]}";
          case 3 -> "[\"a\",null,[1],true]";
          default -> '"' + badValue().replace("\\", "").replace("\"", "") + '"';
        };
    return object.substring(0, place[0]) + instead + object.substring(place[1]);
  }

  private String columns(String text, int without) {
    List<String> lines = text.lines().toList();
    int size = lines.get(0).split(",", -1).length;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Integer> kept = order.subList(0, Math.max(1, size - without));
    List<String> rearranged = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      rearranged.add(
          String.join(",", kept.stream().map(i -> i < fields.length ? fields[i] : "").toList()));
    }
    return String.join("\n", rearranged) + "\n";
  }

  private String insert(String text, String what) {
    int place = random.nextInt(text.length() + 1);
    return text.substring(0, place) + what + text.substring(place);
  }

  private byte[] flipped(byte[] bytes, int times) {
    byte[] damaged = bytes.clone();
    for (int i = 0; i < times; i++) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }

  /** Two hundred megabytes of zeros in two hundred kilobytes. */
  byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  /** The good file with a line of ten megabytes after its first. */
  byte[] longLine(byte[] whole) {
    String text = new String(whole, StandardCharsets.UTF_8);
    int end = text.indexOf('\n') + 1;
    return utf8(text.substring(0, end) + "y".repeat(10 << 20) + "\n" + text.substring(end));
  }

  private static byte[] packed(byte[] whole) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(whole);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
