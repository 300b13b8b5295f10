package org.cyberreadiness.samples.writing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A landing folder that holds made-up files and nothing else, and says so: {@value #LIST} names
 * every file with its SHA-256, as sha256sum writes it. Only what is listed there counts as made up,
 * so a made-up file can never hide among delivered ones.
 */
public final class LandingFolder {
  public static final String LIST = "_made-up.sha256";

  /** Names what is about to be written, so that a run that was cut short can be cleared away. */
  private static final String PLAN = "_made-up.plan";

  private final Path folder;

  public LandingFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all files, as many at once as there are processors, and then the list.
   *
   * @param written told the path of each file when it is whole; called from several threads
   */
  public void write(List<Delivery> deliveries, Consumer<String> written)
      throws IOException, InterruptedException {
    clear();
    Files.write(folder.resolve(PLAN), deliveries.stream().map(Delivery::path).toList());
    TreeMap<String, String> hashes = new TreeMap<>();
    try (ExecutorService hands =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<Map.Entry<String, String>>> files =
          deliveries.stream()
              .map(
                  delivery ->
                      hands.submit(
                          () -> {
                            String hash = write(delivery);
                            written.accept(delivery.path());
                            return Map.entry(delivery.path(), hash);
                          }))
              .toList();
      try {
        for (Future<Map.Entry<String, String>> file : files) {
          Map.Entry<String, String> entry = file.get();
          if (hashes.put(entry.getKey(), entry.getValue()) != null) {
            throw new IOException("Two files would have the name " + entry.getKey());
          }
        }
      } catch (ExecutionException failure) {
        throw failure.getCause() instanceof IOException known ? known : new IOException(failure);
      } finally {
        hands.shutdownNow();
      }
    }
    StringBuilder list = new StringBuilder();
    hashes.forEach((path, hash) -> list.append(hash).append("  ").append(path).append('\n'));
    Files.writeString(folder.resolve(LIST), list, StandardCharsets.UTF_8);
    Files.delete(folder.resolve(PLAN));
  }

  /** Takes away what an earlier run made here; refuses a folder that holds anything else. */
  private void clear() throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of(LIST, PLAN)) {
      Path list = folder.resolve(name);
      if (Files.exists(list)) {
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
          String path = line.substring(line.indexOf("  ") < 0 ? 0 : line.indexOf("  ") + 2);
          Path file = folder.resolve(new Delivery(path, text -> {}).path());
          Files.deleteIfExists(file);
          Files.deleteIfExists(part(file));
        }
        Files.delete(list);
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".part"))
          .findFirst()
          .ifPresent(
              file -> {
                throw new UncheckedIOException(
                    new IOException(
                        "Cannot write to "
                            + folder
                            + ": it holds files that were not made up, such as "
                            + folder.relativize(file)
                            + ". Name an empty folder."));
              });
    } catch (UncheckedIOException refusal) {
      throw refusal.getCause();
    }
  }

  private String write(Delivery delivery) throws IOException {
    Path file = folder.resolve(delivery.path());
    Path part = part(file);
    Files.createDirectories(file.getParent());
    MessageDigest digest = sha256();
    try (OutputStream raw = new DigestOutputStream(Files.newOutputStream(part), digest);
        OutputStream buffered = new BufferedOutputStream(raw, 1 << 16);
        OutputStream out =
            delivery.path().endsWith(".gz") ? new GZIPOutputStream(buffered, 1 << 14) : buffered) {
      Text text = new Text(out);
      delivery.content().writeTo(text);
      text.flush();
    } catch (IOException failure) {
      throw new IOException(
          "Cannot write " + delivery.path() + ": " + failure.getMessage(), failure);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Under this name a file is written; readers leave it alone. */
  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
