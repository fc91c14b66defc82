package bailiwick.server.exception;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.account.AccountId;
import bailiwick.server.exception.CreditWire.CreditView;
import bailiwick.server.exception.CreditWire.SplitRequest;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who gets how much of the credit for an account. */
@RestController
@RequestMapping("/api/v1/layers/{layer}/accounts/{id}/credit")
@Tag(name = "exceptions")
public class CreditResource {

  private final Credits credits;

  CreditResource(Credits credits) {
    this.credits = credits;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getCredit",
      summary = "Tell who gets the credit for an account on a day")
  CreditView credit(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @PathVariable UUID id,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(
              description = "As known at this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownAsOf) {
    return credits.get(layer, new AccountId(id), on, knownAsOf);
  }

  @PutMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "splitCredit",
      summary = "Share the credit for an account",
      description =
          "The owner stays; on the days of the split the credit is shared so, instead of what was"
              + " said of them before. Shares that are not 100 % are refused.")
  CreditView split(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @PathVariable UUID id,
      @Valid @RequestBody SplitRequest request) {
    return credits.split(layer, new AccountId(id), request, Caller.current().username());
  }

  @DeleteMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "endSplit",
      summary = "Share the credit for an account no more",
      description = "From that day on its owner has it whole again.")
  CreditView end(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @PathVariable UUID id,
      @Parameter(description = "First day without the split.", example = "2027-03-01") @RequestParam
          LocalDate on,
      @Parameter(description = "Reason.", example = "Handed over.") @RequestParam String why) {
    return credits.end(layer, new AccountId(id), on, why, Caller.current().username());
  }
}
