package bailiwick.server.market;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.export.AccountExport;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.potential.OwnBusiness;
import bailiwick.intake.potential.WhiteSpace;
import bailiwick.server.atlas.Geography;
import bailiwick.server.market.MarketWire.MarketArea;
import bailiwick.server.market.MarketWire.MarketMeasure;
import bailiwick.server.market.MarketWire.MarketSummary;
import bailiwick.server.market.MarketWire.WhiteSpaceTable;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.wire.Known;
import bailiwick.store.Store;
import bailiwick.store.account.AreaBusiness;
import bailiwick.store.record.MarketFigure;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets the market against one's own business. Thread-safe. */
public final class Markets {

  private static final List<String> COLUMNS =
      List.of("area", "name", "market", "own", "share", "open", "customers", "prospects");

  private final Store store;
  private final AreaNames names;

  /** Tells what a store holds. */
  public Markets(Store store, Geography geography) {
    this.store = store;
    this.names = new AreaNames(geography);
  }

  MarketSummary summary() {
    List<AreaBusiness> business = store.prospects().businessByArea();
    return new MarketSummary(
        store.records().marketTotals().stream()
            .map(total -> new MarketMeasure(total.measure(), total.areas()))
            .toList(),
        business.stream().mapToLong(AreaBusiness::customers).sum(),
        business.stream().mapToLong(AreaBusiness::prospects).sum());
  }

  /**
   * The white space of a measure.
   *
   * @throws ProblemException when no file told the measure
   */
  WhiteSpaceTable whiteSpace(MarketQuestion question, int limit) {
    WhiteSpace space = space(question);
    return new WhiteSpaceTable(
        question.measure(),
        question.size().name().toLowerCase(Locale.ROOT),
        question.own().name().toLowerCase(Locale.ROOT),
        row(space.total()),
        space.undivided() / 100.0,
        space.unplaced().customers(),
        space.unplaced().prospects(),
        space.rows().size(),
        space.rows().stream()
            .sorted(question.order().comparator())
            .limit(limit)
            .map(this::row)
            .toList());
  }

  /**
   * The same for every area.
   *
   * @throws ProblemException when no file told the measure
   */
  WhiteSpace space(MarketQuestion question) {
    Map<String, Long> market =
        store.records().market(question.measure()).stream()
            .collect(Collectors.toMap(MarketFigure::area, MarketFigure::amount));
    if (market.isEmpty()) {
      throw ProblemException.of(new ServerProblem.NotFound("market measure", question.measure()));
    }
    return WhiteSpace.of(market, business(), question.size(), question.own());
  }

  private Map<String, OwnBusiness> business() {
    return store.prospects().businessByArea().stream()
        .collect(
            Collectors.toMap(
                AreaBusiness::area,
                one ->
                    new OwnBusiness(
                        one.customers(), one.prospects(), one.employees(), one.salesCents())));
  }

  /** Writes every area as a line of CSV; closes the writer. */
  void write(WhiteSpace space, MarketOrder order, Writer out) throws IOException {
    try (CsvTable table = CsvTable.open(out, COLUMNS)) {
      for (WhiteSpace.Row row : space.rows().stream().sorted(order.comparator()).toList()) {
        table.row(
            row.area(),
            names.of(row.area()),
            AccountExport.decimal(row.market()),
            AccountExport.decimal(row.own()),
            row.share().isPresent() ? Double.toString(row.share().getAsDouble()) : "",
            AccountExport.decimal(row.open()),
            Long.toString(row.business().customers()),
            Long.toString(row.business().prospects()));
      }
    }
  }

  private MarketArea row(WhiteSpace.Row row) {
    return new MarketArea(
        row.area(),
        names.of(row.area()),
        row.market() / 100.0,
        row.own() / 100.0,
        Known.orNull(row.share()),
        row.open() / 100.0,
        row.business().customers(),
        row.business().prospects());
  }
}
