package org.cyberreadiness.dashboard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A query of a room: a {@code .sql} file that lies beside the class that owns it. */
public final class Sql {

  private static final Map<String, Sql> READ = new ConcurrentHashMap<>();

  /** Macros of the contract whose answer for the snapshot's night stands in a table. */
  private static final Pattern MATERIALISED =
      Pattern.compile("\\b(trend|repeat_failure)_as_at\\(\\s*:as_at\\s*\\)");

  private final String address;
  private final String text;

  private Sql(String address, String text) {
    this.address = address;
    this.text = text;
  }

  /** The query in {@code <name>.sql} in the package of its owner. */
  public static Sql of(Class<?> owner, String name) {
    String address = owner.getPackageName().replace('.', '/') + '/' + name + ".sql";
    return READ.computeIfAbsent(address, a -> read(owner, name, a));
  }

  private static Sql read(Class<?> owner, String name, String address) {
    try (InputStream file = owner.getResourceAsStream(name + ".sql")) {
      if (file == null) {
        throw new IllegalArgumentException(
            "Cannot find query \"%s\" of %s: no %s on the class path. Put %s.sql into src/main/resources beside its class."
                .formatted(name, owner.getSimpleName(), address, name));
      }
      return new Sql(address, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read query %s".formatted(address), e);
    }
  }

  /** Its place on the class path, for messages. */
  String address() {
    return address;
  }

  String text() {
    return text;
  }

  /**
   * The same question where the day asked for is the snapshot's night: the answer is in the file
   * already.
   */
  String textForItsNight() {
    return MATERIALISED.matcher(text).replaceAll("$1");
  }

  @Override
  public String toString() {
    return address;
  }
}
