package org.cyberreadiness.dashboard.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns rows into records: component {@code shareMet} reads column {@code share_met}. */
final class Rows<T> {

  private final Class<T> type;
  private final RecordComponent[] components;
  private final int[] columns;
  private final Constructor<T> constructor;

  private Rows(Class<T> type, RecordComponent[] components, int[] columns, Constructor<T> maker) {
    this.type = type;
    this.components = components;
    this.columns = columns;
    this.constructor = maker;
  }

  /** Finds the column of every component, or says which are missing. */
  static <T> Rows<T> of(Class<T> type, ResultSetMetaData columns) throws SQLException {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new QueryException("Cannot read rows into %s: it is not a record".formatted(type));
    }
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
    }
    List<String> missing = new ArrayList<>();
    int[] places = new int[components.length];
    for (int i = 0; i < components.length; i++) {
      String wanted = column(components[i].getName());
      places[i] = labels.indexOf(wanted) + 1;
      if (places[i] == 0) {
        missing.add(wanted);
      }
    }
    if (!missing.isEmpty()) {
      throw new QueryException(
          "Cannot read rows into %s: no column %s. There are: %s"
              .formatted(
                  type.getSimpleName(), String.join(", ", missing), String.join(", ", labels)));
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Rows<>(type, components, places, constructor);
    } catch (NoSuchMethodException e) {
      throw new QueryException("Cannot read rows into " + type, e);
    }
  }

  private static String column(String component) {
    return component.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  T read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(row, columns[i], components[i]);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new QueryException(
          "Cannot make %s from %s".formatted(type.getSimpleName(), Arrays.toString(values)), e);
    }
  }

  private @Nullable Object value(ResultSet row, int column, RecordComponent component)
      throws SQLException {
    Object raw = row.getObject(column);
    Class<?> wanted = component.getType();
    if (raw == null) {
      if (wanted.isPrimitive()) {
        throw new QueryException(
            "Cannot read %s.%s: column %s is null"
                .formatted(type.getSimpleName(), component.getName(), column(component.getName())));
      }
      return null;
    }
    if (wanted == String.class) {
      return raw.toString();
    } else if (wanted == int.class || wanted == Integer.class) {
      return Math.toIntExact(((Number) raw).longValue());
    } else if (wanted == long.class || wanted == Long.class) {
      return ((Number) raw).longValue();
    } else if (wanted == double.class || wanted == Double.class) {
      return ((Number) raw).doubleValue();
    } else if (wanted == boolean.class || wanted == Boolean.class) {
      return raw;
    } else if (wanted == LocalDate.class) {
      return row.getObject(column, LocalDate.class);
    } else if (wanted == Instant.class) {
      return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    } else if (wanted.isEnum()) {
      return constant(wanted, raw.toString());
    } else if (wanted == List.class) {
      return list((Array) raw, (ParameterizedType) component.getGenericType());
    }
    throw new QueryException(
        "Cannot read %s.%s: no way from a column to %s"
            .formatted(type.getSimpleName(), component.getName(), wanted.getSimpleName()));
  }

  private static Object constant(Class<?> wanted, String code) {
    for (Object constant : wanted.getEnumConstants()) {
      if (((Enum<?>) constant).name().equalsIgnoreCase(code)) {
        return constant;
      }
    }
    throw new QueryException(
        "Cannot read \"%s\" as %s: known are %s"
            .formatted(code, wanted.getSimpleName(), Arrays.toString(wanted.getEnumConstants())));
  }

  private static List<?> list(Array array, ParameterizedType type) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      if (type.getActualTypeArguments()[0] instanceof Class<?> c && c.isEnum() && value != null) {
        values.add(constant(c, value.toString()));
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
