package bailiwick.intake.generate;

import bailiwick.atlas.Atlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Makes a company that does not exist in places that do. Thread-safe.
 *
 * <p>{@link #generate} is the whole story; {@code docs/demo-company.md} tells it with its figures.
 */
public final class DemoCompany {

  private static final int TELL_EVERY = 10_000;

  private final Atlas atlas;

  /** A generator on the geography of an atlas. */
  public DemoCompany(Atlas atlas) {
    this.atlas = atlas;
  }

  /**
   * Writes the files of a company into a folder, in memory that does not grow with the accounts.
   *
   * @param folder made when missing; files of an earlier run are overwritten
   * @param progress told the number of accounts written so far, now and then
   */
  public DemoFiles generate(DemoSettings settings, Path folder, LongConsumer progress)
      throws IOException {
    return generate(Terrain.of(atlas), settings, folder, progress);
  }

  static DemoFiles generate(
      Terrain terrain, DemoSettings settings, Path folder, LongConsumer progress)
      throws IOException {
    Roles roles =
        Roles.cast(settings.territories(), Draws.of(settings.seed(), Draws.Purpose.ROLES, 0));
    GrownTerritories territories = GrownTerritories.of(terrain, roles, settings);
    List<Person> people = people(roles, settings);
    FaultPlan faults = new FaultPlan(terrain, settings);
    Profiles profiles = new Profiles(terrain, territories, roles, settings);
    Histories histories = new Histories(roles, people, settings);
    AccountRows rows = new AccountRows(terrain, roles, people, faults, settings.today());

    DemoFiles files = new DemoFiles(Files.createDirectories(folder));
    Truth truth = new Truth();
    TerritoryTotals totals = new TerritoryTotals(settings.territories());
    try (AccountFiles out = AccountFiles.open(files, rows, people, settings)) {
      for (long number = 0; number < settings.accounts(); number++) {
        Profile profile = drawn(profiles, faults, number);
        Fault fault = faults.find(profile);
        History history = histories.draw(profile, fault == Fault.NEGLECTED);
        long sales = out.write(profile, history, fault);
        totals.add(profile.territory(), profile.potentialCents(), sales);
        Planting.tell(truth, rows, profile, fault);
        if ((number + 1) % TELL_EVERY == 0) {
          progress.accept(number + 1);
        }
      }
    }
    new CompanyFiles(files, territories, roles, people, settings).write(totals, truth);
    progress.accept(settings.accounts());
    return files;
  }

  /** The profile of a number; a duplicate is the account before it under its own id. */
  private static Profile drawn(Profiles profiles, FaultPlan faults, long number) {
    Profile own = profiles.draw(number);
    if (!faults.duplicates(number)) {
      return own;
    }
    Profile first = profiles.draw(number - 1);
    return new Profile(
        number,
        own.id(),
        first.name(),
        first.street(),
        first.website(),
        first.zip(),
        first.territory(),
        first.trade(),
        first.band(),
        first.employees(),
        first.ownRevenueCents(),
        first.potentialCents(),
        first.workloadCentihours());
  }

  private static List<Person> people(Roles roles, DemoSettings settings) {
    List<Person> people = new ArrayList<>();
    for (int territory = 0; territory < settings.territories(); territory++) {
      people.add(Person.of(territory, roles, settings));
    }
    return people;
  }
}
