package org.cyberreadiness.batch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.run.FarFiles;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.run.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lake's folder is its own, its commit is not lost, and nothing else is ever deleted. */
class LakeTest {
  private static final SparkSession SPARK = Session.open();
  private static final StructType SCHEMA =
      new StructType().add("as_at", DataTypes.DateType).add("said", DataTypes.StringType);
  private static final LocalDate JUNE = LocalDate.parse("2022-06-01");
  private static final LocalDate JULY = LocalDate.parse("2022-07-01");
  private static final String TABLE = "landed_example";

  @TempDir private Path folder;

  private Lake lake() {
    return new Lake(SPARK, folder.resolve("lake").toString());
  }

  private static Dataset<Row> row(LocalDate day, String said) {
    return SPARK.createDataFrame(List.of(RowFactory.create(day, said)), SCHEMA).coalesce(1);
  }

  private static List<String> said(Dataset<Row> rows) {
    return rows.select("said").collectAsList().stream()
        .map(row -> String.valueOf(row.get(0)))
        .sorted()
        .toList();
  }

  private Lake committed() throws Exception {
    Lake lake = lake();
    lake.open();
    lake.table(TABLE).append(row(JUNE, "june"));
    lake.commit(JULY, "policy", "2022-07-01-aaaa");
    return lake;
  }

