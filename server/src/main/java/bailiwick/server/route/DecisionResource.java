package bailiwick.server.route;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.route.RouteWire.DecisionRequest;
import bailiwick.server.route.RouteWire.DecisionView;
import bailiwick.server.route.RouteWire.RuleSetView;
import bailiwick.server.security.Allowed;
import bailiwick.store.plan.PlanId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published rules and what they decide. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "decisions", description = "The published rules and what they decide.")
public class DecisionResource {

  private final Leads leads;

  DecisionResource(Leads leads) {
    this.leads = leads;
  }

  @GetMapping("/plans/{id}/rules")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getRules", summary = "Show the rules published for a day")
  RuleSetView rules(
      @PathVariable UUID id,
      @Parameter(
              description = "The day; the newest publication's when absent.",
              example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    return leads.rules(new PlanId(id), on);
  }

  @PostMapping("/decisions")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "decide",
      summary = "Tell where a lead would go, and why",
      description = "Keeps nothing.")
  DecisionView decide(@Valid @RequestBody DecisionRequest request) {
    return leads.decide(request);
  }
}
