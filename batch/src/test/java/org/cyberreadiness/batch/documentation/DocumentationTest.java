package org.cyberreadiness.batch.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cyberreadiness.batch.Sources;
import org.cyberreadiness.batch.validation.Source;
import org.junit.jupiter.api.Test;

/**
 * The generated pages of docs/ say what the batch does today. After a change, write them anew with
 * {@code mvn -pl batch,data-samples test -Dtest=DocumentationTest -Ddocumentation.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class DocumentationTest {
  private static final Path DOCS = Path.of("../docs");

  private static Map<String, String> pages() throws Exception {
    Map<String, String> pages = new TreeMap<>();
    StringBuilder index =
        new StringBuilder("# Sources\n\nWhat lands in `landing/`, one page a source.\n\n");
    index.append("| source | says |\n|---|---|\n");
    for (Source source : Sources.all().byName().values()) {
      pages.put("sources/" + source.name() + ".md", SourcePage.of(source));
      index
          .append("| [")
          .append(source.name())
          .append("](")
          .append(source.name())
          .append(".md) | ")
          .append(source.description())
          .append(" |\n");
    }
    pages.put("sources/README.md", index.toString());
    pages.put("data-dictionary.md", DataDictionary.page());
    pages.put("practices.md", PolicyPage.page());
    return pages;
  }

  @Test
  void everyGeneratedPageSaysWhatTheBatchDoes() throws Exception {
    Map<String, String> pages = pages();
    if (Boolean.getBoolean("documentation.write")) {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Path file = DOCS.resolve(page.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = DOCS.resolve(page.getKey());
      assertThat(file).exists();
      assertThat(Files.readString(file))
          .as(
              "docs/%s is not what the batch does today; write it anew as this class says",
              page.getKey())
          .isEqualTo(page.getValue());
    }
  }

  @Test
  void everyTableColumnViewAndFormulaHasAComment() throws Exception {
    assertThat(DataDictionary.withoutComment()).isEmpty();
  }
}
