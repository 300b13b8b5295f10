package org.cyberreadiness.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.cyberreadiness.batch.fact.FactOrder;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.run.Session;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** The boundary sentences of the house, held. */
class BoundariesTest {
  private static final String ROOT = "org.cyberreadiness.batch";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Every room that declares a source: a new one is held to the same without being named here. */
  private Set<String> sourceRooms() {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass type : classes) {
      if (type.isAssignableTo(DeclaresSource.class) && !type.isInterface()) {
        rooms.add(type.getPackageName().substring(ROOT.length() + 1));
      }
    }
    return rooms;
  }

  @Test
  void onlyReadersAndTheRunMentionSpark() {
    Set<String> rooms = new TreeSet<>(sourceRooms());
    rooms.addAll(Set.of("validation", "reading", "policy", "snapshot"));
    noClasses()
        .that()
        .resideInAnyPackage(
            rooms.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(classes);
  }

  @Test
  void noSourceKnowsAnother() {
    Set<String> rooms = sourceRooms();
    assertThat(rooms).contains("alert", "companion", "inspection", "inventory", "organisation");
    for (String room : rooms) {
      for (String other : rooms) {
        if (!room.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage(ROOT + "." + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage(ROOT + "." + other + "..")
              .check(classes);
        }
      }
    }
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
  void theHeaderOfAFactSaysWhatItReads() throws Exception {
    SparkSession spark = Session.open();
    List<SqlFile> files = new ArrayList<>(FactOrder.in("fact"));
    files.addAll(FactOrder.in("practice"));
    files.addAll(FactOrder.in("counting"));
    for (SqlFile file : files) {
      Set<String> read = new TreeSet<>();
      Set<String> own = new TreeSet<>();
      collect(spark.sessionState().sqlParser().parsePlan(file.text()), read, own);
      read.removeAll(own);
      assertThat(new TreeSet<>(file.reads())).as(file.name()).isEqualTo(read);
    }
  }

  /** Relations a plan reads, and the names of its own common table expressions. */
  private static void collect(TreeNode<?> node, Set<String> read, Set<String> own) {
    if (node instanceof UnresolvedRelation relation) {
      read.add(relation.multipartIdentifier().mkString("."));
    }
    for (TreeNode<?> inner : CollectionConverters.asJava(node.innerChildren())) {
      if (node instanceof UnresolvedWith && inner instanceof SubqueryAlias named) {
        own.add(named.alias());
      }
      collect(inner, read, own);
    }
    for (Object child : CollectionConverters.asJava(node.children())) {
      collect((TreeNode<?>) child, read, own);
    }
  }
}
