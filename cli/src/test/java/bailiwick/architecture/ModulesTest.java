package bailiwick.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between modules, and what each may use from outside. One line a module. */
class ModulesTest {

  /** Which of our modules a module may use, besides itself. */
  private static final Map<String, List<String>> OURS =
      Map.ofEntries(
          Map.entry("core", List.of()),
          Map.entry("exact", List.of("core")),
          Map.entry("rules", List.of("core")),
          Map.entry("kpi", List.of("core")),
          Map.entry("geo", List.of("core")),
          Map.entry("atlas", List.of("core", "geo")),
          Map.entry("intake", List.of("core", "atlas")),
          Map.entry("store", List.of("core", "rules")),
          Map.entry("server", List.of("core", "rules", "kpi", "atlas", "intake", "store", "exact")),
          Map.entry(
              "cli",
              List.of("core", "rules", "geo", "atlas", "intake", "store", "exact", "server")));

  /** Which packages of others a module may use, besides the JDK's own and JSpecify's. */
  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          Map.entry("core", List.of()),
          Map.entry("exact", List.of("com.google.ortools..")),
          Map.entry("rules", List.of("javax.xml..", "org.xml.sax..")),
          Map.entry("kpi", List.of()),
          Map.entry("geo", List.of("org.locationtech.jts..", "tools.jackson..")),
          Map.entry("atlas", List.of("org.locationtech.jts..", "de.siegmar.fastcsv..")),
          Map.entry(
              "intake",
              List.of(
                  "de.siegmar.fastcsv..",
                  "tools.jackson..",
                  "org.yaml..",
                  "org.apache.commons.text.similarity..",
                  "crawlercommons.domains..",
                  "org.dhatim.fastexcel..")),
          Map.entry(
              "store",
              List.of(
                  "java.sql..",
                  "javax.sql..",
                  "org.postgresql..",
                  "org.flywaydb..",
                  "com.zaxxer.hikari..",
                  "org.springframework.jdbc..",
                  "org.springframework.dao..",
                  "org.springframework.transaction..",
                  "org.apache.commons.compress..",
                  "org.tukaani.xz..",
                  "org.slf4j..",
                  "tools.jackson..")),
          Map.entry(
              "server",
              List.of(
                  "javax.sql..",
                  "jakarta..",
                  "org.springframework..",
                  "org.springdoc..",
                  "io.swagger..",
                  "io.micrometer..",
                  "org.slf4j..",
                  "tools.jackson..",
                  "com.fasterxml.jackson.annotation..")),
          Map.entry("cli", List.of("picocli..", "tools.jackson..", "org.springframework.boot..")));

  private static final JavaClasses CLASSES = Ours.MAIN;

  @TestFactory
  List<DynamicTest> a_module_uses_only_what_is_allowed() {
    return OURS.keySet().stream()
        .sorted()
        .map(module -> DynamicTest.dynamicTest(module, () -> arrowsOf(module).check(CLASSES)))
        .toList();
  }

  private static ArchRule arrowsOf(String module) {
    List<String> allowed = new ArrayList<>();
    allowed.add("org.jspecify.annotations..");
    allowed.add("bailiwick." + module + "..");
    OURS.getOrDefault(module, List.of()).forEach(other -> allowed.add("bailiwick." + other + ".."));
    allowed.addAll(OTHERS.getOrDefault(module, List.of()));
    return classes()
        .that()
        .resideInAPackage("bailiwick." + module + "..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)).or(plainJdk()))
        .allowEmptyShould(true)
        .because("the arrows of ARCHITECTURE.md point one way");
  }

  /** The JDK without databases; primitive types and arrays of them count as the JDK's. */
  private static DescribedPredicate<JavaClass> plainJdk() {
    return resideInAnyPackage("java..", "javax.crypto..", "javax.net..", "com.sun.net..", "")
        .and(DescribedPredicate.not(resideInAPackage("java.sql..")))
        .as("the JDK without java.sql");
  }

  @Test
  void every_module_is_spelled_out_here() {
    var modules =
        CLASSES.stream()
            .map(type -> type.getPackageName().split("\\.", 3)[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(OURS.keySet()).containsAll(modules);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("bailiwick.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void only_the_command_line_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("bailiwick.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void every_decision_goes_through_one_door() {
    noClasses()
        .that()
        .resideOutsideOfPackage("bailiwick.rules..")
        .should()
        .callMethod(RuleLookup.class, "findWinner", Subject.class)
        .orShould()
        .callMethod(RuleLookup.class, "findTerritory", Subject.class)
        .orShould()
        .callMethod(RuleLookup.class, "findAll", Subject.class)
        .because("accounts, leads and opportunities are decided by LeadRouter alone")
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(Object::toString)
            .sorted()
            .toList();
    assertThat(unmarked).isEmpty();
  }
}
