package org.cyberreadiness.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cyberreadiness.batch.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example files of data-samples: what is good is taken in whole, what is broken is set aside.
 */
class FormatsTest {
  private static final Path FORMATS = Path.of("../data-samples/formats");

  @TempDir private Path data;

  private Door landed(String kind) throws IOException {
    Door door = new Door(data);
    for (String source : Sources.all().byName().keySet()) {
      door.folder(FORMATS.resolve(source).resolve(kind), source);
    }
    return door;
  }

  @Test
  void goodFilesAreTakenInWhole() throws Exception {
    Door door = landed("good");
    door.night("2026-01-01");
    assertThat(
            door.ask(
                "select source || '/' || name || ': ' || coalesce(message, '') from source_file"
                    + " where status <> 'accepted' or rows_rejected > 0"))
        .isEmpty();
    assertThat(door.ask("select * from finding")).isEmpty();
    assertThat(door.ask("select distinct source from source_file order by source"))
        .containsExactlyElementsOf(Sources.all().byName().keySet());
  }

  @Test
  void brokenFilesAndRowsAreSetAsideAsTheirPageSays() throws Exception {
    Door door = landed("broken");
    door.night("2026-01-01");
    List<String> expected = Files.readAllLines(FORMATS.resolve("expected.csv"));
    assertThat(
            door.ask(
                "select concat_ws(',', f.source, f.name, r.line, r.code)"
                    + " from rejected_row as r join source_file as f using (source_file_id)"
                    + " union all select concat_ws(',', f.source, f.name, v.line, 'left out: ' || v.code)"
                    + " from finding as v join source_file as f using (source_file_id)"
                    + " union all select source || ',' || name || ',,refused' from source_file"
                    + " where status = 'refused' order by 1"))
        .containsExactlyElementsOf(expected.subList(1, expected.size()));
    assertThat(
            door.ask(
                "select count(*) from rejected_row"
                    + " where reason is null or not endswith(reason, '.')"))
        .containsExactly("0");
  }
}
