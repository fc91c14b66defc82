package bailiwick.server;

import java.util.Random;
import java.util.random.RandomGenerator;

/** A small company in four states, as files: 160 accounts, four people, a territory each. */
final class TestCompany {

  private static final String[][] TOWNS = {
    // region, city, postcodes
    {"IL", "Chicago", "60614", "60657", "60618", "60647", "60622", "60610", "60611", "60640"},
    {"WI", "Milwaukee", "53202", "53211", "53207", "53212", "53215", "53219", "53222", "53225"},
    {"IN", "Indianapolis", "46201", "46202", "46203", "46204", "46205", "46220", "46227", "46237"},
    {"MI", "Detroit", "48201", "48202", "48207", "48209", "48214", "48221", "48226", "48235"},
  };
  private static final String[] PEOPLE = {"Ann Archer", "Ben Baker", "Cleo Carter", "Dan Draper"};

  private TestCompany() {}

  static String representatives() {
    StringBuilder csv = new StringBuilder("id,name,email,postcode,country,quota\n");
    for (int k = 0; k < PEOPLE.length; k++) {
      csv.append("R%s,%s,rep%s@example.com,%s,US,500000\n".formatted(k, PEOPLE[k], k, TOWNS[k][2]));
    }
    return csv.toString();
  }

  /** Every tenth account belongs to the next person over, as in life. */
  static String accounts() {
    RandomGenerator random = new Random(7);
    StringBuilder csv =
        new StringBuilder(
            "id,name,city,region,postcode,country,employees,potential,workload,sales,pipeline,"
                + "owner,territory\n");
    for (int k = 0; k < 160; k++) {
      int town = k % TOWNS.length;
      int holder = k % 10 == 9 ? (town + 1) % TOWNS.length : town;
      String postcode = TOWNS[town][2 + random.nextInt(8)];
      csv.append(
          "A%s,Account %s,%s,%s,%s,US,%s,%s,%s,%s,%s,%s,%s\n"
              .formatted(
                  k,
                  k,
                  TOWNS[town][1],
                  TOWNS[town][0],
                  postcode,
                  10 + random.nextInt(900),
                  1000 * (5 + random.nextInt(60)),
                  5 + random.nextInt(30),
                  1000 * random.nextInt(20),
                  1000 * random.nextInt(10),
                  PEOPLE[holder],
                  "Area " + (char) ('A' + holder)));
    }
    return csv.toString();
  }
}
