package org.cyberreadiness.batch.fact;

import java.util.Arrays;
import java.util.List;
import org.cyberreadiness.batch.resource.RuleFiles;

/**
 * One {@code .sql} file with the header that says what it yields and reads.
 *
 * @param name name of the fact: the file's name without ending
 * @param reads views it reads
 * @param text the whole text
 */
public record SqlFile(String name, List<String> reads, String text) {
  private static final String READS = "-- reads:";

  /** Reads one of the batch's own files. */
  public static SqlFile of(String path) {
    return of(RuleFiles.own(), path);
  }

  /**
   * Reads a file.
   *
   * @param files the batch's own files, and perhaps those of a folder
   * @param path path such as {@code fact/estate.sql}
   * @throws IllegalStateException when its header lacks a line
   */
  public static SqlFile of(RuleFiles files, String path) {
    String text = files.text(path);
    String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".sql".length());
    return of(path, name, text);
  }

  static SqlFile of(String path, String name, String text) {
    for (String line : List.of("-- " + name + ": one row is", READS, "-- rule:", "-- null:")) {
      if (!text.contains(line)) {
        throw new IllegalStateException("The header of " + path + " lacks the line '" + line + "'");
      }
    }
    String reads = text.lines().filter(l -> l.startsWith(READS)).findFirst().orElseThrow();
    return new SqlFile(
        name,
        Arrays.stream(reads.substring(READS.length()).split(",", -1)).map(String::strip).toList(),
        text);
  }
}
