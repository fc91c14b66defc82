package bailiwick.server.exception;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.server.exception.ExceptionWire.EndRequest;
import bailiwick.server.exception.ExceptionWire.ExceptionList;
import bailiwick.server.exception.ExceptionWire.ExceptionView;
import bailiwick.server.exception.ExceptionWire.NewExceptionRequest;
import bailiwick.server.exception.ExceptionWire.RateList;
import bailiwick.server.exception.ExceptionWire.ReviewRequest;
import bailiwick.server.exception.ProposalWire.ProposalView;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.exception.ExceptionId;
import bailiwick.store.exception.ExceptionRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exceptions to the rules. */
@RestController
@RequestMapping("/api/v1")
@Tag(
    name = "exceptions",
    description = "Accounts that are owned otherwise than the rules say, and shared credit.")
public class ExceptionResource {

  private final Exceptions exceptions;
  private final ExceptionProposals proposals;

  ExceptionResource(Exceptions exceptions, ExceptionProposals proposals) {
    this.exceptions = exceptions;
    this.proposals = proposals;
  }

  @GetMapping("/layers/{layer}/exceptions")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "listExceptions",
      summary = "List the exceptions that hold on a day or later")
  ExceptionList exceptions(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    return new ExceptionList(exceptions.list(layer, on));
  }

  @PostMapping("/layers/{layer}/exceptions")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "makeException",
      summary = "Let an account be owned otherwise than the rules say",
      description =
          "While it holds, the account belongs to whom it names; publications write beneath it."
              + " When it ends, by its day or by hand, the account falls back to what the rules say."
              + " Stands in the ledger and the audit log.")
  ExceptionView make(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Valid @RequestBody NewExceptionRequest request) {
    return exceptions.make(layer, request, Caller.current().username());
  }

  @PostMapping("/exceptions/{id}/end")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "endException",
      summary = "End an exception",
      description = "From that day on the account belongs to whom it would belong without it.")
  ExceptionView end(@PathVariable UUID id, @Valid @RequestBody EndRequest request) {
    return exceptions.end(new ExceptionId(id), request, Caller.current().username());
  }

  @PostMapping("/exceptions/{id}/review")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "reviewException",
      summary = "Note that a strategic account was looked at again and is kept")
  ExceptionView review(@PathVariable UUID id, @Valid @RequestBody ReviewRequest request) {
    return exceptions.review(new ExceptionId(id), request, Caller.current().username());
  }

  @GetMapping("/accounts/{id}/exceptions")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "listExceptionsOfAccount",
      summary = "List the exceptions that were ever made for an account, newest first")
  ExceptionList ofAccount(@PathVariable UUID id) {
    return new ExceptionList(exceptions.of(new AccountId(id)));
  }

  @GetMapping("/layers/{layer}/exceptions/rates")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getExceptionRates",
      summary = "Tell how much of each territory exceptions change")
  RateList rates(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(
              description =
                  "Share above which the model is said not to fit, in hundredths of a percent, 0 to"
                      + " 10000.",
              example = "1000")
          @RequestParam(defaultValue = "1000")
          int thresholdBasisPoints) {
    if (thresholdBasisPoints < 0 || thresholdBasisPoints > ExceptionRate.WHOLE) {
      throw ProblemException.of(
          new ServerProblem.Parameter(
              "thresholdBasisPoints", "(" + thresholdBasisPoints + ") must be 0 to 10000"));
    }
    return exceptions.rates(layer, on, thresholdBasisPoints);
  }

  @GetMapping("/layers/{layer}/exceptions/proposal")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "proposeExceptionRule",
      summary = "Propose a rule that would reproduce the exceptions of a territory",
      description =
          "The shortest conjunction of conditions that holds for at least half of the accounts which"
              + " exceptions give to the territory, and for as few others as can be. What it covers"
              + " and takes is told by deciding every account with it; nothing is written.")
  ProposalView proposal(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Parameter(description = "The territory that has the accounts.", example = "T07")
          @RequestParam
          String territory,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    if (territory.isBlank()) {
      throw ProblemException.of(new ServerProblem.Parameter("territory", "must not be blank"));
    }
    return proposals.propose(layer, new TerritoryCode(territory), on);
  }
}
