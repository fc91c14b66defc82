package bailiwick.server.route;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.core.account.AccountId;
import bailiwick.server.account.Accounts;
import bailiwick.server.route.ExplainWire.ExplainRequest;
import bailiwick.server.route.ExplainWire.ExplainedDecision;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
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

/** Decisions with everything that led to them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "decisions")
public class ExplainResource {

  private final Explainer explainer;
  private final Accounts accounts;

  ExplainResource(Explainer explainer, Accounts accounts) {
    this.explainer = explainer;
    this.accounts = accounts;
  }

  @PostMapping("/decisions/explain")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "explain",
      summary = "Decide a subject by its values, and tell everything that led to it",
      description =
          "The winning rule with the value on each condition, the runners-up, what was rejected, and"
              + " the smallest change that sends it elsewhere. Keeps nothing.")
  ExplainedDecision explain(@Valid @RequestBody ExplainRequest request) {
    return explainer.explain(request);
  }

  @GetMapping("/accounts/{id}/decision")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(
      operationId = "getAccountDecision",
      summary = "Tell what the rules decide for an account as it is now, and why",
      description = "Beside it stands what the ledger says. Writes nothing.")
  ExplainedDecision ofAccount(
      @PathVariable UUID id,
      @Parameter(
              description = "Code of the layer; new business when absent.",
              example = "new-business")
          @RequestParam(required = false)
          @Nullable String layer,
      @Parameter(description = "Day whose rules decide; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    AccountId account = accounts.requireVisible(new AccountId(id), Caller.current());
    return explainer.explain(account, layer, on);
  }
}
