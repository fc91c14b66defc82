package bailiwick.server.kpi;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.kpi.KpiPeriod;
import bailiwick.kpi.QuotaLine;
import bailiwick.server.roster.Roster;
import bailiwick.store.measure.Quota;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each territory is asked for. A quota that names a territory is that territory's, whoever
 * serves it; one that names only a person is spread evenly over the territories the person serves,
 * to the cent. Where no quota was delivered, the yearly quota of the person on the roster counts.
 */
final class SeatQuotas {

  private final List<Quota> delivered;
  private final KpiPeriod period;
  private final Roster roster;

  SeatQuotas(List<Quota> delivered, KpiPeriod period, Roster roster) {
    this.delivered = delivered;
    this.period = period;
    this.roster = roster;
  }

  /** A territory and who serves it, null for a vacancy. */
  record Served(TerritoryCode territory, @Nullable RepresentativeId person) {}

  Map<TerritoryCode, List<QuotaLine>> of(List<Served> seats) {
    Map<TerritoryCode, List<QuotaLine>> lines = new HashMap<>();
    seats.forEach(seat -> lines.put(seat.territory, new ArrayList<>()));
    Map<RepresentativeId, List<TerritoryCode>> servedBy = new HashMap<>();
    for (Served seat : seats) {
      if (seat.person != null) {
        servedBy.computeIfAbsent(seat.person, who -> new ArrayList<>()).add(seat.territory);
      }
    }
    if (delivered.isEmpty()) {
      servedBy.forEach((person, territories) -> addRostered(person, territories, lines));
    }
    delivered.forEach(quota -> add(quota, servedBy, lines));
    return lines;
  }

  private void addRostered(
      RepresentativeId id,
      List<TerritoryCode> territories,
      Map<TerritoryCode, List<QuotaLine>> lines) {
    Representative person = roster.find(id);
    if (person != null && person.quotaCents() > 0) {
      QuotaLine year =
          new QuotaLine(period.from(), period.from().plusYears(1), person.quotaCents());
      spread(year, territories, lines);
    }
  }

  private static void add(
      Quota quota,
      Map<RepresentativeId, List<TerritoryCode>> servedBy,
      Map<TerritoryCode, List<QuotaLine>> lines) {
    QuotaLine line = new QuotaLine(quota.from(), quota.until(), quota.amountCents());
    if (quota.territory() != null && lines.containsKey(quota.territory())) {
      spread(line, List.of(quota.territory()), lines);
    } else if (quota.representative() != null) {
      spread(line, servedBy.getOrDefault(quota.representative(), List.of()), lines);
    }
  }

  private static void spread(
      QuotaLine line, List<TerritoryCode> territories, Map<TerritoryCode, List<QuotaLine>> lines) {
    for (int k = 0; k < territories.size(); k++) {
      long before = Math.multiplyExact(line.cents(), (long) k) / territories.size();
      long after = Math.multiplyExact(line.cents(), (long) k + 1) / territories.size();
      Objects.requireNonNull(lines.get(territories.get(k)))
          .add(new QuotaLine(line.from(), line.until(), after - before));
    }
  }
}
