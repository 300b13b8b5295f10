package org.cyberreadiness.batch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder practice-cases/&lt;practice&gt;/&lt;case&gt; is one example: CSV files named after
 * the views they fill, with the columns that matter, and expected.csv with the outcomes the
 * practice must yield, in the columns that matter. Its README.md says in a line what it shows. A
 * file night.txt gives the night where it matters (2030-01-01 if not); CSV files beside the
 * practices are for the cases of all. Thresholds are those of practices.yaml. Numbers are compared
 * to the decimals that the expected file gives. {@code -Dreadiness.cases=toolkit} runs those of one
 * practice.
 */
class PracticeCasesTest {
  private final Policy policy =
      Policy.load(
          RuleFiles.own(),
          OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
              .lines()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList());

  @TestFactory
  List<DynamicNode> everyExampleHolds() throws IOException, URISyntaxException {
    CaseSessions sessions = new CaseSessions();
    List<DynamicNode> practices = new ArrayList<>();
    String asked = System.getProperty("readiness.cases", "");
    for (Path practice : folders(cases())) {
      if (!asked.isEmpty() && !practice.endsWith(asked)) {
        continue;
      }
      List<DynamicNode> examples = new ArrayList<>();
      for (Path example : folders(practice)) {
        String title = Files.readAllLines(example.resolve("README.md")).getFirst();
        Future<?> held = sessions.run(spark -> holds(spark, example));
        examples.add(dynamicTest(title, example.toUri(), () -> CaseSessions.answerOf(held)));
      }
      practices.add(dynamicContainer(practice.getFileName().toString(), examples));
    }
    sessions.close();
    return practices;
  }

  @Test
  void everyPracticeHasACaseThatMeetsItAndOneThatDoesNot() throws Exception {
    for (Practice practice : policy.practices()) {
      Set<String> outcomes = new TreeSet<>();
      for (Path example : folders(cases().resolve(practice.name()))) {
        CaseExample expected = CaseExample.in(example);
        int column = expected.columns().indexOf("outcome");
        expected.rows().forEach(cells -> outcomes.add(cells.get(column)));
      }
      assertThat(outcomes).as(practice.name()).contains("met", "not_met");
    }
  }

  private void holds(SparkSession spark, Path example) throws IOException {
    Path folder = Objects.requireNonNull(example.getParent());
    Practice practice =
        policy.practices().stream()
            .filter(p -> p.name().equals(folder.getFileName().toString()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("practices.yaml has no " + folder.getFileName()));
    CaseExample.in(example).holds(spark, policy, policy.sql(practice), practice.parameters());
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static Path cases() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(PracticeCasesTest.class.getResource("/practice-cases")).toURI());
  }
}
