package bailiwick.server.account;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.core.account.AccountId;
import bailiwick.server.account.AccountWire.AccountChange;
import bailiwick.server.account.AccountWire.AccountHistory;
import bailiwick.server.account.AccountWire.AccountPage;
import bailiwick.server.account.AccountWire.AccountPoints;
import bailiwick.server.account.AccountWire.AccountTimeline;
import bailiwick.server.account.AccountWire.AccountView;
import bailiwick.server.account.AccountWire.NewAccount;
import bailiwick.server.account.AccountWire.Ownership;
import bailiwick.server.problem.Limits;
import bailiwick.server.problem.Versions;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts. A representative sees those of the own territory only. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(
    name = "accounts",
    description = "Accounts, their owners and history. A representative sees the own territory's.")
public class AccountResource {

  private final Accounts accounts;

  AccountResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "listAccounts", summary = "List accounts, by name")
  AccountPage accounts(
      @Parameter(
              description = "Part of the name, city, postcode or external id.",
              example = "clinic")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(description = "Only those owned by this territory today.", example = "T07")
          @RequestParam(required = false)
          @Nullable String territory,
      @Parameter(description = "Only those that the files of their source have no longer.")
          @RequestParam(defaultValue = "false")
          boolean missing,
      @Parameter(
              description = "Only customers, or only prospects.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"customer", "prospect"}))
          @RequestParam(required = false)
          @Nullable String standing,
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "50")
          @RequestParam(defaultValue = "50")
          int limit) {
    return accounts.list(
        q, territory, missing, standing, cursor, Limits.required(limit), Caller.current());
  }

  @PostMapping
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createAccount",
      summary = "Add an account",
      description =
          "Places it on the map, decides its owner by the published rules, writes the ledger.")
  ResponseEntity<AccountView> create(@Valid @RequestBody NewAccount account) {
    AccountView made = accounts.create(account, Caller.current());
    return ResponseEntity.created(URI.create("/api/v1/accounts/" + made.id()))
        .eTag(Versions.tag(made.version()))
        .body(made);
  }

  @GetMapping("/points")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE})
  @Operation(operationId = "getAccountPoints", summary = "All accounts on the map, as columns")
  AccountPoints points(
      @Parameter(description = "Plan whose country is shown; the first plan's without.")
          @RequestParam(required = false)
          @Nullable UUID planId) {
    return accounts.points(planId, Caller.current());
  }

  @GetMapping("/{id}")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getAccount", summary = "Show an account")
  ResponseEntity<AccountView> account(@PathVariable UUID id) {
    return tagged(accounts.get(new AccountId(id), Caller.current()));
  }

  @PatchMapping("/{id}")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "changeAccount",
      summary = "Change an account",
      description =
          "Needs If-Match. A changed place is decided anew by the published rules. While a model of"
              + " potential is in force, potential and workload come from it: other figures are"
              + " refused with `ACCOUNT_FIGURE_OF_MODEL`.")
  ResponseEntity<AccountView> change(
      @PathVariable UUID id,
      @Parameter(description = "ETag of the account as last read.", example = "\"3\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody AccountChange change) {
    return tagged(
        accounts.change(new AccountId(id), Versions.required(ifMatch), change, Caller.current()));
  }

  @GetMapping("/{id}/ownership")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getOwnership", summary = "Tell who owned an account on a day")
  Ownership ownership(
      @PathVariable UUID id,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(
              description = "As known at this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownAsOf) {
    return accounts.ownership(new AccountId(id), on, knownAsOf, Caller.current());
  }

  @GetMapping("/{id}/history")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getAccountHistory", summary = "Show every owner an account ever had")
  AccountHistory history(
      @PathVariable UUID id,
      @Parameter(
              description = "As known at this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownAsOf) {
    return accounts.history(new AccountId(id), knownAsOf, Caller.current());
  }

  @GetMapping("/{id}/timeline")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(
      operationId = "getAccountTimeline",
      summary = "Tell who had an account when, as known at an instant",
      description =
          "Person by person, with the act behind each while; and on the days of exceptions, whom the"
              + " account would belong to without.")
  AccountTimeline timeline(
      @PathVariable UUID id,
      @Parameter(
              description = "As known at this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownAsOf) {
    return accounts.timeline(new AccountId(id), knownAsOf, Caller.current());
  }

  private static ResponseEntity<AccountView> tagged(AccountView account) {
    return ResponseEntity.ok().eTag(Versions.tag(account.version())).body(account);
  }
}
