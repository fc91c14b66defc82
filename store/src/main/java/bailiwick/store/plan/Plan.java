package bailiwick.store.plan;

import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.unit.UnitKind;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Period, units and currency that scenarios share.
 *
 * @param from first day
 * @param until first day after the period
 * @param currency ISO 4217 code
 * @param country ISO 3166-1 alpha-2 code
 * @param atlasVersion the reference geography it was made with
 * @param layer the layer it is published to
 * @param unitCount how many units it divides
 * @param families how it owns accounts that belong together
 */
public record Plan(
    PlanId id,
    String name,
    LocalDate from,
    LocalDate until,
    String currency,
    String country,
    UnitKind unitKind,
    String atlasVersion,
    LayerId layer,
    int unitCount,
    FamilyPolicy families,
    String createdBy,
    Instant createdAt) {}
