package org.cyberreadiness.batch.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists and reads the batch's own files, from its jar or from the folder of its classes. */
public final class OwnFiles {
  private OwnFiles() {}

  /**
   * Paths of all files below a folder, sorted.
   *
   * @param folder folder from the root of the jar, such as {@code fact}
   */
  public static List<String> below(String folder) {
    try {
      Path code =
          Path.of(OwnFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        return below(code, folder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        return below(jar.getPath("/"), folder);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The batch does not know where its files are", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the batch's own files in " + folder, e);
    }
  }

  private static List<String> below(Path root, String folder) throws IOException {
    Path start = root.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** True when the batch has a file of this path. */
  public static boolean has(String path) {
    return OwnFiles.class.getClassLoader().getResource(path) != null;
  }

  /**
   * Text of one file.
   *
   * @param path path from the root of the jar
   */
  public static String text(String path) {
    try (InputStream in = OwnFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The batch has no file " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the batch's own file " + path, e);
    }
  }
}
