package bailiwick.server.standing;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.problem.Limits;
import bailiwick.server.security.Allowed;
import bailiwick.server.standing.StandingWire.DifferencePage;
import bailiwick.server.standing.StandingWire.LayerList;
import bailiwick.server.standing.StandingWire.StandingView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Layers, and the standing check of each. */
@RestController
@RequestMapping("/api/v1/layers")
@Tag(name = "standing", description = "Whether what is kept says what the rules in force decide.")
public class StandingResource {

  private final Standings standings;

  StandingResource(Standings standings) {
    this.standings = standings;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listLayers", summary = "List the layers")
  LayerList layers() {
    return standings.layers();
  }

  @GetMapping("/{layer}/standing")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getStanding",
      summary = "Tell whether ledger and rules contradict each other",
      description =
          "The newest check; checks now when another day, another publication or an hour has come"
              + " since. A check runs after each publication, too.")
  StandingView latest(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer) {
    return standings.latest(layer);
  }

  @PostMapping("/{layer}/standing")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "runStanding",
      summary = "Check now whether ledger and rules contradict each other")
  StandingView run(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer) {
    return standings.run(layer);
  }

  @GetMapping("/{layer}/standing/differences")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "listStandingDifferences",
      summary = "List what the newest check found, account by account")
  DifferencePage differences(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Parameter(description = "Only of this kind.", example = "OTHER_TERRITORY")
          @RequestParam(required = false)
          @Nullable Disagreement kind,
      @Parameter(
              description =
                  "Only those that have a reason on record (true), or only contradictions (false).")
          @RequestParam(required = false)
          @Nullable Boolean lawful,
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "50")
          @RequestParam(defaultValue = "50")
          int limit) {
    return standings.differences(layer, kind, lawful, cursor, Limits.required(limit));
  }
}
