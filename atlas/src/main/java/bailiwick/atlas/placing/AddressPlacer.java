package bailiwick.atlas.placing;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.Country;
import bailiwick.atlas.Place;
import bailiwick.atlas.PostcodeArea;
import bailiwick.atlas.Region;
import bailiwick.atlas.placing.Repair.Field;
import bailiwick.atlas.placing.Repair.Reason;
import bailiwick.core.account.Address;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.unit.LonLat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places addresses by point, postcode, city, region or country, best first. Thread-safe.
 *
 * <p>Where parts contradict each other the postcode goes first, unless region and city agree with
 * each other against it; then the region, then the country. Every change beyond mere writing is
 * listed as a {@link Repair}. The home country is assumed for addresses that name none and fit it.
 *
 * <p>Known limits: a postcode that was mistyped into another of the same state is not noticed.
 */
public final class AddressPlacer {

  /** How far a point may lie from its postcode before it is doubted: wider than any ZIP area. */
  static final double FAR_KM = 200;

  /** How far a city's postcodes may lie from its middle for the two to agree. */
  private static final double SAME_CITY_KM = 40;

  /** People from whom on a city's postcodes tell more than its middle. */
  private static final long LARGE_CITY = 100_000;

  private static final Set<String> US_POST = Set.of("AS", "GU", "MP", "PR", "VI");

  private final Atlas atlas;
  private final String home;

  /** Places by the geography of an atlas; addresses without a country are taken for American. */
  public AddressPlacer(Atlas atlas) {
    this(atlas, "US");
  }

  /**
   * Places by the geography of an atlas.
   *
   * @param home ISO code of the country that addresses without one are tried in first
   */
  public AddressPlacer(Atlas atlas, String home) {
    this.atlas = atlas;
    this.home = home;
  }

  /**
   * Puts an address on the map.
   *
   * @param given parts as a file has them, any of them empty
   * @param point longitude and latitude that came with it, or null when none did
   */
  public Placed place(Address given, @Nullable LonLat point) {
    Draft draft = new Draft(given, point);
    settleCountry(draft);
    settlePostcode(draft);
    settleRegion(draft);
    settlePoint(draft);
    Location location = locate(draft);
    return new Placed(draft.address(), location, draft.repairs());
  }

  private void settleCountry(Draft draft) {
    String text = draft.given().country().strip();
    Optional<Country> country = text.isEmpty() ? Optional.empty() : atlas.findCountry(text);
    if (country.isPresent()) {
      draft.country = country.get().code();
      if (US_POST.contains(draft.country)) {
        draft.repair(Field.COUNTRY, text, "US", Reason.POST_OF_ANOTHER_COUNTRY);
        draft.regionText = draft.country;
        draft.country = "US";
      }
      return;
    }
    impliedCountry(draft)
        .ifPresent(implied -> {
          draft.country = implied.country();
          draft.repair(Field.COUNTRY, text, implied.country(), implied.reason());
        });
  }

  private record Implied(String country, Reason reason) {}

  private Optional<Implied> impliedCountry(Draft draft) {
    boolean fitsRegion = fitsRegion(home, draft.regionText);
    if (!draft.postcodeText.isEmpty()
        && atlas.findPostcode(home, draft.postcodeText).isPresent()
        && (draft.regionText.isEmpty() || fitsRegion)) {
      return Optional.of(new Implied(home, Reason.IMPLIED_BY_POSTCODE));
    }
    if (fitsRegion) {
      return Optional.of(new Implied(home, Reason.IMPLIED_BY_REGION));
    }
    for (String country : atlas.countries()) {
      if (!draft.postcodeText.isEmpty()
          && fitsRegion(country, draft.regionText)
          && atlas.findPostcode(country, draft.postcodeText).isPresent()) {
        return Optional.of(new Implied(country, Reason.IMPLIED_BY_POSTCODE));
      }
    }
    return impliedByPoint(draft);
  }

  /** The home country when the point lies near one of its areas. */
  private Optional<Implied> impliedByPoint(Draft draft) {
    LonLat point = draft.point;
    return point == null
        ? Optional.empty()
        : atlas
            .findNearestArea(home, point)
            .filter(area -> area.point().distanceKm(point) <= FAR_KM)
            .map(area -> new Implied(home, Reason.IMPLIED_BY_POINT));
  }

  private boolean fitsRegion(String country, String text) {
    return !text.isEmpty() && atlas.findRegion(country, text).isPresent();
  }

  private void settlePostcode(Draft draft) {
    if (draft.country.isEmpty() || draft.postcodeText.isEmpty()) {
      return;
    }
    Optional<PostcodeArea> found = atlas.findPostcode(draft.country, draft.postcodeText);
    if (found.isEmpty()) {
      return;
    }
    PostcodeArea area = found.get();
    Optional<Region> region = atlas.findRegion(draft.country, draft.regionText);
    if (region.isPresent()
        && !area.region().isEmpty()
        && !region.get().code().equals(area.region())
        && cityAgrees(draft, region.get(), area)) {
      draft.repair(Field.POSTCODE, draft.postcodeText, "", Reason.CONTRADICTS_REGION_AND_CITY);
      draft.postcodeText = "";
      return;
    }
    draft.area = area;
    String written = Postcodes.written(draft.postcodeText, area.postcode());
    if (Postcodes.zerosWereLost(draft.postcodeText, area.postcode())) {
      draft.repair(
          Field.POSTCODE, draft.postcodeText, area.postcode(), Reason.LEADING_ZEROS_RESTORED);
    }
    draft.postcodeText = written;
  }

