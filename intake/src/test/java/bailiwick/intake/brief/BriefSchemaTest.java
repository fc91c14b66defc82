package bailiwick.intake.brief;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.problem.ProblemException;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader take the same briefs and refuse the same briefs. */
class BriefSchemaTest {

  private static final Path FILE = Path.of("../docs/reference/design-brief.schema.json");
  private static final Path EXAMPLES = Path.of("../docs/examples");

  private final Schema schema = schema();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'territories': 3}",
        "{'territories': 100000, 'name': 'Q1', 'country': 'GB', 'unitKind': 'county'}",
        "{'territories': [{'code': 'N', 'name': 'North', 'share': 0.5, 'home': [-87.6, 41.9]}]}",
        "{'territories': [{'code': 'N', 'home': null}], 'unitKind': 'account'}",
        "{'territories': 2, 'measures': [{'name': 'potential'}, {'name': 'beds', 'tolerance': 0}]}",
        "{'territories': 2, 'contiguous': false, 'objective': 'cutEdges', 'disruptionWeight': 2}",
        "{'territories': 2, 'locked': ['17031'], 'seed': -7, 'effort': 'thorough'}",
        "{'territories': 2, 'effort': 'quick', 'timeLimitSeconds': 0.1}",
        "{'territories': 2, 'measures': [], 'locked': []}",
        "{'territories': 2, 'eligible': [{'units': ['a'], 'territories': ['T01', 'T02']}]}",
        "{'territories': 2, 'preferences': [{'name': 'fit', 'costs': [{'unit': 'a', 'territory': 'T01'}]}]}",
        "{'territories': 2, 'together': [['a', 'b']], 'apart': [['a', 'c', 'd']]}",
        "{'territories': 2, 'locked': ['a', {'unit': 'b', 'reason': 'cooling off'}]}",
        "{'territories': 2, 'budgets': [{'measure': 'accounts', 'most': 7.5}]}",
        "{'territories': 2, 'budgets': [{'measure': 'potential', 'share': 0.1, 'territory': 'T01', 'direction': 'entering'}]}",
        "{'territories': 2, 'capacities': [{'measure': 'workload', 'capacity': 1600, 'headroom': 0.15}]}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': 1.5}}",
        "{'territories': 2, 'travelHours': {'measure': 'beds', 'visitsPerAmount': 0.2, 'hoursPerVisit': 0, 'parkingHours': 0.25, 'workdayHours': 7.5, 'days': 200}}",
        "{'territories': 2, 'goals': [{'objective': 'cutEdges', 'weight': 3}], 'neverWorse': true, 'beginFromToday': true}",
        "{'territories': 2, 'then': [{'goals': [{'objective': 'disruption'}], 'slack': 0.02}]}",
        "{'change': {'split': {'territory': 'T03'}}}",
        "{'change': {'split': {'territory': 'T03', 'into': 3, 'parts': [{'code': 'T03-EAST'}]}, 'slack': 0.05}}",
        "{'territories': 4, 'change': {'merge': {'territories': ['T01'], 'into': 'T02', 'share': 1}}}",
        "{'change': {'remove': ['T01', 'T02'], 'rebalance': true}, 'neverWorse': false}",
        "{'change': {'add': 2}}",
        "{'territories': 9, 'districts': {'count': 3}}",
        "{'territories': 9, 'districts': {'count': 3, 'tolerance': 0.2, 'first': 'districts'}}",
        "{'change': {'add': 2}, 'districts': {'count': 3, 'first': 'territories'}}",
        "{'bestNumber': {'measure': 'workload', 'target': 1600}}",
        "{'bestNumber': {'measure': 'workload', 'target': 1600, 'tolerance': 0.2, 'least': 2, 'most': 9, 'territoryCost': 90000, 'distanceCost': 0.4, 'assumptions': [{'name': 'AI', 'factor': 1.2}]}}",
        "{'change': {'add': [{'code': 'EAST', 'home': [-87.6, 41.9]}]}}",
        "{'change': {'split': {'territory': 'T03'}, 'rebalance': false}}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'capacities': [{'measure': 'workload', 'capacity': 9}]}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'locked': [], 'neverWorse': false, 'disruptionWeight': 0}",
        "{'territories': [{'code': 'N', 'timeZone': 'Asia/Kolkata'}], 'goals': [{'objective': 'timeZoneOverlap'}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a', 'sites': [{'place': [-74, 40.7], 'timeZone': 'America/New_York', 'weight': 3, 'remoteShare': 0.5}, {'postcode': '94105', 'weight': 0}, {}]}]}",
        "{'territories': 2, 'workingDay': {'from': '08:30', 'to': '18:00', 'date': '2027-01-15'}}",
      })
  void what_the_schema_takes_the_reader_takes(String brief) {
    assertThat(obeysSchema(brief)).isTrue();
    assertThat(isRead(brief)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{'territories': 0}",
        "{'territories': 100001}",
        "{'territories': 2.5}",
        "{'territories': []}",
        "{'territories': [{}]}",
        "{'territories': [{'code': ' '}]}",
        "{'territories': [{'code': 'N', 'colour': 'red'}]}",
        "{'territories': [{'code': 'N', 'share': 0}]}",
        "{'territories': [{'code': 'N', 'home': [200, 0]}]}",
        "{'territories': [{'code': 'N', 'home': [1, 2, 3]}]}",
        "{'territories': 2, 'name': ''}",
        "{'territories': 2, 'eligible': [{'units': ['a']}]}",
        "{'territories': 2, 'eligible': ['a']}",
        "{'territories': 2, 'eligible': [{'units': [], 'territories': ['T01']}]}",
        "{'territories': 2, 'preferences': [{'costs': []}]}",
        "{'territories': 2, 'preferences': [{'name': 'fit', 'costs': [{'unit': 'a', 'territory': 'T01', 'cost': -1}]}]}",
        "{'territories': 2, 'together': [['a']]}",
        "{'territories': 2, 'apart': ['a', 'b']}",
        "{'territories': 2, 'budgets': [{'measure': 'accounts'}]}",
        "{'territories': 2, 'budgets': [{'measure': 'accounts', 'most': 1, 'share': 0.1}]}",
        "{'territories': 2, 'budgets': [{'measure': 'accounts', 'most': 1, 'direction': 'up'}]}",
        "{'territories': 2, 'capacities': [{'measure': 'workload', 'headroom': 0.1}]}",
        "{'territories': 2, 'travelHours': {}}",
        "{'territories': 2, 'travelHours': true}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': -1}}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': 1, 'parkingHours': -0.1}}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': 1, 'workdayHours': 0}}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': 1, 'workdayHours': 25}}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': 1, 'days': 0}}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': 1, 'visitsPerAmount': 0}}",
        "{'territories': 2, 'travelHours': {'hoursPerVisit': 1, 'speed': 50}}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'travelHours': {'hoursPerVisit': 1}}",
        "{'territories': 2, 'capacities': [{'measure': 'workload', 'capacity': 5, 'headroom': 1.5}]}",
        "{'territories': 2, 'goals': [{'objective': 'cutEdges', 'weight': 0}]}",
        "{'territories': 2, 'then': [{'goals': []}]}",
        "{'territories': 2, 'neverWorse': 'yes'}",
        "{'territories': 2, 'beginFromToday': 1}",
        "{'territories': [{'code': 'N', 'timeZone': ''}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a'}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a', 'sites': []}]}",
        "{'territories': 2, 'decisionMakers': [{'sites': [{}]}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a', 'sites': [{'place': [200, 0]}]}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a', 'sites': [{'place': [1, 2], 'postcode': '1'}]}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a', 'sites': [{'weight': -1}]}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a', 'sites': [{'remoteShare': 1.01}]}]}",
        "{'territories': 2, 'decisionMakers': [{'unit': 'a', 'sites': [{'colour': 'red'}]}]}",
        "{'territories': 2, 'workingDay': '9 to 5'}",
        "{'territories': 2, 'workingDay': {'from': '9:00'}}",
        "{'territories': 2, 'workingDay': {'to': '24:00'}}",
        "{'territories': 2, 'workingDay': {'date': 'today'}}",
        "{'territories': 2, 'workingDay': {'date': [2027, 1, 15]}}",
        "{'territories': 2, 'workingDay': {'from': {}}}",
        "{'territories': 10000000000}",
        "{'change': {}}",
        "{'territories': 9, 'districts': {}}",
        "{'territories': 9, 'districts': 3}",
        "{'territories': 9, 'districts': {'count': 0}}",
        "{'territories': 9, 'districts': {'count': 3, 'tolerance': -1}}",
        "{'territories': 9, 'districts': {'count': 3, 'first': 'units'}}",
        "{'change': {'add': 2}, 'districts': {'count': 3, 'first': 'districts'}}",
        "{'bestNumber': {'measure': 'workload'}}",
        "{'bestNumber': {'measure': 'workload', 'target': 0}}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'territories': 3}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'change': {'add': 1}}",
        "{'bestNumber': {'measure': 'workload', 'target': 5, 'tolerance': 1}}",
        "{'bestNumber': {'measure': 'workload', 'target': 5, 'least': 0}}",
        "{'bestNumber': {'measure': 'workload', 'target': 5, 'assumptions': [{'name': 'AI'}]}}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'locked': ['a']}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'eligible': [{'units': ['a'], 'territories': ['T01']}]}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'budgets': [{'measure': 'accounts', 'most': 7}]}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'neverWorse': true}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'beginFromToday': true}",
        "{'bestNumber': {'measure': 'workload', 'target': 5}, 'disruptionWeight': 1}",
        "{'change': {'split': {'territory': 'T03'}, 'rebalance': true}}",
        "{'change': {'merge': {'territories': ['T01'], 'into': 'T02', 'share': 11}}}",
        "{'change': 'split'}",
        "{'change': {'split': {'territory': 'T03'}, 'add': 1}}",
        "{'change': {'split': {'into': 2}}}",
        "{'change': {'split': {'territory': 'T03', 'into': 1}}}",
        "{'change': {'split': {'territory': 'T03', 'colour': 'red'}}}",
        "{'change': {'merge': {'territories': [], 'into': 'T02'}}}",
        "{'change': {'merge': {'territories': ['T01']}}}",
        "{'change': {'remove': []}}",
        "{'change': {'add': 0}}",
        "{'change': {'add': 1, 'slack': -1}}",
        "{'change': {'add': 1}, 'neverWorse': true}",
        "{'territories': 2, 'locked': [{'unit': 'a'}]}",
        "{'territories': 2, 'colour': 'red'}",
        "{'territories': 2, 'unitKind': 'street'}",
        "{'territories': 2, 'objective': 'beauty'}",
        "{'territories': 2, 'measures': 'potential'}",
        "{'territories': 2, 'measures': [{'tolerance': 0.1}]}",
        "{'territories': 2, 'measures': [{'name': 'potential', 'tolerance': -0.1}]}",
        "{'territories': 2, 'contiguous': 'yes'}",
        "{'territories': 2, 'disruptionWeight': -1}",
        "{'territories': 2, 'locked': [17031]}",
        "{'territories': 2, 'seed': 1.5}",
        "{'territories': 2, 'seed': 9223372036854775808}",
        "{'territories': 2, 'effort': 'heroic'}",
        "{'territories': 2, 'timeLimitSeconds': 0}",
      })
  void what_the_schema_refuses_the_reader_refuses(String brief) {
    assertThat(obeysSchema(brief)).isFalse();
    assertThat(isRead(brief)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"best-number", "change", "districts", "hospitals", "meetings", "realignment"})
  void the_examples_in_the_documentation_obey_the_schema_and_are_read(String example)
      throws IOException {
    Path file = EXAMPLES.resolve(example).resolve("brief.yaml");
    String brief = Files.readString(file);

    assertThat(schema.validate(brief, InputFormat.YAML)).isEmpty();
    assertThat(BriefReader.read(brief, "brief.yaml").measures()).isNotEmpty();
  }

  @Test
  void names_are_as_long_as_scenarios_take_them() {
    String longest = "x".repeat(BriefFrame.LONGEST_NAME);
    for (String brief :
        List.of(
            "{'territories': 2, 'name': '%s'}",
            "{'territories': [{'code': '%s'}]}",
            "{'territories': [{'code': 'N', 'name': '%s'}]}",
            "{'territories': 2, 'preferences': [{'name': '%s'}]}")) {
      assertThat(obeysSchema(brief.formatted(longest))).isTrue();
      assertThat(isRead(brief.formatted(longest))).isTrue();
      assertThat(obeysSchema(brief.formatted(longest + "x"))).isFalse();
      assertThat(isRead(brief.formatted(longest + "x"))).isFalse();
    }
  }

  @Test
  void there_are_at_most_a_hundred_preferences() {
    String one = "{'name': 'fit'}";
    for (int count : new int[] {100, 101}) {
      String brief =
          "{'territories': 2, 'preferences': [%s]}"
              .formatted(String.join(",", Collections.nCopies(count, one)));
      assertThat(obeysSchema(brief)).isEqualTo(count == 100);
      assertThat(isRead(brief)).isEqualTo(count == 100);
    }
  }

  private boolean obeysSchema(String brief) {
    return schema.validate(json(brief), InputFormat.JSON).isEmpty();
  }

  private static boolean isRead(String brief) {
    try {
      BriefReader.read(json(brief), "brief.json");
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(FILE), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
