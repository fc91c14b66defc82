package bailiwick.server.proof;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.proof.ProofWire.ComparisonRequest;
import bailiwick.server.proof.ProofWire.DiffRequest;
import bailiwick.server.proof.ProofWire.RuleComparison;
import bailiwick.server.proof.ProofWire.RuleInput;
import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs and comparisons of rules that are handed in. Bodies hold up to 16 MB. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "rules", description = "Rules proven and compared, whether published or not.")
public class RuleProofResource {

  private static final String SECONDS =
      "After how many seconds, 1 to 60, nothing more is looked at; what is left is told as"
          + " undecided, with its regions.";

  private final RuleProofs proofs;

  RuleProofResource(RuleProofs proofs) {
    this.proofs = proofs;
  }

  @PostMapping("/rules/check")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "checkRules",
      summary = "Run the examples of rules and prove them over all their fields together",
      description =
          "The answer is what `bailiwick rules check --json` prints, for decision tables and"
              + " several layers, too, with the warnings as problems. Keeps nothing.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The proof.",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema =
                          @Schema(
                              type = "object",
                              example =
                                  "{\"verdict\":\"PROVEN\",\"points\":12,\"gapPoints\":0,\"conflictPoints\":0}"))))
  Map<String, @Nullable Object> check(
      @Parameter(
              description =
                  "Whether each finding tells how many accounts on the books it touches, and their"
                      + " potential; for texts.")
          @RequestParam(defaultValue = "false")
          boolean accounts,
      @Parameter(description = SECONDS, example = "30") @RequestParam(defaultValue = "30")
          int seconds,
      @Valid @RequestBody RuleInput rules) {
    return proofs.check(rules, accounts, seconds);
  }

  @PostMapping("/rules/diff")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "diffRules",
      summary = "Compare two versions of rules over all their fields together",
      description = "The answer is what `bailiwick rules diff --json` prints. Keeps nothing.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The difference.",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema =
                          @Schema(
                              type = "object",
                              example =
                                  "{\"points\":12,\"undecidedPoints\":0,\"moves\":[{\"from\":\"T07\",\"to\":\"T11\",\"points\":2,\"witness\":{\"industry\":\"622\"}}]}"))))
  Map<String, @Nullable Object> diff(
      @Parameter(description = SECONDS, example = "30") @RequestParam(defaultValue = "30")
          int seconds,
      @Valid @RequestBody DiffRequest request) {
    return proofs.diff(request, seconds);
  }

  @PostMapping("/layers/{layer}/rules/compare")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "compareRules",
      summary = "Tell which accounts a rule set would move that the published one decides now",
      description = "Every account is decided by both. Keeps nothing.")
  RuleComparison compare(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Valid @RequestBody ComparisonRequest request) {
    return proofs.compare(layer, request);
  }
}
