package bailiwick.core.design;

import bailiwick.core.alignment.TerritoryCode;
import java.util.OptionalDouble;

/**
 * What the days in the field of one territory are spent on.
 *
 * @param days that its visits take, driving included
 * @param most that it has; empty when nobody says
 * @param visitHours with customers
 * @param drivingHours from home, between customers, and back
 * @param overnightUnits units with visits so far from home that people are expected to stay there
 */
public record TerritoryDays(
    TerritoryCode territory,
    double days,
    OptionalDouble most,
    double visitHours,
    double drivingHours,
    int overnightUnits) {}
