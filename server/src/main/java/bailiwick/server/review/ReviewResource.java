package bailiwick.server.review;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.problem.Versions;
import bailiwick.server.review.ReviewWire.ReviewReason;
import bailiwick.server.review.ReviewWire.ReviewRemark;
import bailiwick.server.review.ReviewWire.ReviewView;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.scenario.ScenarioId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of scenarios. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/review")
@Tag(name = "reviews", description = "The way of a scenario from draft to publication.")
public class ReviewResource {

  private final Reviews reviews;

  ReviewResource(Reviews reviews) {
    this.reviews = reviews;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getReview", summary = "Show how far a scenario has come, and how")
  ReviewView review(@PathVariable UUID id) {
    return reviews.view(new ScenarioId(id), Caller.current());
  }

  @PostMapping("/submit")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "submitScenario",
      summary = "Hand a scenario to those who decide",
      description =
          "Needs If-Match. From then on the scenario stays as it is (`SCENARIO_FROZEN`), until it is"
              + " withdrawn, sent back or published.")
  ReviewView submit(
      @PathVariable UUID id,
      @Parameter(description = "ETag of the scenario as last read.", example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ReviewRemark remark) {
    long version = Versions.required(ifMatch);
    return reviews.submit(new ScenarioId(id), version, remark.why(), Caller.current());
  }

  @PostMapping("/withdraw")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "withdrawScenario",
      summary = "Take a scenario back to work on it",
      description = "An approval that it had is gone.")
  ReviewView withdraw(@PathVariable UUID id, @Valid @RequestBody ReviewRemark remark) {
    return reviews.withdraw(new ScenarioId(id), remark.why(), Caller.current());
  }

  @PostMapping("/approve")
  @Allowed({ADMINISTRATOR, MANAGER})
  @Operation(
      operationId = "approveScenario",
      summary = "Let a scenario be published as it is",
      description =
          "It counts for the publications that there are now: when somebody publishes or takes back"
              + " meanwhile, publishing is refused with `PUBLICATION_STALE`. Who submitted it cannot"
              + " approve it (`REVIEW_OWN_SUBMISSION`), unless nobody else may approve at all.")
  ReviewView approve(@PathVariable UUID id, @Valid @RequestBody ReviewRemark remark) {
    return reviews.approve(new ScenarioId(id), remark.why(), Caller.current());
  }

  @PostMapping("/send-back")
  @Allowed({ADMINISTRATOR, MANAGER})
  @Operation(operationId = "sendBackScenario", summary = "Give a scenario back with a reason")
  ReviewView sendBack(@PathVariable UUID id, @Valid @RequestBody ReviewReason reason) {
    return reviews.sendBack(new ScenarioId(id), reason.why(), Caller.current());
  }
}
