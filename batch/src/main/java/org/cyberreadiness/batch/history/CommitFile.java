package org.cyberreadiness.batch.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cyberreadiness.batch.resource.Durable;
import org.cyberreadiness.batch.run.NightFailed;

/**
 * Where the commit lies. On this computer's disks it is {@code _commit.json}, replaced in one step.
 * An object store knows no such step, so there every commit is a new object {@code
 * _commit-<n>.json}, which must not be there yet: of two drivers one wins, and the newest whole one
 * is what holds.
 */
final class CommitFile {
  static final String NAME = "_commit.json";
  private static final String NUMBERED = "_commit-\\d{10}\\.json";
  private static final int KEPT = 3;

  private final Path root;
  private final Configuration configuration;
  private final ObjectMapper json = new ObjectMapper();

  CommitFile(Path root, Configuration configuration) {
    this.root = root;
    this.configuration = configuration;
  }

  static boolean isOne(String name) {
    return name.equals(NAME) || name.equals("." + NAME + ".new") || name.matches(NUMBERED);
  }

  /**
   * The newest whole commit; empty when there is none.
   *
   * @throws NightFailed when there is one and none is whole
   */
  Optional<Commit> read() throws IOException, NightFailed {
    List<Path> all = all();
    for (Path path : all) {
      try (InputStream in = files().open(path)) {
        Commit commit = json.readValue(in, Commit.class);
        if (commit != null) {
          return Optional.of(commit);
        }
      } catch (com.fasterxml.jackson.core.JacksonException e) {
        // not whole: the one before it holds
      }
    }
    if (!all.isEmpty()) {
      throw new NightFailed(
          all.getFirst()
              + " is damaged, so it cannot be told which night the lake holds. Put it back from a"
              + " backup, or begin a new lake in an empty folder: the landing files say everything"
              + " again.");
    }
    return Optional.empty();
  }

  /** All commits, newest first. */
  private List<Path> all() throws IOException {
    List<Path> found = new ArrayList<>();
    for (FileStatus entry : files().listStatus(root)) {
      String name = entry.getPath().getName();
      if (name.equals(NAME) || name.matches(NUMBERED)) {
        found.add(entry.getPath());
      }
    }
    // _commit-… sorts before _commit.json, which is the older way
    found.sort(
        Comparator.comparing((Path path) -> path.getName().equals(NAME) ? "" : path.getName())
            .reversed());
    return found;
  }

  void write(Commit commit) throws IOException, NightFailed {
    byte[] content = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(commit);
    if (Durable.isLocal(files())) {
      Durable.replace(new Path(root, NAME), content, configuration);
      return;
    }
    List<Path> before = all();
    long last =
        before.isEmpty() || before.getFirst().getName().equals(NAME)
            ? 0
            : Long.parseLong(before.getFirst().getName().replaceAll("\\D", ""));
    Path next = new Path(root, String.format(Locale.ROOT, "_commit-%010d.json", last + 1));
    if (!Durable.create(files(), next, content)) {
      throw new NightFailed(
          "Another night has committed to the lake "
              + root
              + " while this one ran. Nothing of this night was kept; run it again.");
    }
    for (Path old : before.subList(Math.min(KEPT, before.size()), before.size())) {
      files().delete(old, false);
    }
  }

  private FileSystem files() throws IOException {
    return root.getFileSystem(configuration);
  }
}
