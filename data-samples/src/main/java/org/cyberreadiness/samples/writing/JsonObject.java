package org.cyberreadiness.samples.writing;

import java.util.List;

/** A JSON object on one line, its fields in the order in which they were given. */
public final class JsonObject {
  private final StringBuilder json = new StringBuilder(512).append('{');

  public JsonObject with(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  public JsonObject with(String name, long value) {
    name(name);
    json.append(value);
    return this;
  }

  public JsonObject with(String name, boolean value) {
    name(name);
    json.append(value);
    return this;
  }

  public JsonObject with(String name, List<String> values) {
    name(name);
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      string(values.get(i));
    }
    json.append(']');
    return this;
  }

  public JsonObject without(String name) {
    name(name);
    json.append("null");
    return this;
  }

  @Override
  public String toString() {
    return json + "}";
  }

  private void name(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    string(name);
    json.append(':');
  }

  private void string(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      switch (letter) {
        case '"', '\\' -> json.append('\\').append(letter);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        case '\r' -> json.append("\\r");
        default -> {
          if (letter < ' ') {
            throw new IllegalArgumentException("Control character in: " + value);
          }
          json.append(letter);
        }
      }
    }
    json.append('"');
  }
}
