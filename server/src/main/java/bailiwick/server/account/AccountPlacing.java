package bailiwick.server.account;

import bailiwick.atlas.placing.Placed;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.unit.LonLat;
import bailiwick.server.account.AccountWire.AddressParts;
import bailiwick.server.atlas.Geography;
import bailiwick.store.Store;
import bailiwick.store.plan.Plan;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts what a request says about a company into the domain's words. Thread-safe. */
public class AccountPlacing {

  private static final double HUNDREDTHS = 100;

  private final Geography geography;
  private final Store store;

  /** Places by an atlas; addresses without a country belong to the newest plan's. */
  public AccountPlacing(Geography geography, Store store) {
    this.geography = geography;
    this.store = store;
  }

  /** Puts an address on the map. */
  public Placed place(@Nullable AddressParts parts, @Nullable LonLat point) {
    AddressParts given = parts == null ? new AddressParts(null, null, null, null, null) : parts;
    String country = text(given.country());
    return geography
        .placer()
        .place(
            new Address(
                text(given.street()),
                text(given.city()),
                text(given.region()),
                text(given.postcode()),
                country.isEmpty() ? usualCountry() : country),
            point);
  }

  private String usualCountry() {
    return store.plans().list().stream().findFirst().map(Plan::country).orElse("");
  }

  /** What kind of company it is. */
  public static Firmographics firmographics(
      @Nullable String industry,
      @Nullable Long employees,
      @Nullable Double annualRevenue,
      @Nullable String segment) {
    return new Firmographics(
        text(industry),
        employees == null ? OptionalLong.empty() : OptionalLong.of(employees),
        annualRevenue == null ? OptionalLong.empty() : OptionalLong.of(hundredths(annualRevenue)),
        text(segment));
  }

  /** A text that is there, stripped, or empty. */
  static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  /** A decimal amount as hundredths, half away from zero. */
  static long hundredths(double amount) {
    double scaled = amount * HUNDREDTHS;
    return scaled < 0 ? -Math.round(-scaled) : Math.round(scaled);
  }
}
