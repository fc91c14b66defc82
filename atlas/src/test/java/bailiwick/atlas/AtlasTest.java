package bailiwick.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtlasTest {

  private static final Atlas ATLAS = Atlas.packaged();

  @ParameterizedTest
  @CsvSource({
    "60614, 60614, Chicago, US/IL/17031/60614",
    "60614-1234, 60614, Chicago, US/IL/17031/60614",
    "606141234, 60614, Chicago, US/IL/17031/60614",
    "' 60614 ', 60614, Chicago, US/IL/17031/60614",
    "2134, 02134, Allston, US/MA/25025/02134",
    "2134.0, 02134, Allston, US/MA/25025/02134",
    "21341234, 02134, Allston, US/MA/25025/02134",
    "501, 00501, Holtsville, US/NY/36103/00501",
    "99501, 99501, Anchorage, US/AK/02020/99501",
    "96813, 96813, Honolulu, US/HI/15003/96813",
    "00901, 00901, San Juan, US/PR/72127/00901",
    "90210, 90210, Beverly Hills, US/CA/06037/90210",
  })
  void a_zip_code_is_found_however_it_is_written(
      String text, String postcode, String city, String path) {
    PostcodeArea found = ATLAS.findPostcode("US", text).orElseThrow();

    assertThat(found.postcode()).isEqualTo(postcode);
    assertThat(found.city()).isEqualTo(city);
    assertThat(found.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"99999", "60", "ABCDE", "''", "'-'", "606141"})
  void nonsense_is_no_zip_code(String text) {
    assertThat(ATLAS.findPostcode("US", text)).isEmpty();
  }

  @Test
  void a_box_code_belongs_to_the_unit_of_an_area_nearby() {
    PostcodeArea box = ATLAS.findPostcode("US", "00501").orElseThrow();

    assertThat(box.isArea()).isFalse();
    PostcodeArea holder = ATLAS.findPostcode("US", box.unit().value()).orElseThrow();
    assertThat(holder.isArea()).isTrue();
    assertThat(holder.region()).isEqualTo("NY");
    assertThat(holder.point().distanceKm(box.point())).isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "St. Louis, MO, US, St. Louis",
    "saint louis, MO, US, St. Louis",
    "FT WORTH, TX, US, Fort Worth",
    "new york, NY, US, New York City",
    "San Juan, PR, US, San Juan",
    "München, '', DE, Munich",
    "Muenchen, '', DE, Munich",
    "koln, '', DE, Köln",
    "london, ENG, GB, London",
    "Springfield, IL, US, Springfield",
  })
  void a_city_is_found_however_it_is_written(
      String text, String region, String country, String name) {
    assertThat(ATLAS.findPlace(text, region, country).map(Place::name)).contains(name);
  }

  @Test
  void the_region_tells_cities_of_one_name_apart() {
    assertThat(ATLAS.findPlace("Springfield", "IL", "US").orElseThrow().region()).isEqualTo("IL");
    assertThat(ATLAS.findPlace("Springfield", "MA", "US").orElseThrow().region()).isEqualTo("MA");
    assertThat(ATLAS.findPlace("Springfield", "HI", "US")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "US, US", "usa, US", "United States, US", "united states of america, US", "U.S.A., US",
    "uk, GB", "Great Britain, GB", "deutschland, DE", "DEU, DE", "côte d’ivoire, CI"
  })
  void a_country_is_found_by_code_or_name(String text, String code) {
    assertThat(ATLAS.findCountry(text).map(Country::code)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "US, il, IL",
    "US, Illinois, IL",
    "US, n. carolina, NC",
    "US, pr, PR",
    "GB, Scotland, SCT"
  })
  void a_region_is_found_by_code_or_name(String country, String text, String code) {
    assertThat(ATLAS.findRegion(country, text).map(Region::code)).contains(code);
  }

  @Test
  void a_county_is_found_by_code_or_by_name_in_its_state() {
    assertThat(ATLAS.findCounty("US", "", "17031").orElseThrow().name()).isEqualTo("Cook");
    assertThat(ATLAS.findCounty("US", "IL", "cook county").map(County::code)).contains("17031");
    assertThat(ATLAS.findCounty("US", "HI", "Cook")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "-87.63, 41.88, America/Chicago",
    "-74.00, 40.71, America/New_York",
    "-112.07, 33.45, America/Phoenix",
    "-157.86, 21.31, Pacific/Honolulu",
    "-0.13, 51.51, Europe/London",
    "179.9, -16.8, Pacific/Fiji",
  })
  void clocks_are_those_of_the_nearest_place(double lon, double lat, String zone) {
    assertThat(ATLAS.timeZoneAt(new LonLat(lon, lat))).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void places_come_largest_first() {
    assertThat(ATLAS.places("US", 1_000_000))
        .extracting(Place::name)
        .startsWith("New York City", "Los Angeles");
    assertThat(ATLAS.places("US", 1_000_000)).hasSizeLessThan(20);
    assertThat(ATLAS.places("ZZ", 0)).isEmpty();
  }

  @Test
  void a_point_finds_the_area_it_lies_in() {
    assertThat(ATLAS.findNearestArea("US", new LonLat(-87.648, 41.922)).orElseThrow().postcode())
        .isEqualTo("60614");
  }

  @Test
  void a_country_without_postcodes_has_no_layer() {
    assertThat(ATLAS.countries()).containsExactly("FR", "US");
    assertThat(ATLAS.findPostcode("DE", "80331")).isEmpty();
    assertThatThrownBy(() -> ATLAS.areas(UnitKind.POSTCODE, "DE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(DE)");
  }

  @Test
  void industries_have_titles_and_sectors() {
    assertThat(ATLAS.industries().find("622110").orElseThrow().title())
        .isEqualTo("General Medical and Surgical Hospitals");
    assertThat(ATLAS.industries().find("622119").orElseThrow().code()).isEqualTo("62211");
    assertThat(ATLAS.industries().findSector("325412").orElseThrow().title())
        .isEqualTo("Manufacturing");
    assertThat(ATLAS.industries().find("99")).isEmpty();
  }

  @Test
  void every_outline_that_is_listed_is_there() {
    assertThat(ATLAS.outlines()).contains("us-states", "us-counties", "countries-110m");
    for (String name : ATLAS.outlines()) {
      assertThat(ATLAS.findOutline(name).orElseThrow()).startsWith(0x1f, 0x8b);
    }
    assertThat(ATLAS.findOutline("../US/postcodes")).isEmpty();
  }
}
