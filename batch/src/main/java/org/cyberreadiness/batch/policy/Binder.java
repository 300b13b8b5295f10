package org.cyberreadiness.batch.policy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of what a YAML file says. Every field at fault is told, in a sentence that names
 * entry and field, and the rest is read as if it were not there.
 */
final class Binder {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(new JavaTimeModule())
          .build();

  private final List<String> problems;

  /**
   * @param problems takes what is found
   */
  Binder(List<String> problems) {
    this.problems = problems;
  }

  /**
   * The record of an entry; null when it cannot be made of it at all.
   *
   * @param entry what a person calls the entry
   */
  <T> @Nullable T bind(String entry, Map<String, ?> given, Class<T> type) {
    Map<String, Object> rest = new LinkedHashMap<>(given);
    while (true) {
      try {
        return MAPPER.convertValue(rest, type);
      } catch (IllegalArgumentException e) {
        String field = e.getCause() instanceof JsonMappingException fault ? fieldOf(fault) : "";
        problems.add(entry + ": " + sentence(e.getCause(), field, rest.get(field)));
        if (rest.remove(field) == null) {
          return null;
        }
      }
    }
  }

  private static String fieldOf(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(name -> name != null)
        .findFirst()
        .orElse("");
  }

  private static String sentence(@Nullable Throwable fault, String field, @Nullable Object value) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return "there is no field \""
          + unknown.getPropertyName()
          + "\"; known: "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .collect(Collectors.toCollection(TreeSet::new));
    }
    if (fault instanceof MismatchedInputException mismatch && !field.isEmpty()) {
      String kind = words(mismatch.getTargetType());
      boolean isQuoted = kind.endsWith("number") && value instanceof String;
      return field
          + " \""
          + value
          + "\" is not "
          + kind
          + (isQuoted ? " (a number stands without quotes)" : "");
    }
    Throwable cause = fault == null || fault.getCause() == null ? fault : fault.getCause();
    return (field.isEmpty() ? "" : field + ": ") + (cause == null ? "" : cause.getMessage());
  }

  private static String words(@Nullable Class<?> type) {
    if (type == null) {
      return "what belongs there";
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> "a whole number";
      case "double", "Double" -> "a number";
      case "LocalDate" -> "a day (yyyy-mm-dd)";
      case "String" -> "a text";
      case "List", "ArrayList" -> "a list";
      default -> "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
