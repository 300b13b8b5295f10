package org.cyberreadiness.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.vaadin.flow.router.Route;
import java.util.Set;

/** The sentences that hold the dashboard's rooms apart. */
@AnalyzeClasses(
    packages = "org.cyberreadiness.dashboard",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String HERE = "org.cyberreadiness.dashboard.";
  private static final Set<String> SHARED = Set.of("shell", "snapshot", "access");

  @ArchTest
  static final ArchRule onlySnapshotOpensDuckDb =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dashboard.snapshot..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.duckdb..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.Connection")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.DriverManager");

  @ArchTest
  static final ArchRule theDashboardSharesNoJavaWithTheBatch =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.cyberreadiness.batch..", "org.cyberreadiness.samples..");

  @ArchTest
  static final ArchRule roomsWithPagesDoNotUseEachOther =
      slices().assignedFrom(new RoomsWithPages()).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule snapshotKnowsNoPages =
      noClasses()
          .that()
          .resideInAPackage("..dashboard.snapshot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.vaadin..", HERE + "shell..", HERE + "access..");

  @ArchTest
  static final ArchRule theShellKnowsNoRoom =
      noClasses()
          .that()
          .resideInAPackage("..dashboard.shell..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              HERE + "national..",
              HERE + "organisation..",
              HERE + "repeatfailure..",
              HERE + "access..");

  @ArchTest
  static final ArchRule viewsArePackagePrivate =
      classes().that().areAnnotatedWith(Route.class).should().bePackagePrivate();

  /** A room is the first package below the dashboard; the shared ones are none. */
  private static final class RoomsWithPages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      if (!name.startsWith(HERE)) {
        return SliceIdentifier.ignore();
      }
      String room = name.substring(HERE.length()).split("\\.", 2)[0];
      return SHARED.contains(room) ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
    }

    @Override
    public String getDescription() {
      return "rooms with pages";
    }
  }
}
