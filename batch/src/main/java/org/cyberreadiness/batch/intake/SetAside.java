package org.cyberreadiness.batch.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.cyberreadiness.batch.landing.FileId;
import org.jspecify.annotations.Nullable;

/**
 * What is set aside of one landing file, written beside the stream of its rows: one JSON object a
 * line. Memory stays bounded however much it is, and a task that runs again writes the same file
 * again.
 */
final class SetAside implements Closeable {
  static final String REJECTED = "rejected";
  static final String FINDINGS = "findings";

  /** In ASCII alone: a lone half of a character, which UTF-8 has no form for, comes through too. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build()
          .setRootValueSeparator("\n");

  private final Path path;
  private final FileId file;
  private final SerializableConfiguration configuration;
  private @Nullable JsonGenerator json;
  private long count;

  /**
   * @param folder folder of what is set aside of its kind
   */
  SetAside(Path folder, FileId file, SerializableConfiguration configuration) {
    path = new Path(folder, file.hex() + ".json");
    this.file = file;
    this.configuration = configuration;
  }

  /**
   * Adds one row; texts that are null are left out.
   *
   * @throws SideFileFailed when it cannot be written
   */
  void add(long line, String[] names, @Nullable String... texts) {
    try {
      write(line, names, texts);
    } catch (IOException e) {
      throw new SideFileFailed(e);
    }
  }

  private void write(long line, String[] names, @Nullable String... texts) throws IOException {
    JsonGenerator to = json;
    if (to == null) {
      to =
          JSON.createGenerator(
              new OutputStreamWriter(files().create(path, true), StandardCharsets.US_ASCII));
      json = to;
    }
    count++;
    to.writeStartObject();
    to.writeStringField("source_file_id", file.hex());
    to.writeNumberField("line", line);
    for (int i = 0; i < names.length; i++) {
      String text = texts[i];
      if (text != null) {
        to.writeStringField(names[i], text);
      }
    }
    to.writeEndObject();
  }

  /** Rows added. */
  long count() {
    return count;
  }

  /** Nothing of this file is kept after all. */
  void discard() throws IOException {
    close();
    files().delete(path, false);
  }

  private FileSystem files() throws IOException {
    return path.getFileSystem(configuration.value());
  }

  @Override
  public void close() throws IOException {
    if (json != null) {
      json.close();
      json = null;
    }
  }
}
