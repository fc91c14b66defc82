package bailiwick.intake.generate;

import bailiwick.intake.export.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files that do not grow with the accounts: people, truth and a page to read first. */
final class CompanyFiles {

  /** What quotas ask for beyond last year's sales of a mean territory. */
  private static final double GROWTH = 1.06;

  private final DemoFiles files;
  private final GrownTerritories territories;
  private final Roles roles;
  private final List<Person> people;
  private final DemoSettings settings;

  CompanyFiles(
      DemoFiles files,
      GrownTerritories territories,
      Roles roles,
      List<Person> people,
      DemoSettings settings) {
    this.files = files;
    this.territories = territories;
    this.roles = roles;
    this.people = people;
    this.settings = settings;
  }

  void write(TerritoryTotals totals, Truth truth) throws IOException {
    writePeople(totals);
    writeQuotas(totals);
    Planting.tell(truth, roles, territories, totals, settings.territories());
    writeTruth(totals, truth);
    Files.writeString(files.folder().resolve("README.md"), readme());
  }

  private void writePeople(TerritoryTotals totals) throws IOException {
    List<String> header =
        List.of(
            "id",
            "name",
            "email",
            "territory",
            "city",
            "region",
            "postcode",
            "country",
            "lon",
            "lat",
            "skills",
            "start",
            "left",
            "ramp",
            "quota");
    try (CsvTable out = CsvTable.open(Files.newBufferedWriter(files.representatives()), header)) {
      for (int t = 0; t < people.size(); t++) {
        out.row(cells(t, totals));
      }
    }
  }

  private List<String> cells(int territory, TerritoryTotals totals) {
    Person person = people.get(territory);
    Home home = territories.homes().get(territory);
    return List.of(
        person.id(),
        person.name(),
        person.email(),
        AccountRows.territoryCode(territory, people.size()),
        home.city(),
        home.region(),
        home.postcode(),
        "US",
        String.valueOf(home.point().lon()),
        String.valueOf(home.point().lat()),
        String.join("; ", person.skills()),
        person.startedOn().toString(),
        person.leftOn() == null ? "" : person.leftOn().toString(),
        String.valueOf(person.rampShare()),
        AccountRows.decimal(quotaCents(territory, GROWTH, totals)));
  }

  /** This year's quotas, and last year's of those who were there when it ended. */
  private void writeQuotas(TerritoryTotals totals) throws IOException {
    LocalDate newYear = settings.today().withDayOfYear(1);
    List<String> header = List.of("owner", "territory", "from", "until", "measure", "amount");
    try (CsvTable out = CsvTable.open(Files.newBufferedWriter(files.quotas()), header)) {
      for (int t = 0; t < people.size(); t++) {
        if (people.get(t).startedOn().isBefore(newYear)) {
          out.row(quota(t, newYear.minusYears(1), quotaCents(t, 1, totals)));
        }
        out.row(quota(t, newYear, quotaCents(t, GROWTH, totals)));
      }
    }
  }

  private List<String> quota(int territory, LocalDate from, long cents) {
    return List.of(
        people.get(territory).id(),
        AccountRows.territoryCode(territory, people.size()),
        from.toString(),
        from.plusYears(1).toString(),
        "revenue",
        AccountRows.decimal(cents));
  }

  /**
   * Much the same for everyone, whatever the territory holds: that is the company's mistake.
   *
   * @param growth what is asked for beyond the sales of a mean territory
   */
  private long quotaCents(int territory, double growth, TerritoryTotals totals) {
    double factor =
        Draws.of(settings.seed(), Draws.Purpose.PERSON, -1 - territory).between(0.9, 1.1);
    double cents = totals.meanSalesCents() * growth * factor;
    return Math.max(1, Math.round(cents / 1_000_000)) * 1_000_000;
  }

  private void writeTruth(TerritoryTotals totals, Truth truth) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("about", "What was planted. For grading detectors; no detector may read it.");
    all.put("seed", settings.seed());
    all.put("accounts", settings.accounts());
    all.put("today", settings.today().toString());
    all.put("faults", truth.toJson());
    all.put("territories", territoryTotals(totals));
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(files.truth(), mapper.writeValueAsString(all) + "\n");
  }

  private List<Map<String, Object>> territoryTotals(TerritoryTotals totals) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int t = 0; t < people.size(); t++) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("territory", AccountRows.territoryCode(t, people.size()));
      each.put("representative", people.get(t).id());
      each.put("home", territories.homes().get(t).city());
      each.put("accounts", totals.accounts(t));
      each.put("potential", totals.potentialCents(t) / 100);
      each.put("sales", totals.salesCents(t) / 100);
      all.add(each);
    }
    return all;
  }

  private String readme() {
    return """
    # A company that does not exist

    Made by `bailiwick generate --accounts %s --territories %s --seed %s --today %s`.
    The same command makes the same bytes. Companies, people and figures are invented; towns
    and ZIP codes are real. Amounts are US dollars, hours a year and dollars a year.

    | file | one row is |
    |---|---|
    | accounts.csv | a customer or prospect, with today's owner and territory |
    | representatives.csv | a person who sells, with home, skills, ramp and yearly quota |
    | opportunities.csv | a deal, open, won or lost, of the last two years |
    | activities.csv | contacts with an account on a day |
    | revenue.csv | money earned with an account in a calendar year |
    | quotas.csv | what a representative is asked to bring in a calendar year |
    | truth.json | what was planted for detectors to find; not for detectors to read |
    """
        .formatted(settings.accounts(), settings.territories(), settings.seed(), settings.today());
  }
}
