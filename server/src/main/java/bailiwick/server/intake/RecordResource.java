package bailiwick.server.intake;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.account.AccountWire.AccountView;
import bailiwick.server.account.Accounts;
import bailiwick.server.intake.RecordWire.AccountRecords;
import bailiwick.server.intake.RecordWire.DeliveryList;
import bailiwick.server.intake.RecordWire.ProductList;
import bailiwick.server.intake.RecordWire.TerritoryListing;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What files told beside accounts, people and figures. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "records", description = "What files told beside accounts, people and figures.")
public class RecordResource {

  private final RecordLists records;
  private final Accounts accounts;

  RecordResource(RecordLists records, Accounts accounts) {
    this.records = records;
    this.accounts = accounts;
  }

  @GetMapping("/deliveries")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "listDeliveries",
      summary = "The last file of each kind, and how much of it was kept",
      description =
          "Accounts and representatives are merged and have no file in force; they have their own"
              + " lists.")
  DeliveryList deliveries() {
    return records.deliveries();
  }

  @GetMapping("/accounts/{id}/records")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(
      operationId = "getAccountRecords",
      summary = "Contacts, sites, former assignments and working time of an account",
      description =
          "Files tell working time by person only: that of its owner is on all accounts together.")
  AccountRecords ofAccount(@PathVariable UUID id) {
    AccountView account = accounts.get(new AccountId(id), Caller.current()); // if they may see it
    return records.of(new AccountId(UUID.fromString(account.id())), owner(account));
  }

  private static @Nullable RepresentativeId owner(AccountView account) {
    String owner =
        account.ownership() == null || account.ownership().owner() == null
            ? null
            : account.ownership().owner().representativeId();
    return owner == null ? null : new RepresentativeId(UUID.fromString(owner));
  }

  @GetMapping("/listed-territories")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "listListedTerritories",
      summary = "Territories of other systems and who has them",
      description = "As files told them; what was published here is in its plan.")
  TerritoryListing territories() {
    return records.territories();
  }

  @GetMapping("/products")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listProducts", summary = "What is sold")
  ProductList products() {
    return records.products();
  }
}
