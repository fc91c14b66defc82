package bailiwick.intake.account;

import bailiwick.atlas.placing.Placed;
import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Traits;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.problem.Severity;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.report.ImportRun;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.report.SeenIds;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes an account of each row. Not thread-safe. */
final class AccountRowReader implements ImportRun.RowReader<ImportedAccount> {

  /** Steps from the country at the top of a path to a postcode area: region, county, area. */
  private static final int POSTCODE_DEPTH = 3;

  private final String file;
  private final ColumnMapping mapping;
  private final String source;
  private final AmountCells amounts;
  private final PlaceReader places;
  private final IndustryReader industries;
  private final TraitCells traits;
  private final Consumer<String> rejectedIds;
  private final SeenIds seen = new SeenIds();

  AccountRowReader(
      String file,
      ColumnMapping mapping,
      String source,
      AmountCells amounts,
      PlaceReader places,
      IndustryReader industries,
      TraitCells traits,
      Consumer<String> rejectedIds) {
    this.file = file;
    this.mapping = mapping;
    this.source = source;
    this.amounts = amounts;
    this.places = places;
    this.industries = industries;
    this.traits = traits;
    this.rejectedIds = rejectedIds;
  }

  @Override
  public @Nullable ImportedAccount read(TableRow row, RowLog log) {
    RowCells cells = new RowCells(file, mapping, row, log);
    String idField = mapping.has("id") ? "id" : "name";
    String id = cells.needText(idField);
    String name = mapping.has("id") && mapping.has("name") ? cells.needText("name") : id;
    Map<String, Long> measures = measures(row, log);
    Worth worth = worth(measures, row, log);
    if (log.rejected() || !cells.needNew(idField, seen)) {
      tellRejected(id);
      return null;
    }
    Firmographics firmographics = firmographics(cells, row, log);
    Traits said = traits.read(cells);
    Placed placed = places.read(row, log);
    tellPlacing(placed, row, log);
    LocalDate changedOn = cells.findDate("changed");
    return new ImportedAccount(
        new Account(
            AccountId.ofExternal(source, id),
            id,
            name,
            placed.repaired(),
            placed.location(),
            firmographics,
            said,
            worth,
            new Ties(cells.text("website"), cells.text("phone"), cells.text("parent")),
            upkeep(row, changedOn, log),
            mapping.text("owner", row),
            mapping.text("territory", row)),
        row.number(),
        measures,
        traits.names());
  }

  /**
   * What the row's log tells of it, for those who ask later how far to believe it; what an earlier
   * import wrote down goes before.
   */
  private Upkeep upkeep(TableRow row, @Nullable LocalDate changedOn, RowLog log) {
    Map<String, String> repaired = notes("repaired", row, log);
    Map<String, String> leftOut = notes("unread", row, log);
    Map<String, String> imputed = notes("imputed", row, log);
    for (ImportProblem problem : log.problems()) {
      if (problem instanceof RowProblem.Repaired repair) {
        repaired.putIfAbsent(repair.field(), repair.before());
      } else if (problem instanceof RowProblem.BadValue bad) {
        leftOut.putIfAbsent(bad.field(), bad.value());
      } else if (problem instanceof RowProblem.Imputed filled) {
        imputed.putIfAbsent(
            standsForWorkload(filled.field()) ? "workload" : filled.field(), filled.basis());
      }
    }
    return new Upkeep(changedOn, repaired, leftOut, imputed);
  }

  private Map<String, String> notes(String field, TableRow row, RowLog log) {
    String text = mapping.text(field, row);
    Optional<Map<String, String>> notes = Notes.read(text);
    if (notes.isEmpty()) {
      log.add(
          new RowProblem.BadValue(
              file,
              row.number(),
              mapping.column(field),
              field,
              text,
              "a JSON object of texts, as --out writes it",
              Severity.WARNING));
    }
    return new HashMap<>(notes.orElse(Map.of()));
  }

  @Override
  public void passedOver(TableRow row) {
    tellRejected(mapping.text(mapping.has("id") ? "id" : "name", row));
  }

  private void tellRejected(String id) {
    if (!id.isEmpty()) {
      rejectedIds.accept(id);
    }
  }

  private Map<String, Long> measures(TableRow row, RowLog log) {
    if (mapping.measures().isEmpty()) {
      return Map.of();
    }
    Map<String, Long> measures = new LinkedHashMap<>();
    for (String measure : mapping.measures()) {
      measures.put(measure, amounts.read(measure, row, log));
    }
    return measures;
  }

  /** A single further measure stands for the workload when nothing else does. */
  private boolean standsForWorkload(String measure) {
    return !mapping.has("workload") && mapping.measures().equals(List.of(measure));
  }

  private Worth worth(Map<String, Long> measures, TableRow row, RowLog log) {
    long workload =
        !mapping.has("workload") && measures.size() == 1
            ? measures.values().iterator().next()
            : amounts.read("workload", row, log);
    return new Worth(
        amounts.read("potential", row, log),
        workload,
        amounts.readSigned("sales", row, log),
        amounts.read("pipeline", row, log));
  }

  private Firmographics firmographics(RowCells cells, TableRow row, RowLog log) {
    return new Firmographics(
        industry(row, log),
        cells.findCount("employees"),
        cells.findPositiveHundredths("revenue"),
        cells.text("segment"));
  }

  private String industry(TableRow row, RowLog log) {
    String text = mapping.text("industry", row);
    if (text.isEmpty()) {
      return "";
    }
    Optional<String> code = industries.find(text);
    if (code.isEmpty()) {
      log.add(new RowProblem.UnknownIndustry(file, row.number(), mapping.column("industry"), text));
    }
    return code.orElse("");
  }

  private void tellPlacing(Placed placed, TableRow row, RowLog log) {
    Precision precision = placed.location().precision();
    log.placed(precision);
    if (precision == Precision.NONE) {
      log.add(new RowProblem.NotPlaced(file, row.number(), places.given(row)));
    } else if (!reachesPostcodeArea(placed.location().area())) {
      log.add(
          new RowProblem.OutsideAreas(
              file, row.number(), places.given(row), placed.location().area()));
    }
  }

  /** Whether a path goes down to the areas that territories are made of. */
  private static boolean reachesPostcodeArea(String area) {
    return area.chars().filter(c -> c == '/').count() >= POSTCODE_DEPTH;
  }
}
