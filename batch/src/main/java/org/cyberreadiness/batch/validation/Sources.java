package org.cyberreadiness.batch.validation;

import java.lang.reflect.Constructor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.resource.OwnFiles;

/**
 * All sources, by name.
 *
 * @param byName declarations in the order of their names
 */
public record Sources(Map<String, Source> byName) {
  private static final String ROOMS = "org/cyberreadiness/batch";

  /**
   * Finds every {@link DeclaresSource} in the rooms of the batch.
   *
   * @throws IllegalStateException when two declare the same name, or one cannot be made
   */
  public static Sources discover() {
    Map<String, Source> byName = new LinkedHashMap<>();
    for (Source source :
        classNames().stream()
            .map(Sources::declaration)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Source::name))
            .toList()) {
      if (byName.put(source.name(), source) != null) {
        throw new IllegalStateException("Two rooms declare the source " + source.name());
      }
    }
    return new Sources(byName);
  }

  private static List<String> classNames() {
    return OwnFiles.below(ROOMS).stream()
        .filter(name -> name.endsWith("Source.class"))
        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
        .toList();
  }

  private static List<Source> declaration(String className) {
    try {
      Class<?> type = Class.forName(className);
      if (type.isInterface() || !DeclaresSource.class.isAssignableFrom(type)) {
        return List.of();
      }
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return List.of(((DeclaresSource) constructor.newInstance()).source());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make the source declared by " + className, e);
    }
  }
}
