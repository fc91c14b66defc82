package bailiwick.store.backup;

import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.Given;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import bailiwick.store.StoreContract;
import bailiwick.store.ledger.Assignment;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest extends StoreContract {

  @TempDir Path folder;

  private AccountId account;
  private Plan plan;

  @BeforeEach
  void fillStore() {
    account = Given.accounts(store, 3).get(0);
    plan = Given.plan(store, "2026", 2);
    Scenario scenario =
        Given.scenario(
            store,
            plan,
            "S",
            "AB",
            Given.territory("T1", Given.representative(store, "Ada")),
            Given.territory("T2", null));
    store
        .publications()
        .publish(
            new PublicationRequest(
                scenario.id(),
                1,
                MAR_1,
                Given.rules("T01", "tab\there, \"quote\", back\\slash"),
                "{\"a\":[1, 2]}",
                DataDoubt.UNKNOWN,
                "k",
                "planner",
                "line\nbreak"),
            Decisions.builder().add(account, 0).build());
    store.jobs().create("design", "s", "{\"x\" : 1}", 7, "planner");
  }

  @Test
  void a_restored_store_answers_as_the_old_one_and_can_be_written() throws IOException {
    Path file = folder.resolve("backup.zip");
    BackupReport written = Backup.write(store, file);
    Path restoredFolder = folder.resolve("restored");
    BackupReport restored = Backup.restore(file, restoredFolder);

    assertThat(restored.rows()).isEqualTo(written.rows()).isGreaterThan(15);
    try (Store copy =
        Store.open(StoreConfig.folder(restoredFolder), clock, new SplittableRandom(2))) {
      assertThat(copy.ledger().history(account)).isEqualTo(store.ledger().history(account));
      assertThat(copy.accounts().get(account)).isEqualTo(store.accounts().get(account));
      assertThat(copy.publications().rulesOn(LayerId.NEW_BUSINESS, MAR_1))
          .isEqualTo(store.publications().rulesOn(LayerId.NEW_BUSINESS, MAR_1));
      assertThat(copy.jobs().list(10)).isEqualTo(store.jobs().list(10));
      assertThat(copy.audit().findBreak()).isEmpty();
      copy.ledger()
          .assign(
              plan.id(),
              List.of(new Assignment(account, new TerritoryCode("T2"), MAR_1, null)),
              new Change(Cause.CORRECTION, "c", "w"));
      assertThat(copy.ledger().history(account)).hasSize(2);
    }
  }

  @Test
  void a_backup_of_a_restored_store_holds_the_same_bytes() throws IOException {
    Path file = folder.resolve("backup.zip");
    Path again = folder.resolve("again.zip");
    Backup.write(store, file);
    Backup.restore(file, folder.resolve("restored"));
    try (Store copy =
        Store.open(
            StoreConfig.folder(folder.resolve("restored")), clock, new SplittableRandom(2))) {
      Backup.write(copy, again);
    }

    assertThat(Restore.check(again).tables()).isEqualTo(Restore.check(file).tables());
  }

  @Test
  void a_damaged_file_is_refused_at_every_place_and_changes_nothing() throws IOException {
    Path file = folder.resolve("backup.zip");
    Backup.write(store, file);
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(Long.getLong("seed", 4));
    Path target = folder.resolve("target");

    for (int round = 0; round < 20; round++) {
      byte[] broken =
          round % 2 == 0
              ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1))
              : flipped(whole, random.nextInt(whole.length));
      Path brokenFile = Files.write(folder.resolve("broken.zip"), broken);
      try {
        Restore.check(brokenFile);
      } catch (ProblemException refused) {
        assertThat(refused.problems().get(0).code())
            .isIn("STORE_BACKUP_DAMAGED", "STORE_BACKUP_FOREIGN");
        assertThat(target).doesNotExist();
        continue;
      }
      // A changed bit in the zip's dates and the like harms nothing: then the data must be whole.
      assertThat(round % 2).isOne();
    }
  }

  private static byte[] flipped(byte[] whole, int at) {
    byte[] copy = whole.clone();
    copy[at] ^= 0x10;
    return copy;
  }

  @Test
  void a_foreign_file_a_missing_file_and_a_full_folder_are_refused() throws IOException {
    Path foreign = Files.writeString(folder.resolve("notes.txt"), "Dear diary");
    Path target = folder.resolve("target");

    assertRefused("STORE_BACKUP_FOREIGN", () -> Backup.restore(foreign, target));
    assertRefused("STORE_NOT_FOUND", () -> Backup.restore(folder.resolve("none.zip"), target));
    assertRefused("STORE_FOLDER_NOT_EMPTY", () -> Backup.restore(foreign, folder));
    Assertions.assertThat(target).doesNotExist();
  }
}
