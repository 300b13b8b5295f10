package org.cyberreadiness.batch.resource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/** What must outlive a power cut: files on the disk before anything names them. */
public final class Durable {
  private Durable() {}

  /** True when a file system is this computer's own disks. */
  public static boolean isLocal(FileSystem files) {
    return files.getUri().getScheme() == null || files.getUri().getScheme().equals("file");
  }

  /**
   * Brings files and the folders they lie in to the disk. An object store has them there as soon as
   * they can be seen.
   */
  public static void sync(FileSystem files, Collection<Path> written) throws IOException {
    if (!isLocal(files)) {
      return;
    }
    TreeSet<Path> folders = new TreeSet<>();
    for (Path file : written) {
      force(file);
      if (file.getParent() != null) {
        folders.add(file.getParent());
      }
    }
    for (Path folder : folders) {
      force(folder);
    }
  }

  private static void force(Path path) throws IOException {
    java.nio.file.Path local = java.nio.file.Path.of(path.toUri().getPath());
    if (Files.exists(local)) {
      try (FileChannel channel = FileChannel.open(local, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Replaces a small file in one step: readers see the old content or the new. */
  public static void replace(Path path, byte[] content, Configuration configuration)
      throws IOException {
    FileContext context = FileContext.getFileContext(path.toUri(), configuration);
    Path fresh = new Path(path.getParent(), "." + path.getName() + ".new");
    try (FSDataOutputStream out =
        context.create(fresh, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
      out.write(content);
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
    }
    sync(path.getFileSystem(configuration), List.of(fresh));
    context.rename(fresh, path, Options.Rename.OVERWRITE);
    sync(path.getFileSystem(configuration), List.of(path));
  }

  /**
   * Writes a file that must not be there yet: of two that write at once, one wins.
   *
   * @return false when it was there
   */
  public static boolean create(FileSystem files, Path path, byte[] content) throws IOException {
    if (files.exists(path)) {
      return false;
    }
    FSDataOutputStreamBuilder<?, ?> builder = files.createFile(path);
    builder.overwrite(false);
    builder.opt("fs.option.create.conditional.overwrite", true);
    try (FSDataOutputStream out = builder.build()) {
      out.write(content);
    } catch (IOException e) {
      if (files.exists(path)) {
        return false;
      }
      throw e;
    }
    return true;
  }
}
