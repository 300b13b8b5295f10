package org.cyberreadiness.batch.fact;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String SAID = "said";
  private static final String BY_NIGHT = "-- by: night";
  private static final Pattern START = Pattern.compile("(?m)^with\\s");

  /**
   * True when its header says that the rows of a night follow from the same night's rows of what it
   * reads by night, and from all rows of the rest: then only nights are computed that changed.
   */
  public boolean isByNight() {
    return text.lines().anyMatch(line -> line.strip().equals(BY_NIGHT));
  }

  /** The markers among some names that the text names. */
  public Set<String> markers(Collection<String> names) {
    Set<String> named = new TreeSet<>();
    for (String name : names) {
      if (Pattern.compile(":" + Pattern.quote(name) + "\\b").matcher(text).find()) {
        named.add(name);
      }
    }
    return named;
  }

  /**
   * The text in which some views are only the rows that a condition lets through.
   *
   * @param views views it reads
   * @param condition condition on their columns, as SQL
   */
  String where(Collection<String> views, String condition) {
    StringBuilder named = new StringBuilder();
    for (String view : new TreeSet<>(views)) {
      named.append(view).append(" as (select * from ").append(view);
      named.append(" where ").append(condition).append("),\n");
    }
    Matcher start = START.matcher(text);
    if (start.find()) {
      return text.substring(0, start.start()) + "with " + named + text.substring(start.end());
    }
    return "with " + named + "whole as (\n" + text + "\n)\nselect * from whole";
  }

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

  /**
   * What this file yields, judged: the judge's query with this one as its first named thought,
   * {@code said}.
   *
   * @param judge a file that reads {@code said} and begins, after its header, with {@code with}
   * @throws IllegalStateException when it does not
   */
  public SqlFile judgedBy(SqlFile judge) {
    Matcher start = START.matcher(judge.text());
    if (!start.find() || !judge.reads().contains(SAID)) {
      throw new IllegalStateException(
          "The judge " + judge.name() + " must read said and begin with 'with'");
    }
    TreeSet<String> all = new TreeSet<>(reads);
    all.addAll(judge.reads());
    all.remove(SAID);
    String judged =
        judge.text().substring(0, start.start())
            + "with said as (\n"
            + text
            + "\n),\n"
            + judge.text().substring(start.end());
    return new SqlFile(name, List.copyOf(all), judged);
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
