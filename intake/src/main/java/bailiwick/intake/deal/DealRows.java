package bailiwick.intake.deal;

import bailiwick.core.problem.Severity;
import bailiwick.intake.record.RecordImport;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.SeenIds;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the rows of each kind of file say. */
final class DealRows {

  /** What a quota is set for when the file does not say. */
  private static final String USUAL_MEASURE = "revenue";

  private DealRows() {}

  static RecordImport.Row<Opportunity> opportunity(Predicate<String> knownAccount) {
    SeenIds seen = new SeenIds();
    return cells -> {
      String id = cells.needText("id");
      String account = cells.needKnownAccount(knownAccount);
      long amount = cells.needPositiveHundredths("amount");
      if (cells.rejected() || !cells.needNew("id", seen)) {
        return null;
      }
      String stage = cells.text("stage");
      return new Opportunity(
          id,
          account,
          cells.text("owner"),
          cells.text("product"),
          stage,
          state(stage),
          amount,
          cells.findDate("opened"),
          cells.findDate("closed"));
    };
  }

  static RecordImport.Row<Product> product() {
    SeenIds seen = new SeenIds();
    return cells -> {
      String idField = cells.has("id") ? "id" : "name";
      String id = cells.needText(idField);
      if (cells.rejected() || !cells.needNew(idField, seen)) {
        return null;
      }
      String name = cells.text("name");
      return new Product(
          id,
          name.isEmpty() ? id : name,
          cells.text("family"),
          cells.findPositiveHundredths("price"));
    };
  }

  static RecordImport.Row<AccountActivity> activity(Predicate<String> knownAccount) {
    return cells -> {
      String account = cells.needKnownAccount(knownAccount);
      LocalDate day = cells.needDate("date");
      if (day == null || cells.rejected()) {
        return null;
      }
      long count = Math.max(1, cells.findCount("count").orElse(1));
      return new AccountActivity(account, cells.text("owner"), day, cells.text("kind"), count);
    };
  }

  static RecordImport.Row<AccountRevenue> revenue(Predicate<String> knownAccount) {
    return cells -> {
      String account = cells.needKnownAccount(knownAccount);
      int year = (int) cells.needWhole("year", 1900, 2200);
      long amount = cells.needHundredths("amount");
      return cells.rejected() ? null : new AccountRevenue(account, year, amount);
    };
  }

  static RecordImport.Row<Quota> quota(Predicate<String> knownOwner) {
    return cells -> {
      String owner = cells.text("owner");
      String territory = owner.isEmpty() ? cells.needText("territory") : cells.text("territory");
      if (!owner.isEmpty() && territory.isEmpty()) {
        cells.needKnownOwner(knownOwner);
      }
      LocalDate from = cells.needDate("from");
      LocalDate until = end(cells, from);
      cells.needText("amount");
      long amount = cells.needPositiveHundredths("amount");
      if (from == null || until == null || cells.rejected()) {
        return null;
      }
      if (!until.isAfter(from)) {
        cells.bad("until", "a day after the first one", Severity.ERROR);
        return null;
      }
      String measure = cells.text("measure");
      return new Quota(
          owner, territory, measure.isEmpty() ? USUAL_MEASURE : measure, from, until, amount);
    };
  }

  /** The first day after a period, by itself or by how many months it lasts. */
  private static @Nullable LocalDate end(RowCells cells, @Nullable LocalDate from) {
    if (cells.has("until") || !cells.has("months")) {
      return cells.needDate("until");
    }
    long months = cells.needWhole("months", 1, 120);
    return from == null || cells.rejected() ? null : from.plusMonths(months);
  }

  private static Opportunity.State state(String stage) {
    String words = stage.toLowerCase(Locale.ROOT);
    if (words.contains("won")) {
      return Opportunity.State.WON;
    }
    return words.contains("lost") ? Opportunity.State.LOST : Opportunity.State.OPEN;
  }
}
