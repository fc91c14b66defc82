package bailiwick.server.plan;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.server.plan.PlanWire.NewPlan;
import bailiwick.server.plan.PlanWire.NewScenario;
import bailiwick.server.plan.PlanWire.PlanFamilies;
import bailiwick.server.plan.PlanWire.PlanList;
import bailiwick.server.plan.PlanWire.PlanView;
import bailiwick.server.plan.PlanWire.ScenarioList;
import bailiwick.server.problem.Versions;
import bailiwick.server.scenario.ScenarioWire.ScenarioSummary;
import bailiwick.server.scenario.Scenarios;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.Scenario;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "plans", description = "Plans and their scenarios.")
public class PlanResource {

  private final Plans plans;
  private final Scenarios scenarios;

  PlanResource(Plans plans, Scenarios scenarios) {
    this.plans = plans;
    this.scenarios = scenarios;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "listPlans", summary = "List the plans")
  PlanList plans() {
    return new PlanList(plans.list());
  }

  @PostMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createPlan", summary = "Make a plan")
  ResponseEntity<PlanView> create(@Valid @RequestBody NewPlan plan) {
    PlanView made = plans.create(plan, Caller.current().username());
    return ResponseEntity.created(URI.create("/api/v1/plans/" + made.id())).body(made);
  }

  @GetMapping("/{id}")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getPlan", summary = "Show a plan")
  PlanView plan(@PathVariable UUID id) {
    return plans.get(new PlanId(id));
  }

  @PutMapping("/{id}/families")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "setPlanFamilies",
      summary = "Say how a plan owns accounts that belong together",
      description =
          "Counts from its next publication on. Refused with `PLAN_IN_REVIEW` while a scenario of it"
              + " is in review or approved.")
  PlanView setFamilies(@PathVariable UUID id, @Valid @RequestBody PlanFamilies asked) {
    return plans.setFamilies(new PlanId(id), asked.families(), Caller.current().username());
  }

  @GetMapping("/{id}/scenarios")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listScenarios", summary = "List the scenarios of a plan")
  ScenarioList scenarios(@PathVariable UUID id) {
    return new ScenarioList(plans.scenarios(new PlanId(id)));
  }

  @PostMapping("/{id}/scenarios")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createScenario",
      summary = "Make a scenario",
      description = "From today's owners, as a copy, or with empty territories.")
  ResponseEntity<ScenarioSummary> createScenario(
      @PathVariable UUID id, @Valid @RequestBody NewScenario scenario) {
    Scenario made = plans.createScenario(new PlanId(id), scenario, Caller.current().username());
    return ResponseEntity.created(URI.create("/api/v1/scenarios/" + made.id()))
        .eTag(Versions.tag(made.version()))
        .body(scenarios.summary(made.id()));
  }
}
