package org.cyberreadiness.samples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The boundary sentences of the generator, held. */
class BoundariesTest {
  private static final String ROOT = "org.cyberreadiness.samples";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void writingAndChanceKnowNothingOfTheDomain() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".writing..", ROOT + ".chance..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".nation..",
            ROOT + ".organisation..",
            ROOT + ".toolkit..",
            ROOT + ".inventory..",
            ROOT + ".inspection..",
            ROOT + ".alert..",
            ROOT + ".companion..")
        .check(classes);
  }

  @Test
  void roomsDoNotNeedEachOtherInACircle() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  void theGeneratorKnowsNothingOfTheBatch() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.cyberreadiness.batch..", "org.cyberreadiness.dashboard..")
        .check(classes);
  }
}
