package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Source;
import org.junit.jupiter.api.Test;

class SourcesTest {
  @Test
  void everyDeclarationIsInTheListOfSources() {
    Set<String> declared = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cyberreadiness.batch")) {
      if (type.isAssignableTo(DeclaresSource.class) && !type.isInterface()) {
        declared.add(type.getSimpleName());
      }
    }
    assertThat(declared).hasSize(Sources.all().byName().size());
  }

  @Test
  void whereRowsSayTheirDayOneOfTheColumnsIsAlwaysFilled() {
    for (Source source : Sources.all().byName().values()) {
      if (!source.asAt().rowColumns().isEmpty()) {
        assertThat(source.columns())
            .as(source.name())
            .anyMatch(
                column -> column.isRequired() && source.asAt().rowColumns().contains(column.name()));
      }
      for (Column column : source.columns()) {
        boolean isDay =
            source.asAt().rowColumns().contains(column.name())
                || column.name().equals(source.asAt().fileColumn());
        assertThat(isDay && column.isIncidental()).as(source.name()).isFalse();
      }
    }
  }
}
