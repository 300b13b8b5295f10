package org.cyberreadiness.batch.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that say the rules: the batch's own, and those of a folder, which go before files of
 * the batch's own with the same path.
 *
 * @param folder folder laid out like the batch's own files; null for none
 */
public record RuleFiles(@Nullable Path folder) {
  private static final String POLICY = "practices.yaml";

  /** The batch's own files alone. */
  public static RuleFiles own() {
    return new RuleFiles(null);
  }

  /**
   * The batch's own files and those of a folder with a practices.yaml.
   *
   * @param folder its path; empty for none
   * @throws IllegalStateException when the folder has no practices.yaml
   */
  public static RuleFiles of(String folder) {
    if (folder.isBlank()) {
      return own();
    }
    Path path = Path.of(folder);
    if (!Files.isRegularFile(path.resolve(POLICY))) {
      throw new IllegalStateException(
          "There is no practices.yaml in "
              + path.toAbsolutePath().normalize()
              + ", which READINESS_POLICY names. Copy the one that comes with the batch"
              + " (batch/src/main/resources) there and change it.");
    }
    return new RuleFiles(path);
  }

  /** True when there is a file of this path. */
  public boolean has(String path) {
    return own(path) != null || OwnFiles.has(path);
  }

  /** Text of one file, such as {@code practice/toolkit.sql}. */
  public String text(String path) {
    Path file = own(path);
    try {
      return file == null ? OwnFiles.text(path) : Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Paths of all files in a folder such as {@code fact}, sorted. */
  public List<String> below(String name) {
    TreeSet<String> paths = new TreeSet<>(OwnFiles.below(name));
    if (folder != null && Files.isDirectory(folder.resolve(name))) {
      try (Stream<Path> files = Files.list(folder.resolve(name))) {
        files
            .filter(Files::isRegularFile)
            .map(file -> name + "/" + file.getFileName())
            .forEach(paths::add);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + folder.resolve(name), e);
      }
    }
    return List.copyOf(paths);
  }

  private @Nullable Path own(String path) {
    return folder != null && Files.isRegularFile(folder.resolve(path))
        ? folder.resolve(path)
        : null;
  }
}
