package bailiwick.server.account;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.account.AccountWire.AccountHistory;
import bailiwick.server.account.CorrectionWire.BookView;
import bailiwick.server.account.CorrectionWire.CorrectionRequest;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of the ledger, and books of representatives. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "accounts")
public class CorrectionResource {

  private final Corrections corrections;

  CorrectionResource(Corrections corrections) {
    this.corrections = corrections;
  }

  @PostMapping("/layers/{layer}/accounts/{id}/corrections")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "correctOwner",
      summary = "Put right who owned an account",
      description =
          "What was believed before stays on record. Refused with 409 and the owner by the ledger"
              + " when that is not whom the caller believes. On days of an exception it goes beneath.")
  AccountHistory correct(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @PathVariable UUID id,
      @Valid @RequestBody CorrectionRequest request) {
    return corrections.correct(layer, new AccountId(id), request, Caller.current().username());
  }

  @GetMapping("/representatives/{id}/book")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getBook", summary = "List all accounts of a representative on a day")
  BookView book(
      @PathVariable UUID id,
      @Parameter(description = "Code of the layer.", example = "new-business")
          @RequestParam(defaultValue = "new-business")
          String layer,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(
              description = "As known at this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownAsOf) {
    return corrections.book(new RepresentativeId(id), layer, on, knownAsOf);
  }
}
