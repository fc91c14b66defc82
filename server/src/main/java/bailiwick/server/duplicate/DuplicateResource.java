package bailiwick.server.duplicate;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.account.AccountId;
import bailiwick.server.duplicate.DuplicateWire.DuplicateRule;
import bailiwick.server.duplicate.DuplicateWire.MergeRequest;
import bailiwick.server.duplicate.DuplicateWire.PairPage;
import bailiwick.server.duplicate.DuplicateWire.PairView;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.problem.Limits;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.duplicate.PairId;
import bailiwick.store.duplicate.PairState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts that may be one. */
@RestController
@RequestMapping("/api/v1/duplicates")
@Tag(
    name = "duplicates",
    description =
        "Accounts that may be one: found by a search, decided by a person, undone at will.")
public class DuplicateResource {

  private final Duplicates duplicates;
  private final DuplicateFinder finder;

  DuplicateResource(Duplicates duplicates, DuplicateFinder finder) {
    this.duplicates = duplicates;
    this.finder = finder;
  }

  @PostMapping("/search")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "startDuplicateSearch",
      summary = "Look for accounts that may be one",
      description =
          "Answers a job over all accounts. Open pairs that are not found again are dropped;"
              + " decisions stay.")
  Job search() {
    return finder.start(Caller.current().username());
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listDuplicates", summary = "List pairs, the highest score first")
  PairPage pairs(
      @Parameter(description = "What became of them.") @RequestParam(defaultValue = "OPEN")
          PairState state,
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "50")
          @RequestParam(defaultValue = "50")
          int limit) {
    return duplicates.list(state, cursor, Limits.required(limit));
  }

  @PutMapping("/rule")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "setDuplicateRule",
      summary = "Say what may be merged without asking; nothing at first")
  DuplicateRule rule(@Valid @RequestBody DuplicateRule rule) {
    return duplicates.setRule(rule, Caller.current().username());
  }

  @GetMapping("/{id}")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getDuplicate", summary = "Show a pair")
  PairView pair(@PathVariable UUID id) {
    return duplicates.get(new PairId(id));
  }

  @PostMapping("/{id}/merge")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "mergeDuplicate",
      summary = "Say that a pair is one account",
      description =
          "The other account answers with the survivor from now on: its deals, revenue and contacts"
              + " count for the survivor, its ownership ends today, and a file that has it brings"
              + " nothing back. Nothing of it is changed, so that the merge can be undone.")
  PairView merge(@PathVariable UUID id, @Valid @RequestBody MergeRequest request) {
    return duplicates.merge(
        new PairId(id), new AccountId(request.survivorId()), Caller.current().username());
  }

  @PostMapping("/{id}/dismiss")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "dismissDuplicate", summary = "Say that a pair is two accounts")
  PairView dismiss(@PathVariable UUID id) {
    return duplicates.dismiss(new PairId(id), Caller.current().username());
  }

  @PostMapping("/{id}/undo")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "undoDuplicate",
      summary = "Take a decision about a pair back",
      description = "A merged account stands for itself again; the published rules decide it anew.")
  PairView undo(@PathVariable UUID id) {
    return duplicates.undo(new PairId(id), Caller.current().username());
  }
}
