package org.cyberreadiness.batch.policy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder fact-cases/&lt;fact&gt;/&lt;case&gt; is one example of a fact, as those of practices
 * in practice-cases are.
 */
class FactCasesTest {
  private final Policy policy =
      Policy.load(
          RuleFiles.own(),
          OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
              .lines()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList());

  @TestFactory
  List<DynamicTest> everyExampleHolds() throws IOException, URISyntaxException {
    Path root =
        Path.of(Objects.requireNonNull(FactCasesTest.class.getResource("/fact-cases")).toURI());
    List<DynamicTest> tests = new ArrayList<>();
    try (CaseSessions sessions = new CaseSessions()) {
      for (Path fact : folders(root)) {
        for (Path example : folders(fact)) {
          SqlFile file = SqlFile.of("fact/" + fact.getFileName() + ".sql");
          Future<?> held =
              sessions.run(spark -> CaseExample.in(example).holds(spark, policy, file, Map.of()));
          String title = Files.readAllLines(example.resolve("README.md")).getFirst();
          tests.add(DynamicTest.dynamicTest(title, () -> CaseSessions.answerOf(held)));
        }
      }
    }
    return tests;
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }
}
