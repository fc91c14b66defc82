package bailiwick.server.scenario;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.problem.Versions;
import bailiwick.server.scenario.ScenarioRulesWire.NewScenarioRules;
import bailiwick.server.scenario.ScenarioRulesWire.ScenarioRules;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.scenario.ScenarioId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The written rules of scenarios. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/rules")
@Tag(name = "scenarios")
public class ScenarioRulesResource {

  private final ScenarioWrittenRules rules;

  ScenarioRulesResource(ScenarioWrittenRules rules) {
    this.rules = rules;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getScenarioRules",
      summary = "Show the written rules, and what they decide",
      description = "Rules that can no longer be proven are shown with their problems.")
  ResponseEntity<ScenarioRules> rules(@PathVariable UUID id) {
    return tagged(rules.get(new ScenarioId(id)));
  }

  @PutMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "setScenarioRules",
      summary = "Replace the written rules",
      description =
          "Needs If-Match. Kept only when proven: no two of one priority disagree, each decides"
              + " something, every territory, area and account is known. Accounts that a rule takes"
              + " count in its territory from then on.")
  ResponseEntity<ScenarioRules> replace(
      @PathVariable UUID id,
      @Parameter(description = "ETag of the scenario as last read.", example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody NewScenarioRules asked) {
    long version = Versions.required(ifMatch);
    String who = Caller.current().username();
    return tagged(rules.set(new ScenarioId(id), version, asked.text(), who));
  }

  private static ResponseEntity<ScenarioRules> tagged(ScenarioRules rules) {
    return ResponseEntity.ok().eTag(Versions.tag(rules.version())).body(rules);
  }
}
