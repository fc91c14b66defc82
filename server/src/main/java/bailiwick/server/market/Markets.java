package bailiwick.server.market;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.potential.AreaSize;
import bailiwick.intake.potential.OwnBusiness;
import bailiwick.intake.potential.OwnFigure;
import bailiwick.intake.potential.WhiteSpace;
import bailiwick.server.market.MarketWire.MarketArea;
import bailiwick.server.market.MarketWire.MarketMeasure;
import bailiwick.server.market.MarketWire.MarketSummary;
import bailiwick.server.market.MarketWire.WhiteSpaceTable;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.wire.Known;
import bailiwick.store.Store;
import bailiwick.store.account.AreaBusiness;
import bailiwick.store.record.MarketFigure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets the market against one's own business. Thread-safe. */
public final class Markets {

  private final Store store;

  /** Tells what a store holds. */
  public Markets(Store store) {
    this.store = store;
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
   * @throws ProblemException when no file told the measure, or a word is not known
   */
  WhiteSpaceTable whiteSpace(String measure, String by, @Nullable String own, int limit) {
    AreaSize size =
        AreaSize.findByWord(by)
            .orElseThrow(() -> refused("by", "must be country, region, county or postcode"));
    OwnFigure figure =
        own == null
            ? OwnFigure.of(measure)
            : OwnFigure.findByWord(own)
                .orElseThrow(() -> refused("own", "must be customers, sales or employees"));
    Map<String, Long> market =
        store.records().market(measure).stream()
            .collect(Collectors.toMap(MarketFigure::area, MarketFigure::amount));
    if (market.isEmpty()) {
      throw ProblemException.of(new ServerProblem.NotFound("market measure", measure));
    }
    WhiteSpace space = WhiteSpace.of(market, business(), size, figure);
    return new WhiteSpaceTable(
        measure,
        size.name().toLowerCase(Locale.ROOT),
        figure.name().toLowerCase(Locale.ROOT),
        row(space.total()),
        space.undivided() / 100.0,
        space.unplaced().customers(),
        space.rows().stream().limit(limit).map(Markets::row).toList());
  }

  private static ProblemException refused(String parameter, String rule) {
    return ProblemException.of(new ServerProblem.Parameter(parameter, rule));
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

  private static MarketArea row(WhiteSpace.Row row) {
    return new MarketArea(
        row.area(),
        row.market() / 100.0,
        row.own() / 100.0,
        Known.orNull(row.share()),
        row.open() / 100.0,
        row.business().customers(),
        row.business().prospects());
  }
}
