package bailiwick.atlas.placing;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.SharedData;
import bailiwick.core.account.Address;
import bailiwick.core.unit.LonLat;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** 7,581 real hospitals, whose true places are known and withheld from the placer. */
class HospitalsTest {

  private static final AddressPlacer PLACER = new AddressPlacer(Atlas.packaged());

  @Test
  void nearly_all_are_placed_within_10_km_by_postcode() throws IOException {
    assertThat(shareWithin10Km(true)).isGreaterThan(0.95);
  }

  @Test
  void most_are_placed_within_10_km_by_city_alone() throws IOException {
    assertThat(shareWithin10Km(false)).isGreaterThan(0.80);
  }

  private static double shareWithin10Km(boolean withPostcode) throws IOException {
    List<NamedCsvRecord> hospitals = hospitals();
    long near =
        hospitals.stream().filter(hospital -> errorKm(hospital, withPostcode) <= 10).count();
    double share = (double) near / hospitals.size();
    System.getLogger(HospitalsTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "within 10 km " + (withPostcode ? "by postcode " : "by city ") + share);
    return share;
  }

  private static double errorKm(NamedCsvRecord hospital, boolean withPostcode) {
    LonLat truth =
        new LonLat(
            Double.parseDouble(hospital.getField("lon")),
            Double.parseDouble(hospital.getField("lat")));
    Address address =
        new Address(
            hospital.getField("address"),
            hospital.getField("city"),
            hospital.getField("state"),
            withPostcode ? hospital.getField("zip") : "",
            "");
    LonLat placed = PLACER.place(address, null).location().point();
    return placed == null ? Double.POSITIVE_INFINITY : placed.distanceKm(truth);
  }

  private static List<NamedCsvRecord> hospitals() throws IOException {
    Path file = SharedData.require("data/crm/hifld_hospitals/us_hospitals_2019.csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        CsvReader<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(in)) {
      return table.stream().toList();
    }
  }
}
