package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.account.FamilyTree;
import bailiwick.core.account.Kin;
import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Accounts that belong together are owned as the plan says, by every way to an owner. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FamiliesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String LAYER = "/layers/new-business";

  /** A town of each of the four territories. */
  private static final List<String> TOWNS = List.of("60614", "53202", "46201", "48201");

  private static final List<String> AREAS = List.of("Area A", "Area B", "Area C", "Area D");

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static String plan = "";
  private static String scenario = "";
  private static int made;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    plan = server.plan("Families", FIRST, "COUNTY");
    scenario = server.today(plan);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private record Member(String id, int town, long potential, @Nullable String parent) {}

  private static void load(List<Member> members) {
    StringBuilder csv = new StringBuilder("id,name,postcode,country,potential,parent\n");
    for (Member one : members) {
      csv.append(
          "%s,Member %s,%s,US,%s,%s\n"
              .formatted(
                  one.id(),
                  one.id(),
                  TOWNS.get(one.town()),
                  one.potential(),
                  one.parent() == null ? "" : one.parent()));
    }
    server.succeed("accounts", csv.toString());
  }

  private static void publish(FamilyPolicy families, LocalDate from) {
    Answer set = admin.put("/plans/" + plan + "/families", Map.of("families", families.name()));
    assertThat(set.json().get("families").asString()).isEqualTo(families.name());
    made++;
    Answer published =
        admin.post(
            "/scenarios/" + scenario + "/publications",
            Map.of("effectiveFrom", from.toString()),
            "Idempotency-Key",
            "families-" + made);
    assertThat(published.status()).as(published.text()).isEqualTo(201);
  }

  private static JsonNode account(String externalId) {
    for (JsonNode one : admin.get("/accounts?limit=500&q=" + externalId).json().get("items")) {
      if (one.get("externalId").asString().equals(externalId)) {
        return one;
      }
    }
    throw new AssertionError(externalId);
  }

  private static String id(String externalId) {
    return account(externalId).get("id").asString();
  }

  private static String owner(String externalId) {
    JsonNode owner =
        admin
            .get("/accounts/" + id(externalId) + "/ownership?on=" + Api.today())
            .json()
            .get("owner");
    return owner.isNull() ? "" : owner.get("territoryCode").asString();
  }

  private static void assertNoContradiction() {
    Answer checked = admin.post(LAYER + "/standing", "");
    assertThat(checked.json().get("contradictions").asInt()).as(checked.text()).isZero();
  }

  @Test
  @Order(1)
  void random_families_are_owned_by_whom_a_plain_walk_finds_under_every_policy() {
    Random random = new Random(11);
    List<Member> members = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      // Any other may be the parent, itself and circles among them, or one that is not there.
      int parent = random.nextInt(60);
      members.add(
          new Member(
              "F" + number,
              random.nextInt(4),
              1_000L * (1 + random.nextInt(3)),
              parent < 44 ? "F" + parent : null));
    }
    load(members);
    Map<String, AccountId> ids = new HashMap<>();
    Map<AccountId, Member> byId = new HashMap<>();
    for (Member one : members) {
      AccountId id = new AccountId(UUID.fromString(id(one.id())));
      ids.put(one.id(), id);
      byId.put(id, one);
    }
    FamilyTree tree =
        FamilyTree.of(
            members.stream()
                .map(one ->
                    new Kin(
                        Objects.requireNonNull(ids.get(one.id())),
                        one.parent() == null ? null : ids.get(one.parent()),
                        String.valueOf(one.town()),
                        one.potential()))
                .toList());
    LocalDate from = FIRST;
    for (FamilyPolicy policy : FamilyPolicy.values()) {
      publish(policy, from);
      from = from.plusMonths(1);
      int followers = 0;
      for (Member one : members) {
        AccountId id = Objects.requireNonNull(ids.get(one.id()));
        Member deciding = Objects.requireNonNull(byId.get(tree.deciding(id, policy)));
        assertThat(owner(one.id()))
            .as("%s under %s follows %s", one, policy, deciding)
            .isEqualTo(AREAS.get(deciding.town()));
        followers += deciding.town() == one.town() ? 0 : 1;
      }
      boolean elsewhere = policy == FamilyPolicy.PARENT || policy == FamilyPolicy.LARGEST;
      assertThat(followers > 0).as("%s changes something", policy).isEqualTo(elsewhere);
      assertNoContradiction();
    }
    publish(FamilyPolicy.EACH, from);
  }

  @Test
  @Order(2)
  void whoever_comes_in_follows_its_parent_says_so_and_moves_with_it() {
    load(
        List.of(
            new Member("P1", 0, 100, null),
            new Member("P2", 1, 500, "P1"),
            new Member("P3", 2, 50, "P2")));
    server.succeed("opportunities", "id,account,stage,amount,closed\nO1,P3,Offer,1000,\n");
    publish(FamilyPolicy.PARENT, LocalDate.of(2026, 8, 1));
    assertThat(List.of(owner("P1"), owner("P2"), owner("P3"))).containsOnly("Area A");
    load(List.of(new Member("P4", 3, 10, "P3")));
    assertThat(owner("P4")).as("comes in with a file").isEqualTo("Area A");
    JsonNode saved =
        admin
            .post(
                "/accounts",
                Map.of(
                    "externalId", "P5",
                    "name", "Member P5",
                    "address", Map.of("postcode", "48201", "country", "US"),
                    "parent", "Member P2"))
            .json();
    assertThat(owner("P5"))
        .as("comes in by hand, its parent by name: %s", saved)
        .isEqualTo("Area A");

    String sentence = "It follows its parent `Member P1` by the plan's policy for families. ";
    JsonNode decision = admin.get("/accounts/" + id("P5") + "/decision").json();
    assertThat(decision.get("reason").asString()).startsWith(sentence);
    JsonNode ownership = admin.get("/accounts/" + id("P4") + "/ownership").json();
    assertThat(ownership.get("reason").asString()).as(ownership.toString()).startsWith(sentence);
    assertThat(deal("O1").get("territoryCode").asString()).isEqualTo("Area A");
    assertNoContradiction();

    String parent = id("P1");
    Answer moved =
        admin.patch(
            "/accounts/" + parent,
            Map.of(
                "address",
                Map.of("city", "Detroit", "region", "MI", "postcode", "48201", "country", "US")),
            admin.get("/accounts/" + parent).etag());
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    Map<String, String> proposed = new HashMap<>();
    for (JsonNode move : admin.get(LAYER + "/proposed-moves?limit=500").json().get("items")) {
      proposed.put(move.get("externalId").asString(), move.get("to").asString());
    }
    assertThat(proposed)
        .containsEntry("P1", "Area D")
        .containsEntry("P2", "Area D")
        .containsEntry("P3", "Area D")
        .containsEntry("P4", "Area D")
        .containsEntry("P5", "Area D");
    assertNoContradiction();
    publish(FamilyPolicy.EACH, LocalDate.of(2026, 9, 1));
    assertThat(owner("P2")).isEqualTo("Area B");
    assertNoContradiction();
  }

  private static JsonNode deal(String externalId) {
    for (JsonNode one : admin.get(LAYER + "/opportunities?limit=500").json().get("items")) {
      if (one.get("externalId").asString().equals(externalId)) {
        return one;
      }
    }
    throw new AssertionError(externalId);
  }

  @Test
  @Order(3)
  void the_policy_stays_while_somebody_decides_about_a_scenario() {
    String other = server.plan("Decided about", FIRST, "COUNTY");
    String under = server.today(other);
    Answer submitted =
        admin.post(
            "/scenarios/" + under + "/review/submit",
            Map.of("why", ""),
            "If-Match",
            admin.get("/scenarios/" + under).etag());
    assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);

    Answer refused = admin.put("/plans/" + other + "/families", Map.of("families", "SITE"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("PLAN_IN_REVIEW");
    assertThat(admin.put("/plans/" + other + "/families", Map.of("families", "ODD")).status())
        .isEqualTo(400);
    assertThat(admin.get("/plans/" + other).json().get("families").asString()).isEqualTo("EACH");
  }
}
