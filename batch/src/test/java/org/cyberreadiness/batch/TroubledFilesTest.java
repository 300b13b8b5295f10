package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.cyberreadiness.batch.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and disks that misbehave while a night runs. */
class TroubledFilesTest {
  private static final String HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)\n";
  private static final String ROW = "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,\n";

  @TempDir private Path data;

  @Test
  void eachIsNamedTheNightGoesOnAndTheNextTakesInWhatIsWhole() throws Exception {
    Path folder = Files.createDirectories(data.resolve("landing/dspt"));
    Path cut = folder.resolve("DSPT search results 07_09_2022.csv.gz");
    byte[] packed = packed(HEADER + ROW.repeat(2_000));
    Files.write(cut, Arrays.copyOf(packed, packed.length / 2));
    Path grows = folder.resolve("DSPT search results 08_09_2022.csv");
    Files.writeString(grows, HEADER + ROW);
    Files.createSymbolicLink(
        folder.resolve("DSPT search results 05_09_2022.csv"), data.resolve("no"));
    // whoever reads this gets an error of the device, root too
    Path shut = folder.resolve("DSPT search results 06_09_2022.csv");
    Path noDevice = Path.of("/proc/self/mem");
    boolean isShut = Files.exists(noDevice);
    if (isShut) {
      Files.createSymbolicLink(shut, noDevice);
    }

    Landed landed = new Landed(data);
    whileItGrows(grows, () -> landed.night("2022-09-10"));
    assertThat(landed.told())
        .contains("08_09_2022.csv: waiting. It changed while it was read.")
        .contains("07_09_2022.csv.gz: refused. The gzip file is damaged or ends in the middle.");
    if (isShut) {
      assertThat(landed.told()).contains("06_09_2022.csv: refused. The file cannot be opened.");
      Files.delete(shut);
      Files.writeString(shut, HEADER + ROW + ROW);
    }
    assertThat(landed.ask("select count(*) from source_file where status = 'accepted'"))
        .containsExactly("0");

    Files.write(cut, packed);
    landed.night("2022-09-10");
    assertThat(
            landed.ask(
                "select name, rows_read from source_file where status = 'accepted'"
                    + " and name not like '%06_09_2022%' order by name"))
        .containsExactly(
            "DSPT search results 07_09_2022.csv.gz 2000",
            "DSPT search results 08_09_2022.csv " + (Files.readAllLines(grows).size() - 1));
    assertThat(
            landed.ask(
                "select status, count(*) from source_file where name like '%06_09_2022%' group by 1"))
        .as("what could not be opened is tried again, and stands once")
        .isEqualTo(isShut ? java.util.List.of("accepted 1") : java.util.List.of());
  }

  private interface Night {
    String run() throws Exception;
  }

  /** Adds rows to a file from before a night begins until after it has ended. */
  private static void whileItGrows(Path file, Night night) throws Exception {
    AtomicBoolean goesOn = new AtomicBoolean(true);
    CountDownLatch begun = new CountDownLatch(1);
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                    while (goesOn.get()) {
                      out.write(ROW.getBytes(StandardCharsets.UTF_8));
                      begun.countDown();
                      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                    }
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    begun.await();
    try {
      night.run();
    } finally {
      goesOn.set(false);
      writer.join();
    }
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void onAFullDiskTheNightSaysSoAndTheNextWithSpaceEndsRight() throws Exception {
    Path disk = Files.createDirectories(data.resolve("disk"));
    assumeTrue(
        Files.isExecutable(Path.of("/bin/mount"))
            && command("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString()) == 0,
        "Only who may mount can make a small disk");
    try {
      Landed landed = new Landed(disk);
      landed.file("dspt/DSPT search results 08_09_2022.csv", (HEADER + ROW).strip().split("\n"));
      String first = landed.night("2022-09-09");
      landed.file(
          "dspt/DSPT search results 09_09_2022.csv", (HEADER + ROW + ROW).strip().split("\n"));
      for (int left : new int[] {8 << 10, 1 << 20, 5 << 20}) {
        Path filler = disk.resolve("filler");
        fillUpTo(filler, left);
        Throwable failure = catchThrowable(() -> landed.night("2022-09-10"));
        assertThat(failure).as("with %s bytes left", left).isNotNull();
        assertThat(Failure.sentence(failure))
            .startsWith("A disk is full: ")
            .endsWith("Make room and run the night again.");
        Files.delete(filler);
        assertThat(landed.ask("select snapshot_id from snapshot")).containsExactly(first);
      }
      landed.night("2022-09-10");
      assertThat(landed.ask("select rows_accepted from source_file order by name"))
          .containsExactly("1", "2");
    } finally {
      command("umount", disk.toString());
    }
  }

  private static void fillUpTo(Path filler, long left) throws IOException {
    byte[] block = new byte[4 << 10];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (Files.getFileStore(filler.getParent()).getUsableSpace() > left) {
        out.write(block);
      }
    }
  }

  private static int command(String... words) throws Exception {
    return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
  }
}
