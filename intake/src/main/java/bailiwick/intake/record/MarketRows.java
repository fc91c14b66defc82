package bailiwick.intake.record;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.Country;
import bailiwick.atlas.County;
import bailiwick.atlas.PostcodeArea;
import bailiwick.atlas.Region;
import bailiwick.core.problem.Severity;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes market figures of each row, in the smallest area that it names. Not thread-safe. */
final class MarketRows {

  private static final List<String> AREAS = List.of("postcode", "county", "region", "country");

  private final String file;
  private final ColumnMapping mapping;
  private final Atlas atlas;
  private final String usualCountry;
  private final List<String> measures;

  MarketRows(String file, ColumnMapping mapping, Atlas atlas, String usualCountry) {
    this.file = file;
    this.mapping = mapping;
    this.atlas = atlas;
    this.usualCountry = usualCountry;
    this.measures =
        Stream.concat(RecordFields.MARKET_MEASURES.stream(), mapping.measures().stream())
            .filter(mapping::has)
            .toList();
  }

  @Nullable MarketRow read(TableRow row, RowLog log) {
    RowCells cells = new RowCells(file, mapping, row, log);
    Optional<String> smallest =
        AREAS.stream().filter(field -> !cells.text(field).isEmpty()).findFirst();
    if (smallest.isEmpty()) {
      cells.needText(AREAS.stream().filter(cells::has).findFirst().orElse("postcode"));
      return null;
    }
    Optional<String> area = area(smallest.get(), cells);
    if (area.isEmpty()) {
      log.add(
          new RowProblem.UnknownArea(
              file, row.number(), mapping.column(smallest.get()), cells.text(smallest.get())));
    }
    Map<String, Long> amounts = amounts(cells);
    if (!cells.rejected() && amounts.isEmpty()) {
      cells.needText(measures.isEmpty() ? "amount" : measures.getFirst());
    }
    return cells.rejected() || area.isEmpty() ? null : new MarketRow(area.get(), amounts);
  }

  private Map<String, Long> amounts(RowCells cells) {
    Map<String, Long> amounts = new LinkedHashMap<>();
    for (String measure : measures) {
      cells.findPositiveHundredths(measure, Severity.ERROR).ifPresent(a -> amounts.put(measure, a));
    }
    if (cells.has("measure")) {
      String measure = cells.needText("measure");
      OptionalLong amount = cells.findPositiveHundredths("amount", Severity.ERROR);
      if (!measure.isEmpty() && amount.isPresent()) {
        amounts.merge(measure, amount.getAsLong(), Long::sum);
      }
    }
    return amounts;
  }

  private Optional<String> area(String smallest, RowCells cells) {
    String named = cells.text("country").isEmpty() ? usualCountry : cells.text("country");
    Optional<String> country = atlas.findCountry(named).map(Country::code);
    return country.flatMap(code ->
        switch (smallest) {
          case "postcode" -> postcode(code, cells.text("postcode"));
          case "county" -> county(code, cells.text("region"), cells.text("county"));
          case "region" -> atlas.findRegion(code, cells.text("region")).map(Region::path);
          case "country" -> country;
          default -> throw new IllegalStateException(smallest);
        });
  }

  /** The node of a postcode's area; what a code for boxes tells belongs to the area it lies in. */
  private Optional<String> postcode(String country, String text) {
    return atlas
        .findPostcode(country, text)
        .map(found ->
            atlas
                .findPostcode(country, found.unit().value())
                .map(PostcodeArea::path)
                .orElse(found.path()));
  }

  private Optional<String> county(String country, String regionText, String text) {
    String region = atlas.findRegion(country, regionText).map(Region::code).orElse("");
    return atlas.findCounty(country, region, text).map(County::path);
  }
}
