package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.unit.LonLat;
import bailiwick.rules.cover.Waiver;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import bailiwick.store.account.AccountLoad;
import bailiwick.store.account.AccountUnits;
import bailiwick.store.potential.ModelInForce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Written rules by command line: published to files and into a store. */
class WrittenRulesOnFilesTest extends FilesOfTwelve {

  @Test
  void written_rules_come_before_the_areas_and_are_told() throws IOException {
    design("county");
    assertThat(run("publish", at("plan"), "--accounts", at("a.csv"), "--out", at("published")))
        .isZero();
    String dallas = route("75201");
    Files.writeString(
        folder.resolve("own.rules"),
        """
        rules new-business
        list key of account { 1, 2 }
        territory "%s" {
          rule hospitals when industry starts 622
          rule key when account in list key
        }
        """
            .formatted(dallas));

    assertThat(publish("--rules", at("own.rules"))).describedAs(err.toString()).isZero();

    assertThat(out.toString())
        .contains("rule key: 2 accounts to " + dallas + ", 2 of them from elsewhere");
    assertThat(ownership()).containsPattern("1,Alder.*" + dallas);
    assertThat(route("60614")).isNotEqualTo(dallas);
    assertThat(
            run("route", at("published/rules.txt"), "--postcode", "60614", "--industry", "622110"))
        .isZero();
    assertThat(out.toString())
        .contains("It goes to " + dallas)
        .contains("by the rule `hospitals`: `industry starts 622` holds for 622110");
  }

