package org.cyberreadiness.batch.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cyberreadiness.batch.policy.Edition;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.policy.Practice;
import org.cyberreadiness.batch.policy.SeriesBreak;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;

/** The page of the policy in force: every practice, edition and break, with its examples. */
final class PolicyPage {
  private static final Path CASES = Path.of("src/test/resources/practice-cases");

  private PolicyPage() {}

  /** Markdown of the page. */
  static String page() throws IOException {
    List<String> types =
        OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
            .lines()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    Policy policy = Policy.load(RuleFiles.own(), types);
    StringBuilder page = new StringBuilder("# Practices\n\n");
    page.append(
            "What an organisation must do, as `practices.yaml` says it; how the figures follow"
                + " from")
        .append(" it stands in [method.md](method.md).\n");
    for (Practice practice : policy.practices()) {
      page.append("\n## ")
          .append(practice.words().title())
          .append("\n\n")
          .append(practice.words().question());
      page.append(' ').append(practice.words().why()).append("\n\n| | |\n|---|---|\n");
      row(page, "name", "`" + practice.name() + "`");
      row(
          page,
          "applies to",
          practice.appliesTo().equals(types)
              ? "every type of organisation"
              : String.join(", ", practice.appliesTo()));
      row(page, "cycle", practice.cycle());
      row(page, "counted above the line", practice.words().numerator());
      row(page, "counted below the line", practice.words().denominator());
      Double threshold = practice.threshold();
      if (threshold != null) {
        row(
            page,
            "threshold",
            String.format(Locale.ROOT, "%s, %s is good", threshold, practice.good()));
      }
      practice
          .parameters()
          .forEach(
              (name, value) -> {
                if (!name.equals("threshold")) {
                  row(page, "parameter `" + name + "`", String.valueOf(value));
                }
              });
      row(page, "nothing received means", practice.silence().replace('_', ' '));
      row(
          page,
          "repeatedly failing",
          "failed "
              + practice.repeat().failed()
              + " of the newest "
              + practice.repeat().of()
              + " assessed cycles, the newest among them");
      row(
          page,
          "a change is told after",
          practice.debounce() == 1
              ? "one assessed cycle"
              : practice.debounce() + " assessed cycles in a row");
      row(page, "source of the rule", practice.words().ruleSource());
      rule(page, policy.sql(practice).text());
      cases(page, practice);
    }
    page.append("\n## Editions\n\n| edition | opens | deadline | series |\n|---|---|---|---|\n");
    for (Edition edition : policy.editions()) {
      page.append("| ").append(edition.edition()).append(" | ").append(edition.opensOn());
      page.append(" | ").append(edition.deadline()).append(" | ").append(edition.series());
      page.append(" |\n");
    }
    page.append("\n## Breaks in series\n\n| practice | type | from | why |\n|---|---|---|---|\n");
    for (SeriesBreak broken : policy.breaks()) {
      page.append("| ").append(broken.practice()).append(" | ").append(broken.type());
      page.append(" | ").append(broken.cycle()).append(" | ").append(broken.reason());
      page.append(" |\n");
    }
    return page.append("\nMade by the test `DocumentationTest` from practices.yaml; do not edit.\n")
        .toString();
  }

  private static void row(StringBuilder page, String name, String text) {
    page.append("| ").append(name).append(" | ").append(text.replace("|", "\\|")).append(" |\n");
  }

  /** The rule as the header of its .sql file says it. */
  private static void rule(StringBuilder page, String sql) {
    String header = sql.substring(sql.indexOf("-- rule:") + "-- rule:".length());
    String rule = header.substring(0, header.indexOf("-- null:"));
    page.append("\nRule: ").append(rule.replaceAll("\\s*\n--\\s*", " ").strip()).append('\n');
  }

  private static void cases(StringBuilder page, Practice practice) throws IOException {
    page.append("\nExamples, each a folder of small tables:\n\n");
    try (Stream<Path> folders = Files.list(CASES.resolve(practice.name()))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        page.append("- [")
            .append(folder.getFileName().toString().replace('-', ' '))
            .append("](../batch/")
            .append(folder)
            .append("): ")
            .append(Files.readAllLines(folder.resolve("README.md")).getFirst())
            .append('\n');
      }
    }
  }
}
