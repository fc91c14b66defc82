package bailiwick.store.ledger;

import static bailiwick.store.Given.JAN_1;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.Given;
import bailiwick.store.Store;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.Publication;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Territories A of Ada, B of Bob and C of Cy, and accounts that are drawn as letters: {@code "AB."}
 * gives the first to A, the second to B and the third to nobody.
 */
public final class BookWorld {

  public static final LayerId LAYER = LayerId.NEW_BUSINESS;
  public static final Change CORRECTION = new Change(Cause.CORRECTION, "clerk", "was wrong");

  public final RepresentativeId ada;
  public final RepresentativeId bob;
  public final RepresentativeId cy;
  public final List<AccountId> accounts;
  public final Plan plan;
  private final Store store;
  private int publications;

  /** Publishes the drawing from the first of January on. */
  public BookWorld(Store store, String drawing) {
    this.store = store;
    this.ada = Given.representative(store, "Ada");
    this.bob = Given.representative(store, "Bob");
    this.cy = Given.representative(store, "Cy");
    this.accounts = Given.accounts(store, drawing.length());
    this.plan = Given.plan(store, "2026", 1);
    publish(drawing, JAN_1);
  }

  public static TerritoryCode code(String letter) {
    return new TerritoryCode(letter);
  }

  /** Publishes a drawing from a day on, with everybody in their own seat. */
  public Publication publish(String drawing, LocalDate from) {
    return publish(drawing, from, ada, bob, cy);
  }

  /** Publishes a drawing from a day on, with others in the seats of A, B and C. */
  public Publication publish(
      String drawing,
      LocalDate from,
      @Nullable RepresentativeId inA,
      @Nullable RepresentativeId inB,
      @Nullable RepresentativeId inC) {
    publications++;
    Scenario scenario =
        Given.scenario(
            store,
            plan,
            "S" + publications,
            "A",
            territory("A", inA),
            territory("B", inB),
            territory("C", inC));
    return store.publications().publish(request(scenario, from), decisions(drawing));
  }

  private static ScenarioTerritory territory(String code, @Nullable RepresentativeId person) {
    return Given.territory(code, person);
  }

  private PublicationRequest request(Scenario scenario, LocalDate from) {
    return new PublicationRequest(
        scenario.id(),
        scenario.version(),
        from,
        Given.rules("A", ""),
        "{}",
        DataDoubt.UNKNOWN,
        "key-" + publications,
        "planner",
        "Published S" + publications + ".");
  }

  private Decisions decisions(String drawing) {
    Decisions.Builder decisions = Decisions.builder();
    for (int i = 0; i < drawing.length(); i++) {
      char letter = drawing.charAt(i);
      decisions.add(accounts.get(i), letter == '.' ? Decisions.NONE : letter - 'A');
    }
    return decisions.build();
  }

  /** Gives an account to a territory, or to nobody. */
  public void assign(int account, @Nullable String to, LocalDate from, @Nullable LocalDate until) {
    store
        .ledger()
        .assign(
            plan.id(),
            List.of(
                new Assignment(accounts.get(account), to == null ? null : code(to), from, until)),
            CORRECTION);
  }

  /** Who has the accounts on a day, drawn as letters. */
  public String drawn(LocalDate day) {
    StringBuilder drawing = new StringBuilder();
    for (AccountId account : accounts) {
      drawing.append(
          store
              .ledger()
              .ownerOn(account, LAYER, day)
              .map(owner -> owner.entry().territory().value())
              .orElse("."));
    }
    return drawing.toString();
  }
}
