package bailiwick.server.stability;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.problem.Versions;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.Store;
import bailiwick.store.plan.LayerId;
import bailiwick.store.stability.StabilityLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Limits of how often accounts may move. */
@RestController
@RequestMapping("/api/v1/layers/{layer}/stability")
@Tag(name = "stability", description = "How often accounts of a layer may change hands.")
public class StabilityResource {

  private final Store store;
  private final PublishedRouters routers;

  StabilityResource(Store store, PublishedRouters routers) {
    this.store = store;
    this.routers = routers;
  }

  /** JSON of the limits. */
  @Schema(
      description =
          "How often accounts may change hands. Publications, exceptions and their early ends, moves"
              + " and corrections that break a limit are refused, naming account and limit. Loads"
              + " move nobody, and what is taken back is not held to them.")
  public record StabilityView(
      @Schema(
              description =
                  "An account that moved to another territory, and not with its person, stays so"
                      + " many months, 1 to 120; null for no limit.",
              example = "6")
          @Nullable Integer monthsOfRest,
      @Schema(
              description =
                  "An account whose territory got another representative stays so many months, 1 to"
                      + " 120; null for no limit.",
              example = "3")
          @Nullable Integer monthsOfPerson,
      @Schema(
              description =
                  "Of the accounts that a representative had within twelve months, at most this"
                      + " share may be moved away, in hundredths of a percent: 0 to 10000 basis"
                      + " points; null for no limit.",
              example = "2500")
          @Nullable Integer yearlyShareBasisPoints) {

    static StabilityView of(StabilityLimits limits) {
      return new StabilityView(
          limits.monthsOfRest(), limits.monthsOfPerson(), limits.yearlyShareBasisPoints());
    }
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getStability", summary = "Show how often accounts may move")
  ResponseEntity<StabilityView> limits(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer) {
    return tagged(store.stability().get(layer(layer)));
  }

  @PutMapping
  @Allowed(ADMINISTRATOR)
  @Operation(
      operationId = "setStability",
      summary = "Set how often accounts may move",
      description = "Needs If-Match. Stands in the audit log.")
  ResponseEntity<StabilityView> set(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Parameter(description = "ETag of the limits as last read.", example = "\"0\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody StabilityView limits) {
    return tagged(
        store
            .stability()
            .set(
                layer(layer),
                new StabilityLimits(
                    limits.monthsOfRest(),
                    limits.monthsOfPerson(),
                    limits.yearlyShareBasisPoints(),
                    Versions.required(ifMatch)),
                Caller.current().username()));
  }

  private LayerId layer(String code) {
    return routers.getLayer(code).id();
  }

  private static ResponseEntity<StabilityView> tagged(StabilityLimits limits) {
    return ResponseEntity.ok().eTag(Versions.tag(limits.version())).body(StabilityView.of(limits));
  }
}
