package org.cyberreadiness.batch.run;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A file system that is not this computer's own, as far as its address tells: {@code far:///…} with
 * the files of this computer behind it.
 */
public final class FarFiles extends RawLocalFileSystem {
  @Override
  public URI getUri() {
    return URI.create("far:///");
  }

  @Override
  public String getScheme() {
    return "far";
  }

  /** A configuration that knows these addresses. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set("fs.far.impl", FarFiles.class.getName());
    return configuration;
  }
}
