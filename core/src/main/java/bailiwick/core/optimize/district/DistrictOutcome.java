package bailiwick.core.optimize.district;

import bailiwick.core.design.DesignOutcome;
import java.util.Optional;

/**
 * Territories and their districts. Immutable.
 *
 * @param territories what came of drawing the territories, with the work of both
 * @param districts empty where there are no territories to group, or no districts of them
 * @param drawn what came of drawing the districts; empty where that was not tried
 */
public record DistrictOutcome(
    DesignOutcome territories, Optional<DistrictPlan> districts, Optional<DesignOutcome> drawn) {}
