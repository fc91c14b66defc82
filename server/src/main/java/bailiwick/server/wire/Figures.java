package bailiwick.server.wire;

import io.swagger.v3.oas.annotations.media.Schema;

/** One figure for each measure. Immutable. */
@Schema(
    description =
        "One figure for each measure. Money in whole currency units, workload in hours a year; as an index, 100 is the average.")
public record Figures(
    @Schema(description = "Number of accounts.", example = "212") double accounts,
    @Schema(description = "Money a year that could be sold.", example = "1250000.5")
        double potential,
    @Schema(description = "Hours of work a year.", example = "1612.25") double workload,
    @Schema(description = "Money sold in the last twelve months.", example = "480300") double sales,
    @Schema(description = "Open opportunities, unweighted.", example = "150250") double pipeline) {}
