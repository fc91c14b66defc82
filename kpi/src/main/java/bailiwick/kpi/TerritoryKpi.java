package bailiwick.kpi;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The figures of one territory, of what nobody owns, or of the company. Money in hundredths of the
 * plan's currency. Each component is defined by the {@link KpiDefinition} of its name.
 */
public record TerritoryKpi(
    long accounts,
    long prospects,
    OptionalLong potentialCents,
    OptionalLong revenueCents,
    OptionalLong openPipelineCents,
    OptionalLong quotaCents,
    OptionalLong quotaToDateCents,
    OptionalLong remainingQuotaCents,
    OptionalDouble attainment,
    OptionalDouble pipelineCoverage,
    OptionalDouble potentialIndex,
    OptionalDouble potentialShare,
    OptionalLong wonDeals,
    OptionalLong lostDeals,
    OptionalDouble winRate,
    OptionalLong contactedAccounts,
    OptionalDouble coverage) {}
