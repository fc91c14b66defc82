package bailiwick.store.quality;

import org.jspecify.annotations.Nullable;

/**
 * From when on data is doubtful, and how much of it may be when a scenario is published.
 *
 * @param inactiveMonths months without activity
 * @param staleMonths months without a change of the row in its system
 * @param leastScore of two accounts to be taken for possible duplicates, 0 to 1
 * @param mostDeviations of an amount's logarithm from the median of its like
 * @param mostDoubtfulShare share of the potential that may rest on doubtful accounts, 0 to 1; null
 *     for no limit
 * @param version counts the changes, for optimistic locking; 0 for limits not saved yet
 */
public record QualityLimits(
    int inactiveMonths,
    int staleMonths,
    double leastScore,
    double mostDeviations,
    @Nullable Double mostDoubtfulShare,
    long version) {}