  @Test
  void written_rules_that_cannot_be_proven_stop_the_publication() throws IOException {
    design("county");
    Files.writeString(
        folder.resolve("own.rules"),
        """
        rules new-business
        territory T01 { rule a when account is 99 }
        """);

    assertThat(publish("--rules", at("own.rules"))).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString())
        .contains("error WRITTEN_UNKNOWN_ACCOUNT: No single account has the id `99`.")
        .contains("own.rules:2:40");
    assertThat(folder.resolve("published")).doesNotExist();
  }

  @Test
  void written_rules_name_an_account_by_the_id_that_published_rules_show_too() throws IOException {
    design("county");
    writeRules("T01", "rule key when account is 1");
    assertThat(publish("--rules", at("own.rules"))).describedAs(err.toString()).isZero();
    Matcher shown =
        Pattern.compile("account is (\\S+)")
            .matcher(Files.readString(folder.resolve("published/rules.txt")));
    assertThat(shown.find()).isTrue();

    writeRules("T01", "rule key when account is " + shown.group(1));

    assertThat(publish("--rules", at("own.rules"))).describedAs(err.toString()).isZero();
    assertThat(out.toString()).contains("rule key: 1 accounts to T01");
  }

  @Test
  void written_rules_count_every_account_that_a_publication_into_the_store_decides()
      throws IOException {
    publishAllThenTheFirstAgainWith("rule illinois when area within US/IL");

    assertThat(out.toString())
        .contains("rule illinois: 6 accounts to T01")
        .contains("12 accounts decided");
  }

  @Test
  void written_rules_name_accounts_that_only_the_store_has() throws IOException {
    publishAllThenTheFirstAgainWith("rule key when account is 1, 2");

    assertThat(out.toString()).contains("rule key: 2 accounts to T01");
  }

  @Test
  void an_id_that_another_source_has_too_is_refused_before_anything_is_loaded() throws IOException {
    design("county");
    loadFromAnotherSource("1");
    writeRules("T01", "rule key when account is 1");

    assertThat(publishToStore("a.csv", "--rules", at("own.rules"))).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString()).contains("No single account has the id `1`.");
    try (Store store = openStore()) {
      assertThat(store.accounts().idsByExternalId("file")).isEmpty();
    }
  }

  @Test
  void a_plan_with_a_gap_is_published_on_somebodys_word_alone() throws IOException {
    design("county");
    Path assignment = folder.resolve("plan/assignment.csv");
    Files.writeString(
        assignment,
        Files.readString(assignment).replaceFirst("(?m)^17031,[^,]*,[^,\\n]*", "17031,,"));

    assertThat(publish()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString())
        .contains("error PUBLICATION_GAP: ")
        .contains("would belong to no territory, `US/IL/17031` among them");
    assertThat(folder.resolve("published")).doesNotExist();
    assertThat(publish("--waive", " ")).isEqualTo(ExitCode.PROBLEMS);

    assertThat(publish("--waive", "A partner serves Cook.")).describedAs(err.toString()).isZero();
    assertThat(ownership()).contains("1,Alder");
    assertThat(publishToStore("a.csv")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(publishToStore("a.csv", "--waive", "A partner serves Cook."))
        .describedAs(err.toString())
        .isZero();
    try (Store store = openStore()) {
      var plan = store.plans().list().getFirst();
      Waiver waiver =
          Objects.requireNonNull(store.publications().list(plan.id()).getFirst().waiver());
      assertThat(waiver.why()).isEqualTo("A partner serves Cook.");
      assertThat(waiver.leaves()).isPositive();
    }
  }

  private void loadFromAnotherSource(String externalId) {
    try (Store store = openStore();
        AccountLoad load = store.accounts().startLoad("crm")) {
      load.add(
          new Account(
              AccountId.ofExternal("crm", externalId),
              externalId,
              "Acacia",
              new Address("", "Chicago", "IL", "60614", "US"),
              new Location(new LonLat(-87.6, 41.9), Precision.POSTCODE, "US/IL/17031/60614"),
              new Firmographics("", OptionalLong.empty(), OptionalLong.empty(), ""),
              new Worth(100, 0, 0, 0),
              Ties.NONE,
              Upkeep.UNKNOWN,
              "",
              ""),
          new AccountUnits("60614", "17031"));
      load.finish();
    }
  }

  @Test
  void accounts_that_a_publication_loads_are_worked_out_by_the_model_in_force() throws IOException {
    design("county");
    assertThat(publishToStore("a.csv")).describedAs(err.toString()).isZero();
    force("{\"segments\": [{\"name\": \"all\", \"spend\": {\"perAccount\": 700}}]}");

    assertThat(publishToStore("a.csv")).describedAs(err.toString()).isZero();

    assertThat(err.toString()).doesNotContain("POTENTIAL_NOT_RENEWED");
    try (Store store = openStore()) {
      AccountId first =
          Objects.requireNonNull(store.accounts().survivorsByExternalId("file").get("1"));
      assertThat(store.potential().findEstimate(first).orElseThrow().terms())
          .isNotNull()
          .satisfies(terms -> assertThat(terms.spendCents()).isEqualTo(70_000));
    }
  }

  @Test
  void a_publication_goes_on_when_the_model_in_force_cannot_be_read() throws IOException {
    design("county");
    assertThat(publishToStore("a.csv")).describedAs(err.toString()).isZero();
    force("{\"segments\": 7}");

    assertThat(publishToStore("a.csv")).describedAs(err.toString()).isZero();

    assertThat(err.toString())
        .contains("warning POTENTIAL_NOT_RENEWED: The rows are loaded")
        .doesNotContain("Exception");
  }

  private void force(String model) {
    try (Store store = openStore()) {
      store
          .potential()
          .apply(
              new ModelInForce(model, 1, "{}", store.now(), "planner", store.now()),
              taker -> {},
              "{}");
    }
  }

  private Store openStore() {
    return Store.open(
        StoreConfig.folder(folder.resolve("data/store")), Clock.systemUTC(), new SecureRandom());
  }

  private void writeRules(String territory, String rule) throws IOException {
    Files.writeString(
        folder.resolve("own.rules"),
        "rules new-business\nterritory %s { %s }\n".formatted(territory, rule));
  }

  /** Into the store: all accounts, then a file of the first one alone with a rule for T01. */
  private void publishAllThenTheFirstAgainWith(String rule) throws IOException {
    design("county");
    assertThat(publishToStore("a.csv")).describedAs(err.toString()).isZero();
    List<String> first = Files.readAllLines(folder.resolve("a.csv")).subList(0, 2);
    Files.write(folder.resolve("one.csv"), first);
    writeRules("T01", rule);
    assertThat(publishToStore("one.csv", "--rules", at("own.rules")))
        .describedAs(err.toString())
        .isZero();
  }

  private int publishToStore(String accounts, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "publish",
                at("plan"),
                "--accounts",
                at(accounts),
                "--effective",
                "2027-01-01",
                "--data",
                at("data")));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }
}
