package org.cyberreadiness.samples.chance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance for one purpose and one thing. The same seed, purpose and key give the same draws on every
 * machine, whatever was drawn for others.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static Chance of(long seed, String purpose, String key) {
    return new Chance(hash(seed, purpose, key));
  }

  /** The chance of the n-th of many things under one key, such as a device of an organisation. */
  public static Chance of(long seed, String purpose, String key, int number) {
    return new Chance(mix(hash(seed, purpose, key) + GOLDEN * (number + 1L)));
  }

  /** Even between 0 (included) and 1 (excluded). */
  public double share() {
    return random.nextDouble();
  }

  public boolean happens(double probability) {
    return share() < probability;
  }

  /** A whole number from 0 to below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A whole number from first to last, both included. */
  public int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  public long bits() {
    return random.nextLong();
  }

  public <T> T pick(List<T> things) {
    return things.get(below(things.size()));
  }

  /** A day from first to last, both included. */
  public LocalDate day(LocalDate first, LocalDate last) {
    return first.plusDays(between(0, (int) Math.max(0, ChronoUnit.DAYS.between(first, last))));
  }

  /** Standard normal, from one draw. */
  public double normal() {
    return Normal.quantile(Math.min(Math.max(share(), 1e-12), 1 - 1e-12));
  }

  private static long hash(long seed, String purpose, String key) {
    long hash = mix(seed ^ GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
    }
    hash = mix(hash);
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
