package bailiwick.intake.generate;

import bailiwick.intake.export.CsvTable;
import bailiwick.intake.generate.History.Contact;
import bailiwick.intake.generate.History.Deal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four files that grow with the accounts, written side by side. Not thread-safe. */
final class AccountFiles implements Closeable {

  private final CsvTable accounts;
  private final CsvTable opportunities;
  private final CsvTable activities;
  private final CsvTable revenue;
  private final AccountRows rows;
  private final List<Person> people;
  private final LocalDate today;

  private AccountFiles(
      CsvTable accounts,
      CsvTable opportunities,
      CsvTable activities,
      CsvTable revenue,
      AccountRows rows,
      List<Person> people,
      LocalDate today) {
    this.accounts = accounts;
    this.opportunities = opportunities;
    this.activities = activities;
    this.revenue = revenue;
    this.rows = rows;
    this.people = people;
    this.today = today;
  }

  static AccountFiles open(
      DemoFiles files, AccountRows rows, List<Person> people, DemoSettings settings)
      throws IOException {
    return new AccountFiles(
        table(files.accounts(), AccountRows.HEADER),
        table(
            files.opportunities(),
            List.of("id", "account", "owner", "stage", "amount", "opened", "closed")),
        table(files.activities(), List.of("account", "owner", "date", "kind", "count")),
        table(files.revenue(), List.of("account", "year", "amount")),
        rows,
        people,
        settings.today());
  }

  private static CsvTable table(Path file, List<String> header) throws IOException {
    return CsvTable.open(Files.newBufferedWriter(file), header);
  }

  /** Writes all there is of an account; returns its sales of the last twelve months. */
  long write(Profile profile, History history, @Nullable Fault fault) throws IOException {
    accounts.row(rows.cells(profile, history, fault));
    String owner = people.get(profile.territory()).id();
    writeDeals(profile, history, owner);
    for (Contact contact : history.contacts()) {
      activities.row(
          profile.id(),
          owner,
          contact.on().toString(),
          contact.kind(),
          String.valueOf(contact.count()));
    }
    writeRevenue(profile, history);
    return history.revenueCents(today.minusDays(365), today);
  }

  private void writeDeals(Profile profile, History history, String owner) throws IOException {
    int count = 0;
    for (Deal deal : history.deals()) {
      count++;
      opportunities.row(
          "O" + profile.id().substring(1) + "-" + count,
          profile.id(),
          owner,
          deal.stage(),
          AccountRows.decimal(deal.amountCents()),
          deal.openedOn().toString(),
          deal.closedOn().toString());
    }
  }

  /** One row for each calendar year that the two years up to today touch. */
  private void writeRevenue(Profile profile, History history) throws IOException {
    LocalDate first = today.minusDays(730);
    for (int year = first.getYear(); year <= today.getYear(); year++) {
      LocalDate from = later(first, LocalDate.of(year, 1, 1));
      LocalDate until = earlier(today, LocalDate.of(year + 1, 1, 1));
      long cents = history.revenueCents(from, until);
      if (cents != 0) {
        revenue.row(profile.id(), String.valueOf(year), AccountRows.decimal(cents));
      }
    }
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  @Override
  public void close() throws IOException {
    try (accounts;
        opportunities;
        activities;
        revenue) {
      // closed in reverse order, all of them even when one fails
    }
  }
}
