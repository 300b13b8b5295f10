package org.cyberreadiness.batch.reading;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that somebody reads, as texts. Nested fields are named with dots;
 * arrays of texts are joined by {@code |}.
 */
final class JsonFields {
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * @param names fields to read
   */
  JsonFields(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      positions.put(names.get(i), i);
    }
  }

  /** Reads the object that the parser has just begun; a field it leaves out is null. */
  @Nullable String[] read(JsonParser parser) throws IOException {
    @Nullable String[] fields = new @Nullable String[positions.size()];
    readObject(parser, "", fields);
    return fields;
  }

  private void readObject(JsonParser parser, String prefix, @Nullable String[] fields)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      Integer position = positions.get(name);
      if (token == JsonToken.START_OBJECT) {
        readObject(parser, name + ".", fields);
      } else if (token == JsonToken.START_ARRAY) {
        String joined = readArray(parser);
        if (position != null) {
          fields[position] = joined;
        }
      } else if (position != null && token != JsonToken.VALUE_NULL) {
        fields[position] = parser.getText();
      }
    }
  }

  private static String readArray(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    int length = 0;
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        texts.add(parser.getText());
        length += parser.getTextLength() + 1;
        if (length > Lines.LONGEST) {
          throw new JsonParseException(parser, "A list is longer than 1 MB");
        }
      } else {
        parser.skipChildren();
      }
      token = parser.nextToken();
    }
    return String.join("|", texts);
  }
}