  /** Whether the city lies in the region given and not near the postcode. */
  private boolean cityAgrees(Draft draft, Region region, PostcodeArea area) {
    return atlas
        .findPlace(draft.given().city(), region.code(), draft.country)
        .filter(place -> place.point().distanceKm(area.point()) > SAME_CITY_KM)
        .isPresent();
  }

  private void settleRegion(Draft draft) {
    if (draft.country.isEmpty()) {
      return;
    }
    Optional<Region> region =
        draft.regionText.isEmpty()
            ? Optional.empty()
            : atlas.findRegion(draft.country, draft.regionText);
    PostcodeArea area = draft.area;
    if (area == null || area.region().isEmpty()) {
      region.ifPresent(known -> draft.region = known.code());
    } else {
      draft.region = area.region();
      if (region.isEmpty()) {
        draft.repair(
            Field.REGION,
            draft.regionText,
            area.region(),
            draft.regionText.isEmpty() ? Reason.IMPLIED_BY_POSTCODE : Reason.CONTRADICTS_POSTCODE);
      } else if (!region.get().code().equals(area.region())) {
        draft.repair(Field.REGION, draft.regionText, area.region(), Reason.CONTRADICTS_POSTCODE);
      }
    }
  }

  /** Drops a point that lies too far from where the address says; it may be of swapped signs. */
  private void settlePoint(Draft draft) {
    LonLat point = draft.point;
    PostcodeArea area = draft.area;
    if (point != null && area != null && point.distanceKm(area.point()) > FAR_KM) {
      draft.repair(
          Field.POINT, Draft.text(point), Draft.text(area.point()), Reason.FAR_FROM_ADDRESS);
      draft.point = null;
    }
  }

  private Location locate(Draft draft) {
    LonLat point = draft.point;
    if (point != null) {
      return exact(draft, point);
    }
    Optional<Place> place = findCity(draft);
    PostcodeArea area = draft.area;
    if (area != null) {
      return new Location(middle(area, place), Precision.POSTCODE, area.path());
    }
    if (place.isPresent()) {
      return city(draft, place.get());
    }
    Optional<Region> region = atlas.findRegion(draft.country, draft.region);
    if (!draft.region.isEmpty() && region.isPresent()) {
      return new Location(region.get().point(), Precision.REGION, region.get().path());
    }
    return atlas
        .findCountry(draft.country)
        .filter(country -> !draft.country.isEmpty())
        .map(country -> new Location(country.point(), Precision.COUNTRY, country.code()))
        .orElse(Location.NONE);
  }

  /**
   * Where things of a postcode stand: in the country in its town, else in the middle of its area.
   * On 7,581 American hospitals this puts 97 % within 10 km, the middle alone 90 %.
   */
  private static LonLat middle(PostcodeArea area, Optional<Place> city) {
    return city.filter(place -> place.population() < LARGE_CITY)
        .map(Place::point)
        .filter(point -> point.distanceKm(area.point()) <= SAME_CITY_KM)
        .orElse(area.point());
  }

  /** The postcode given keeps its word when it fits the point; else the ground under the point. */
  private Location exact(Draft draft, LonLat point) {
    PostcodeArea given = draft.area;
    if (given != null) {
      return new Location(point, Precision.EXACT, given.path());
    }
    Optional<PostcodeArea> under =
        draft.country.isEmpty()
            ? Optional.empty()
            : atlas
                .findNearestArea(draft.country, point)
                .filter(area -> area.point().distanceKm(point) <= FAR_KM);
    under.ifPresent(area -> fillFrom(draft, area));
    return new Location(point, Precision.EXACT, under.map(PostcodeArea::path).orElse(draft.path()));
  }

  private static void fillFrom(Draft draft, PostcodeArea area) {
    if (draft.postcodeText.isEmpty()) {
      draft.repair(Field.POSTCODE, "", area.postcode(), Reason.IMPLIED_BY_POINT);
      draft.postcodeText = area.postcode();
    }
    if (draft.region.isEmpty() && !area.region().isEmpty()) {
      draft.repair(Field.REGION, draft.regionText, area.region(), Reason.IMPLIED_BY_POINT);
      draft.region = area.region();
    }
  }

  private Optional<Place> findCity(Draft draft) {
    String city = draft.given().city();
    return city.isBlank() || draft.country.isEmpty()
        ? Optional.empty()
        : atlas.findPlace(city, draft.region, draft.country);
  }

  private Location city(Draft draft, Place place) {
    if (draft.region.isEmpty() && !place.region().isEmpty()) {
      draft.region = place.region();
      draft.repair(Field.REGION, draft.regionText, place.region(), Reason.IMPLIED_BY_CITY);
    }
    String path =
        atlas
            .findNearestArea(draft.country, place.point())
            .filter(area -> area.region().equals(draft.region))
            .map(PostcodeArea::path)
            .orElse(draft.path());
    return new Location(place.point(), Precision.CITY, path);
  }
}
