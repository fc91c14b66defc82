package bailiwick.atlas.placing;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.placing.Repair.Field;
import bailiwick.atlas.placing.Repair.Reason;
import bailiwick.core.account.Address;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.unit.LonLat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressPlacerTest {

  private static final AddressPlacer PLACER = new AddressPlacer(Atlas.packaged());
  private static final LonLat LINCOLN_PARK = new LonLat(-87.648, 41.922);
  private static final LonLat TOKYO = new LonLat(139.7, 35.7);

  private static Placed place(String city, String region, String postcode, String country) {
    return place(city, region, postcode, country, null);
  }

  private static Placed place(
      String city, String region, String postcode, String country, @Nullable LonLat point) {
    return PLACER.place(new Address("1 Main St", city, region, postcode, country), point);
  }

  @Test
  void a_point_goes_before_everything_else() {
    Placed placed = place("Chicago", "IL", "60614", "US", LINCOLN_PARK);

    assertThat(placed.location())
        .isEqualTo(new Location(LINCOLN_PARK, Precision.EXACT, "US/IL/17031/60614"));
    assertThat(placed.repairs()).isEmpty();
  }

  @Test
  void a_point_alone_finds_its_country_state_and_postcode() {
    Placed placed = place("", "", "", "", LINCOLN_PARK);

    assertThat(placed.location().area()).isEqualTo("US/IL/17031/60614");
    assertThat(placed.repaired()).isEqualTo(new Address("1 Main St", "", "IL", "60614", "US"));
    assertThat(placed.repairs())
        .containsExactly(
            new Repair(Field.COUNTRY, "", "US", Reason.IMPLIED_BY_POINT),
            new Repair(Field.POSTCODE, "", "60614", Reason.IMPLIED_BY_POINT),
            new Repair(Field.REGION, "", "IL", Reason.IMPLIED_BY_POINT));
  }

  @Test
  void a_point_in_a_country_without_postcodes_is_still_exact() {
    Placed placed = place("Tokyo", "", "", "JP", TOKYO);

    assertThat(placed.location()).isEqualTo(new Location(TOKYO, Precision.EXACT, "JP"));
  }

  @Test
  void a_point_far_from_its_postcode_is_dropped_and_listed() {
    Placed placed = place("Chicago", "IL", "60614", "US", TOKYO);

    assertThat(placed.location().precision()).isEqualTo(Precision.POSTCODE);
    assertThat(placed.repairs())
        .extracting(Repair::field, Repair::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Field.POINT, Reason.FAR_FROM_ADDRESS));
  }

  @Test
  void a_postcode_fills_in_the_state_and_the_country() {
    Placed placed = place("Chicago", "", "60614", "");

    assertThat(placed.repaired())
        .isEqualTo(new Address("1 Main St", "Chicago", "IL", "60614", "US"));
    assertThat(placed.repairs())
        .containsExactly(
            new Repair(Field.COUNTRY, "", "US", Reason.IMPLIED_BY_POSTCODE),
            new Repair(Field.REGION, "", "IL", Reason.IMPLIED_BY_POSTCODE));
  }

  @Test
  void a_state_by_its_name_and_a_zip_plus_4_are_mere_writing() {
    Placed placed = place("Chicago", "illinois", "60614-1234", "United States");

    assertThat(placed.repaired())
        .isEqualTo(new Address("1 Main St", "Chicago", "IL", "60614", "US"));
    assertThat(placed.repairs()).isEmpty();
  }

  @Test
  void lost_zeros_are_restored_and_listed() {
    Placed placed = place("Boston", "MA", "2134", "US");

    assertThat(placed.location().area()).isEqualTo("US/MA/25025/02134");
    assertThat(placed.repairs())
        .containsExactly(
            new Repair(Field.POSTCODE, "2134", "02134", Reason.LEADING_ZEROS_RESTORED));
    assertThat(placed.repairs().getFirst().sentence())
        .isEqualTo("The postcode (2134) became 02134: the zeros in front had been lost.");
  }

  @Test
  void a_state_against_its_postcode_gives_way() {
    Placed placed = place("Chicago", "OH", "60614", "US");

    assertThat(placed.repaired().region()).isEqualTo("IL");
    assertThat(placed.repairs())
        .containsExactly(new Repair(Field.REGION, "OH", "IL", Reason.CONTRADICTS_POSTCODE));
  }

  @Test
  void a_postcode_against_state_and_city_gives_way() {
    Placed placed = place("Cleveland", "OH", "60614", "US");

    assertThat(placed.repaired().postcode()).isEmpty();
    assertThat(placed.location().precision()).isEqualTo(Precision.CITY);
    assertThat(placed.location().area()).startsWith("US/OH/39035/441");
    assertThat(placed.repairs())
        .containsExactly(
            new Repair(Field.POSTCODE, "60614", "", Reason.CONTRADICTS_REGION_AND_CITY));
  }

  @Test
  void a_city_is_the_next_best_then_the_state_then_the_country() {
    assertThat(place("Chicago", "IL", "", "US").location().precision()).isEqualTo(Precision.CITY);
    assertThat(place("Nowhereville", "IL", "", "US").location())
        .extracting(Location::precision, Location::area)
        .containsExactly(Precision.REGION, "US/IL");
    assertThat(place("", "", "", "US").location())
        .extracting(Location::precision, Location::area)
        .containsExactly(Precision.COUNTRY, "US");
    assertThat(place("", "", "", "").location()).isEqualTo(Location.NONE);
  }

  @Test
  void a_state_alone_says_the_country() {
    Placed placed = place("", "Texas", "", "");

    assertThat(placed.location().area()).isEqualTo("US/TX");
    assertThat(placed.repairs())
        .containsExactly(new Repair(Field.COUNTRY, "", "US", Reason.IMPLIED_BY_REGION));
  }

  @Test
  void puerto_rico_is_a_state_of_american_post() {
    Placed placed = place("San Juan", "", "00901", "PR");

    assertThat(placed.location().area()).isEqualTo("US/PR/72127/00901");
    assertThat(placed.repairs())
        .containsExactly(new Repair(Field.COUNTRY, "PR", "US", Reason.POST_OF_ANOTHER_COUNTRY));
  }

  @Test
  void an_unknown_postcode_stays_as_it_is_and_the_city_places() {
    Placed placed = place("Chicago", "IL", "99999", "US");

    assertThat(placed.repaired().postcode()).isEqualTo("99999");
    assertThat(placed.location().precision()).isEqualTo(Precision.CITY);
    assertThat(placed.repairs()).isEmpty();
  }

  @Test
  void a_foreign_city_is_found_by_its_local_name() {
    Placed placed = place("München", "", "80331", "Deutschland");

    assertThat(placed.location().precision()).isEqualTo(Precision.CITY);
    assertThat(placed.repaired().country()).isEqualTo("DE");
  }
}