  @Test
  void aFolderThatHoldsAnythingElseIsRefusedAndNothingInItIsTouched() throws Exception {
    Path data = folder.resolve("lake");
    for (String other : List.of("landing", "plans", "snapshots")) {
      Files.createDirectories(data.resolve(other));
      Files.writeString(data.resolve(other).resolve("precious"), other);
    }
    assertThatThrownBy(() -> lake().refuseStrangers())
        .isInstanceOf(NightFailed.class)
        .hasMessageContaining("holds what is not the lake's: landing, plans, snapshots.");
    assertThatThrownBy(() -> lake().open()).isInstanceOf(NightFailed.class);
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(3);
    }
  }

  @Test
  void tablesWithoutTheirCommitAreDamageThatIsSaidAndNeverCleanedUp() throws Exception {
    committed();
    Files.delete(folder.resolve("lake/_commit.json"));
    assertThatThrownBy(() -> lake().open())
        .isInstanceOf(NightFailed.class)
        .hasMessageContaining("its tables are there and its _commit.json is not");
    assertThat(folder.resolve("lake").resolve(TABLE).resolve("_delta_log")).exists();
  }

  @Test
  void aDeltaTableOfSomebodyElseIsAStranger() throws Exception {
    committed();
    row(JUNE, "theirs").write().format("delta").save(folder.resolve("lake/theirs").toString());
    assertThatThrownBy(() -> lake().open()).hasMessageContaining("is not the lake's: theirs.");
    assertThat(folder.resolve("lake/theirs/_delta_log")).exists();
  }

  @Test
  void whatWasWrittenBeyondTheCommitIsUndoneRowsAndTables() throws Exception {
    Lake killed = committed();
    killed.table(TABLE).append(row(JULY, "july"));
    killed.table("landed_new").append(row(JULY, "new"));
    Lake next = lake();
    next.open();
    assertThat(said(next.table(TABLE).rows(SCHEMA))).containsExactly("june");
    assertThat(next.table("landed_new").exists()).isFalse();
    assertThat(folder.resolve("lake/landed_new")).doesNotExist();
  }

  @Test
  void aReplayOfAnOlderNightSaysNothingOfTheNewest() throws Exception {
    Lake lake = committed();
    lake.table(TABLE).append(row(JUNE, "late"));
    lake.commit(JUNE, "another policy", "2022-06-01-bbbb");
    Commit last = lake().open();
    assertThat(last.night()).isEqualTo("2022-07-01");
    assertThat(last.policy()).isEqualTo("policy");
    assertThat(last.snapshot()).isEqualTo("2022-07-01-aaaa");
  }

  @Test
  void whatIsKnownOnANightIsWhatSpeaksOfItsDayOrEarlierAndItsStateSaysSo() throws Exception {
    Lake lake = committed();
    lake.table(TABLE).append(row(JULY.plusDays(1), "waits"));
    KnownOn july = new KnownOn(lake, JULY);
    KnownOn later = new KnownOn(lake, JULY.plusDays(1));
    assertThat(said(july.rows(TABLE, SCHEMA))).containsExactly("june");
    assertThat(said(later.rows(TABLE, SCHEMA))).containsExactly("june", "waits");
    assertThat(july.state(TABLE)).endsWith(" as known on 2022-07-01");
    assertThat(later.state(TABLE)).isEqualTo(KnownOn.everything(lake).state(TABLE));
    lake.commit(JULY.plusDays(1), "policy", "2022-07-02-cccc");
    Lake next = lake();
    next.open();
    assertThat(new KnownOn(next, JULY).state(TABLE))
        .as("what the commit keeps of it says the same")
        .isEqualTo(july.state(TABLE));
  }

  @Test
  void aColumnThatAnOlderLakeLacksIsNull() throws Exception {
    StructType more = SCHEMA.add("since_this_release", DataTypes.LongType);
    Row row = committed().table(TABLE).rows(more).head();
    assertThat(row.get(1)).isEqualTo("june");
    assertThat(row.isNullAt(2)).isTrue();
  }

  @Test
  void rowsThatWereLetGoOfGoPhysically() throws Exception {
    Lake lake = lake();
    lake.open();
    lake.table(TABLE).append(row(JUNE, "id-of-an-old-device"), "as_at");
    lake.table(TABLE).append(row(JULY, "id-of-a-new-device"), "as_at");
    lake.table("landed_other").append(row(JUNE, "kept"));
    assertThat(lake.table(TABLE).forgetBefore(JULY)).isTrue();
    lake.commit(JULY, "policy", "2022-07-01-aaaa");
    assertThat(onDisk("id-of-an-old-device")).as("only let go of in the log so far").isTrue();
    new Housekeeping(lake, 1000).tidy(List.of(TABLE));
    assertThat(onDisk("id-of-an-old-device")).isFalse();
    assertThat(onDisk("id-of-a-new-device")).isTrue();
    assertThat(said(lake().table(TABLE).rows(SCHEMA))).containsExactly("id-of-a-new-device");
  }

  @Test
  void manySmallFilesBecomeFewAndTheStateStays() throws Exception {
    Lake lake = lake();
    lake.open();
    for (int i = 0; i < 10; i++) {
      lake.table(TABLE).append(row(JUNE, "row " + i));
    }
    String state = lake.table(TABLE).state();
    lake.commit(JULY, "policy", "2022-07-01-aaaa");
    new Housekeeping(lake, 5).tidy(List.of());
    Lake next = lake();
    next.open();
    assertThat(next.table(TABLE).parts()).isEqualTo(1);
    assertThat(next.table(TABLE).state()).isEqualTo(state);
    assertThat(said(next.table(TABLE).rows(SCHEMA))).hasSize(10);
  }

  private boolean onDisk(String word) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void onAnObjectStoreEveryCommitIsANewObjectAndTheNewestWholeOneHolds() throws Exception {
    org.apache.hadoop.fs.Path far = new org.apache.hadoop.fs.Path("far://" + folder);
    CommitFile file = new CommitFile(far, FarFiles.configuration());
    assertThat(file.read()).isEmpty();
    file.write(Commit.none());
    file.write(Commit.none().after(JUNE, "policy", "first"));
    file.write(Commit.none().after(JULY, "policy", "second"));
    assertThat(folder.resolve("_commit-0000000003.json")).exists();
    assertThat(file.read()).map(Commit::snapshot).contains("second");
    Files.writeString(folder.resolve("_commit-0000000004.json"), "{\"night\": \"2022-");
    assertThat(file.read()).map(Commit::snapshot).contains("second");
  }
}
