package bailiwick.server.review;

import bailiwick.store.review.ReviewAct;
import bailiwick.store.review.ScenarioState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of reviews. */
public final class ReviewWire {

  private ReviewWire() {}

  /** How far a scenario has come, and how. */
  @Schema(description = "How far a scenario has come, what you can do about it, and what was done.")
  public record ReviewView(
      @Schema(
              description =
                  "Worked on, waiting for a decision, free to be published, published for a day to"
                      + " come, in force, or followed by another.",
              example = "IN_REVIEW")
          ScenarioState state,
      @Schema(description = "Whether it stays as it is: in review or approved.", example = "true")
          boolean frozen,
      @Schema(description = "What you can do about it now.", example = "[\"APPROVE\"]")
          List<ReviewAct> possible,
      @Schema(description = "Whether the company publishes approved scenarios only.")
          boolean approvalNeeded,
      @Schema(description = "What was done, oldest first.") List<ReviewStepView> steps) {}

  /** What somebody did. */
  @Schema(description = "What somebody did about a scenario.")
  public record ReviewStepView(
      @Schema(description = "What was done.", example = "SUBMIT") ReviewAct act,
      @Schema(description = "Version of the scenario by then.", example = "7") long version,
      @Schema(
              description = "Last publication of the layer by then; null when there was none.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          @Nullable String basis,
      @Schema(description = "Who did.", example = "maria") String who,
      @Schema(description = "Why; may be empty.", example = "Agreed with the regions.") String why,
      @Schema(description = "When.", example = "2026-11-21T09:30:00Z") Instant at) {}

  /** A remark. */
  @Schema(description = "What to say about it.")
  public record ReviewRemark(
      @Size(max = 500) @Schema(description = "Why.", example = "Agreed with the regions.")
          @Nullable String why) {}

  /** A reason that must be given. */
  @Schema(description = "Why it goes back.")
  public record ReviewReason(
      @NotBlank @Size(max = 500) @Schema(description = "Why.", example = "T07 has too much travel.")
          String why) {}
}
