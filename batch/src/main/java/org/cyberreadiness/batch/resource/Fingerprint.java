package org.cyberreadiness.batch.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of small things, as hex digits. */
public final class Fingerprint {
  private Fingerprint() {}

  /** Of bytes. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Of texts, one after the other. */
  public static String of(String... texts) {
    return of(String.join("\0", texts).getBytes(StandardCharsets.UTF_8));
  }
}
