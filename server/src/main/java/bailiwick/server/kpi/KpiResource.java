package bailiwick.server.kpi;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.kpi.KpiWire.KpiTable;
import bailiwick.server.security.Allowed;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.ScenarioId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Key figures. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "kpis", description = "Key figures per territory.")
public class KpiResource {

  private final Kpis kpis;

  KpiResource(Kpis kpis) {
    this.kpis = kpis;
  }

  @GetMapping("/scenarios/{id}/kpis")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getScenarioKpis", summary = "Key figures of a scenario")
  KpiTable ofScenario(@PathVariable UUID id) {
    return kpis.ofScenario(new ScenarioId(id));
  }

  @GetMapping("/plans/{id}/kpis")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getPlanKpis", summary = "Key figures of what is published")
  KpiTable ofPlan(
      @PathVariable UUID id,
      @Parameter(description = "The day; today, or the first day published, when absent.")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    return kpis.ofPlan(new PlanId(id), on);
  }
}
