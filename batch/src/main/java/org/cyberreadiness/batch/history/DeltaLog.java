package org.cyberreadiness.batch.history;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cyberreadiness.batch.resource.Fingerprint;

/**
 * The log of a Delta table, read without Spark.
 *
 * @param configuration finds its file system
 * @param table the table's folder
 */
record DeltaLog(Configuration configuration, Path table) {
  private static final Pattern ADDED = Pattern.compile("\\{\"add\":\\{\"path\":\"([^\"]+)\"");

  /** The newest version; -1 before the first. */
  long version() throws IOException {
    long newest = -1;
    Path log = new Path(table, "_delta_log");
    if (files().exists(log)) {
      for (FileStatus file : files().listStatus(log)) {
        String name = file.getPath().getName();
        if (name.matches("\\d{20}\\.json")) {
          newest = Math.max(newest, Long.parseLong(name.substring(0, 20)));
        }
      }
    }
    return newest;
  }

  /** Hash of the newest entry, which names new files by random words. */
  String fingerprint() throws IOException {
    return Fingerprint.of(entry(version()).getBytes(StandardCharsets.UTF_8));
  }

  /** Entries after a version, and the files that came with them. */
  List<Path> writtenSince(long committed) throws IOException {
    List<Path> written = new ArrayList<>();
    long newest = version();
    for (long version = committed + 1; version <= newest; version++) {
      written.add(path(version));
      Matcher added = ADDED.matcher(entry(version));
      while (added.find()) {
        written.add(new Path(table, URLDecoder.decode(added.group(1), StandardCharsets.UTF_8)));
      }
    }
    return written;
  }

  private Path path(long version) {
    return new Path(table, String.format(Locale.ROOT, "_delta_log/%020d.json", version));
  }

  private String entry(long version) throws IOException {
    try (InputStream in = files().open(path(version))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private FileSystem files() throws IOException {
    return table.getFileSystem(configuration);
  }
}
