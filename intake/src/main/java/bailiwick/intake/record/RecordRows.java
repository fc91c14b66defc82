package bailiwick.intake.record;

import bailiwick.core.problem.Severity;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.SeenIds;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of each kind of file say. */
final class RecordRows {

  private static final long CENTIHOURS_OF_A_DAY = 2_400;

  private RecordRows() {}

  static RecordImport.Row<ContactPerson> contact(Predicate<String> knownAccount) {
    SeenIds seen = new SeenIds();
    return cells -> {
      String account = cells.needKnownAccount(knownAccount);
      String name = name(cells);
      String idField =
          Stream.of("id", "email", "name", "lastName")
              .filter(cells::has)
              .filter(field -> field.equals("id") || !cells.text(field).isEmpty())
              .findFirst()
              .orElse("name");
      String id = cells.needText(idField);
      if (cells.rejected() || !cells.needNewAmong(idField, account, seen)) {
        return null;
      }
      return new ContactPerson(
          id,
          account,
          name.isEmpty() ? id : name,
          cells.text("title"),
          cells.text("email"),
          cells.text("phone"));
    };
  }

  private static String name(RowCells cells) {
    String whole = cells.text("name");
    return whole.isEmpty()
        ? Stream.of(cells.text("firstName"), cells.text("lastName"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        : whole;
  }

  static RecordImport.Row<ListedTerritory> territory() {
    SeenIds seen = new SeenIds();
    return cells -> {
      String code = cells.needText("code");
      if (cells.rejected() || !cells.needNew("code", seen)) {
        return null;
      }
      String name = cells.text("name");
      String parent = cells.text("parent");
      if (parent.equals(code)) {
        cells.bad("parent", "another territory than itself", Severity.WARNING);
        parent = "";
      }
      return new ListedTerritory(code, name.isEmpty() ? code : name, parent);
    };
  }

  static RecordImport.Row<ListedAssignment> assignment(Predicate<String> knownAccount) {
    return cells -> {
      String account = cells.text("account").isEmpty() ? "" : cells.needKnownAccount(knownAccount);
      String unit = cells.text("unit");
      String owner = cells.text("owner");
      boolean ofTerritory = account.isEmpty() && unit.isEmpty();
      String territory =
          ofTerritory || owner.isEmpty() ? cells.needText("territory") : cells.text("territory");
      if (ofTerritory) {
        cells.needText("owner");
      }
      LocalDate from = cells.findDate("from");
      LocalDate until = until(cells);
      if (from != null && until != null && !until.isAfter(from)) {
        String field = cells.text("until").isEmpty() ? "last" : "until";
        cells.bad(field, "a day after the first one", Severity.ERROR);
      }
      return cells.rejected()
          ? null
          : new ListedAssignment(account, unit, territory, owner, from, until);
    };
  }

  private static @Nullable LocalDate until(RowCells cells) {
    LocalDate until = cells.findDate("until");
    LocalDate last = cells.findDate("last");
    return until == null && last != null ? last.plusDays(1) : until;
  }

  static RecordImport.Row<WorkedTime> time(Predicate<String> knownOwner) {
    return cells -> {
      String owner = cells.needKnownOwner(knownOwner);
      LocalDate on = cells.needDate("date");
      cells.needText("hours");
      long centihours = cells.needPositiveHundredths("hours");
      if (!cells.rejected() && (centihours == 0 || centihours > CENTIHOURS_OF_A_DAY)) {
        cells.bad("hours", "a number above 0, at most the 24 of a day", Severity.ERROR);
      }
      return on == null || cells.rejected()
          ? null
          : new WorkedTime(owner, on, cells.text("kind"), centihours);
    };
  }
}
