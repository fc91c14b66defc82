package bailiwick.core.design;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/**
 * When people work by their own clock, and how much of that people in two time zones share. Days of
 * the week are left out: a morning in Auckland and the afternoon of the day before in Honolulu are
 * hours in common.
 *
 * @param from when work begins
 * @param to when it ends, later on the same day
 * @param date the day whose clocks count, summer time included; empty for standard time all year
 */
public record WorkingDay(LocalTime from, LocalTime to, Optional<LocalDate> date) {

  /** From 9 to 17 in standard time. */
  public static final WorkingDay USUAL =
      new WorkingDay(LocalTime.of(9, 0), LocalTime.of(17, 0), Optional.empty());

  /** Zones have changed their standard time; it counts as on this day. */
  private static final Instant STANDARD = Instant.parse("2026-01-01T12:00:00Z");

  private static final int DAY = (int) Duration.ofDays(1).toSeconds();
  private static final double HOUR = Duration.ofHours(1).toSeconds();

  public WorkingDay {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "The working day must begin (%s) before it ends (%s).".formatted(from, to));
    }
  }

  /** Length of the day in hours, above 0. */
  public double hours() {
    return seconds() / HOUR;
  }

  private int seconds() {
    return to.toSecondOfDay() - from.toSecondOfDay();
  }

  /** What the clocks of a zone differ from universal time by: at noon of the date, or in winter. */
  public ZoneOffset offset(ZoneId zone) {
    return date.map(day -> zone.getRules().getOffset(day.atTime(12, 0).toInstant(ZoneOffset.UTC)))
        .orElseGet(() -> zone.getRules().getStandardOffset(STANDARD));
  }

  /**
   * The edition of the time zones' rules that this JDK has, such as {@code 2026a}: with another one
   * offsets may differ.
   */
  public static String edition() {
    return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
  }

  /** Hours in which people at both offsets work, 0 to {@link #hours}. */
  public double inCommon(ZoneOffset one, ZoneOffset other) {
    int later = Math.floorMod(one.getTotalSeconds() - other.getTotalSeconds(), DAY);
    int common = Math.max(0, seconds() - later) + Math.max(0, seconds() - (DAY - later));
    return common / HOUR;
  }
}
