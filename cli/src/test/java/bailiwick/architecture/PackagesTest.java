package bailiwick.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The arrows inside each module: a package uses only those that stand before it in its list. */
class PackagesTest {

  /** The packages of a module from the ground up; "" is the module's own package. */
  private static final Map<String, List<String>> GROUND_UP =
      Map.ofEntries(
          Map.entry(
              "core",
              List.of(
                  "problem",
                  "unit",
                  "area",
                  "company",
                  "account",
                  "alignment",
                  "roster",
                  "measure",
                  "design",
                  "exact",
                  "optimize.plan",
                  "optimize.objective",
                  "optimize.proof",
                  "optimize.bound",
                  "optimize.finish",
                  "optimize.start",
                  "optimize.field",
                  "optimize.search",
                  "optimize.part",
                  "optimize.explain",
                  "optimize",
                  "optimize.tradeoff",
                  "optimize.change",
                  "optimize.number",
                  "optimize.district")),
          Map.entry(
              "rules",
              List.of(
                  "attribute",
                  "source",
                  "syntax",
                  "check",
                  "space",
                  "lookup",
                  "proof",
                  "table",
                  "cover",
                  "decide",
                  "propose")),
          Map.entry("exact", List.of("")),
          Map.entry("kpi", List.of("")),
          Map.entry(
              "geo", List.of("shape", "lookup", "adjacency", "tiling", "simplify", "exchange")),
          Map.entry(
              "atlas", List.of("pack", "draft", "build", "industry", "", "placing", "install")),
          Map.entry(
              "intake",
              List.of(
                  "workbook",
                  "table",
                  "mapping",
                  "report",
                  "account",
                  "record",
                  "roster",
                  "deal",
                  "potential",
                  "today",
                  "duplicate",
                  "family",
                  "brief",
                  "export",
                  "quality",
                  "crm",
                  "circulation",
                  "instance",
                  "generate")),
          Map.entry(
              "store",
              List.of(
                  "database",
                  "embedded",
                  "audit",
                  "company",
                  "account",
                  "duplicate",
                  "measure",
                  "record",
                  "profile",
                  "roster",
                  "user",
                  "job",
                  "plan",
                  "scenario",
                  "quality",
                  "potential",
                  "stability",
                  "ledger",
                  "exception",
                  "deal",
                  "review",
                  "publication",
                  "lead",
                  "crm",
                  "",
                  "backup")),
          Map.entry(
              "server",
              List.of(
                  "folder",
                  "problem",
                  "security",
                  "metrics",
                  "wire",
                  "rule",
                  "roster",
                  "company",
                  "audit",
                  "atlas",
                  "job",
                  "published",
                  "account",
                  "stability",
                  "exception",
                  "potential",
                  "duplicate",
                  "intake",
                  "crm",
                  "market",
                  "route",
                  "standing",
                  "scenario",
                  "quality",
                  "circulation",
                  "kpi",
                  "plan",
                  "patch",
                  "review",
                  "publication",
                  "proof",
                  "demo",
                  "web",
                  "")),
          Map.entry(
              "cli",
              List.of(
                  "terminal",
                  "client",
                  "crm",
                  "store",
                  "atlas",
                  "intake",
                  "design",
                  "rule",
                  "export",
                  "server",
                  "")));

  @TestFactory
  List<DynamicTest> a_package_uses_only_those_before_it() {
    return GROUND_UP.keySet().stream()
        .sorted()
        .map(module ->
            DynamicTest.dynamicTest(module, () -> assertThat(upwardArrows(module)).isEmpty()))
        .toList();
  }

  @TestFactory
  List<DynamicTest> every_package_stands_in_its_list() {
    return GROUND_UP.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () ->
                    assertThat(packagesOf(entry.getKey()))
                        .containsExactlyInAnyOrderElementsOf(entry.getValue())))
        .toList();
  }

  private static Set<String> upwardArrows(String module) {
    List<String> order = GROUND_UP.get(module);
    return Ours.MAIN.stream()
        .filter(type -> isIn(module, type))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(arrow -> isIn(module, arrow.getTargetClass()))
        .filter(arrow -> height(order, module, target(arrow)) > height(order, module, arrow))
        .map(arrow -> arrow.getOriginClass().getFullName() + " -> " + target(arrow).getFullName())
        .collect(toCollection(TreeSet::new));
  }

  private static JavaClass target(Dependency arrow) {
    return arrow.getTargetClass().getBaseComponentType();
  }

  private static int height(List<String> order, String module, Dependency arrow) {
    return height(order, module, arrow.getOriginClass());
  }

  private static int height(List<String> order, String module, JavaClass type) {
    return order.indexOf(inside(module, type));
  }

  private static Set<String> packagesOf(String module) {
    return Ours.MAIN.stream()
        .filter(type -> isIn(module, type))
        .map(type -> inside(module, type))
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isIn(String module, JavaClass type) {
    String name = type.getBaseComponentType().getPackageName() + ".";
    return name.startsWith("bailiwick." + module + ".");
  }

  private static String inside(String module, JavaClass type) {
    String name = type.getPackageName();
    String root = "bailiwick." + module;
    return name.equals(root) ? "" : name.substring(root.length() + 1);
  }
}
