package org.cyberreadiness.batch.validation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One typed column of a source: how its raw text is read and what it means. Reader, quarantine and
 * the generated page of the source all work from this declaration.
 *
 * @param name name in the lake
 * @param type type in the lake
 * @param isRequired true when an empty value sets the row aside
 * @param isIncidental true when it decides nothing: a value that cannot be read is left out and
 *     noted, and the row is taken in
 * @param description what it says, in one sentence
 * @param expected what it may hold, in words
 * @param parser raw text to value
 */
public record Column(
    String name,
    Type type,
    boolean isRequired,
    boolean isIncidental,
    String description,
    String expected,
    Parser parser)
    implements Serializable {

  /** Types a column can have. */
  public enum Type {
    TEXT,
    DATE,
    INSTANT,
    WHOLE,
    FLAG
  }

  /** Turns trimmed, non-empty raw text into a value; a null result means that nothing was said. */
  @FunctionalInterface
  public interface Parser extends Serializable {
    @Nullable Object parse(String raw) throws UnreadableValue;
  }

  /**
   * A value that was put in order: dirt the domain knows was taken off it, and that is counted.
   *
   * @param value the value
   */
  public record PutInOrder(Object value) {}

  public Column {
    if (isRequired && isIncidental) {
      throw new IllegalArgumentException(
          "Column " + name + " must be filled, so it decides: it cannot be incidental");
    }
  }

  /** A column that may be empty, and decides. */
  static Column of(String name, Type type, String description, String expected, Parser parser) {
    return new Column(name, type, false, false, description, expected, parser);
  }

  /** The same column, but an empty value sets the row aside. */
  public Column required() {
    return new Column(name, type, true, isIncidental, description, expected, parser);
  }

  /** The same column, but it decides nothing: an unreadable value is left out and noted. */
  public Column incidental() {
    return new Column(name, type, isRequired, true, description, expected, parser);
  }

  /** The same column, read by another parser. */
  public Column parsedBy(String nowExpected, Parser nowParser) {
    return new Column(name, type, isRequired, isIncidental, description, nowExpected, nowParser);
  }
}
