package bailiwick.server.market;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of the market. */
final class MarketWire {

  private MarketWire() {}

  @Schema(description = "What is known of the market, and of one's own in it.")
  record MarketSummary(
      @Schema(description = "The measures by name.") List<MarketMeasure> measures,
      @Schema(description = "Accounts that are customers.", example = "701") long customers,
      @Schema(description = "Accounts that are none yet.", example = "120") long prospects) {}

  @Schema(description = "A measure of the market.")
  record MarketMeasure(
      @Schema(description = "Name.", example = "establishments") String measure,
      @Schema(description = "Areas that have a figure.", example = "3100") long areas) {}

  @Schema(description = "The market by area.")
  record WhiteSpaceTable(
      @Schema(description = "Measure of the market.", example = "establishments") String measure,
      @Schema(description = "Size of the areas.", example = "county") String by,
      @Schema(description = "What stands against the measure.", example = "customers") String own,
      @Schema(description = "All areas together.") MarketArea total,
      @Schema(
              description =
                  "Market known only of areas larger than these; nothing says how it is spread.",
              example = "0")
          double undivided,
      @Schema(description = "Customers that lie in no area of this size.", example = "3")
          long unplacedCustomers,
      @Schema(description = "Prospects that lie in no area of this size.", example = "0")
          long unplacedProspects,
      @Schema(description = "How many areas there are.", example = "3143") int areas,
      @Schema(description = "The areas, as many as were asked for.") List<MarketArea> items) {}

  @Schema(description = "The market in an area.")
  record MarketArea(
      @Schema(
              description = "Path in the geography, country first; empty for all together.",
              example = "US/IL/17031")
          String area,
      @Schema(
              description = "Name with its region; empty for all together and where none is known.",
              example = "Cook, IL")
          String name,
      @Schema(description = "The measure.", example = "5120") double market,
      @Schema(description = "One's own part of it.", example = "12") double own,
      @Schema(
              description = "Market share, 0 to 1 and above; null without a market.",
              example = "0.0023")
          @Nullable Double share,
      @Schema(description = "White space: the market less one's own part.", example = "5108")
          double open,
      @Schema(description = "Customers there.", example = "12") long customers,
      @Schema(description = "Prospects there.", example = "4") long prospects) {}
}
