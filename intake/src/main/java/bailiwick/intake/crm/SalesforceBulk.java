package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads many rows by a query job of Bulk API 2.0: the job is made, waited for, and its results are
 * read in pieces that can be asked for again. Reading only: an ingest job knows no condition, and
 * would overwrite what somebody changed meanwhile.
 *
 * <p>Source: Salesforce, <em>Bulk API 2.0 and Bulk API Developer Guide</em>, "Bulk API 2.0 Query".
 */
final class SalesforceBulk {

  private static final String MARK = "job|";
  private static final int PIECE = 20_000;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final int MOST_LOOKS = 360;
  private static final JsonMapper JSON = new JsonMapper();

  private final CrmSettings settings;
  private final Function<String, URI> addresses;
  private final CrmTransport transport;
  private final SalesforceDialect dialect;
  private final long from;

  SalesforceBulk(
      CrmSettings settings,
      Function<String, URI> addresses,
      CrmTransport transport,
      SalesforceDialect dialect,
      long from) {
    this.settings = settings;
    this.addresses = addresses;
    this.transport = transport;
    this.dialect = dialect;
    this.from = from;
  }

  /** Whether a position lies in the results of a job. */
  static boolean isIn(CrmPosition position) {
    return position.page().startsWith(MARK);
  }

  /** Whether a pull that begins has so many rows that a job is quicker. */
  boolean isWorthIt(SalesforceObject object, CrmPosition position) {
    if (position.inTheMiddle()) {
      return false;
    }
    String soql = "SELECT COUNT() FROM " + object.name() + where(object, position.since());
    URI address = addresses.apply(SalesforceClient.API + "/queryAll?q=" + CrmCall.encoded(soql));
    CrmAnswer answer = transport.send(CrmCall.get(address), dialect);
    return new CrmReading(settings, answer).count("totalSize") >= from;
  }

  private static String where(SalesforceObject object, @Nullable Instant since) {
    return SalesforceClient.where(
        object,
        since == null
            ? List.of()
            : List.of("SystemModstamp >= " + SalesforceClient.literal(since)));
  }

  /**
   * Where in which job.
   *
   * @param locator the piece, empty for the first
   * @param newest stamp of the pieces before, null for the first
   * @param made when the job was made, by the CRM's clock
   */
  private record Place(String job, String locator, @Nullable Instant newest, Instant made) {

    static Place of(CrmPosition position) {
      String[] parts = position.page().split("\\|", -1);
      return new Place(
          parts[1],
          parts[2],
          parts[3].isEmpty() ? null : Instant.parse(parts[3]),
          // Kept before the making was noted: everything is read once more.
          parts.length > 4 ? Instant.parse(parts[4]) : Instant.EPOCH);
    }

    String text() {
      return MARK + job + "|" + locator + "|" + (newest == null ? "" : newest) + "|" + made;
    }

    /**
     * All changes up to here are in the results. A job works through its rows piece by piece ("PK
     * chunking"): what changes behind a piece that is done is not in them, while a newer change
     * further on is, so that the newest row proves nothing past the job's making.
     */
    @Nullable Instant complete(@Nullable Instant newestOfAll) {
      return newestOfAll == null || newestOfAll.isBefore(made) ? newestOfAll : made;
    }
  }

  CrmPage page(SalesforceObject object, CrmPosition position) {
    if (!isIn(position)) {
      return new CrmPage(
          List.of(), new CrmPosition(position.since(), start(object, position).text()));
    }
    Place place = Place.of(position);
    if (!isComplete(place.job)) {
      // The CRM forgets its jobs after a week, and may give one up: go by queries instead.
      return new CrmPage(List.of(), SalesforceClient.fromTheBeginning(position));
    }
    URI address =
        addresses.apply(
            job(place.job)
                + "/results?maxRecords="
                + PIECE
                + (place.locator.isEmpty() ? "" : "&locator=" + CrmCall.encoded(place.locator)));
    CrmAnswer answer = transport.send(CrmCall.get(address), dialect);
    List<CrmRecord> records = records(object, answer, new CrmReading(settings, answer));
    Instant newest =
        records.stream().map(CrmRecord::version).reduce(place.newest, SalesforceBulk::later);
    String next = answer.header("Sforce-Locator").orElse("null");
    return new CrmPage(
        records,
        next.equals("null")
            ? new CrmPosition(
                SalesforceClient.lookingBack(place.complete(newest), position.since()), "")
            : new CrmPosition(
                position.since(), new Place(place.job, next, newest, place.made).text()));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static String job(String id) {
    return SalesforceClient.API + "/jobs/query/" + id;
  }

  private Place start(SalesforceObject object, CrmPosition position) {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "operation",
                "queryAll",
                "query",
                object.select() + where(object, position.since())));
    URI address = addresses.apply(SalesforceClient.API + "/jobs/query");
    CrmReading answer =
        new CrmReading(settings, transport.send(CrmCall.ask(address, body), dialect));
    String made = answer.json().path("createdDate").asString("");
    return new Place(
        answer.json().path("id").asString(""),
        "",
        null,
        answer.instant(made, SalesforceObject::instant));
  }

  /** Waits until a job is complete; false when the CRM gave it up or knows it no more. */
  private boolean isComplete(String id) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      String state = state(id);
      switch (state) {
        case "JobComplete" -> {
          return true;
        }
        case "Failed", "Aborted", "" -> {
          return false;
        }
        default -> transport.pause(LOOK_EVERY);
      }
    }
    throw ProblemException.of(new CrmProblem.Busy(settings.name(), 200, MOST_LOOKS, Duration.ZERO));
  }

  private String state(String id) {
    try {
      return transport
          .send(CrmCall.get(addresses.apply(job(id))), dialect)
          .json()
          .path("state")
          .asString("");
    } catch (ProblemException refused) {
      if (refused.problems().getFirst() instanceof CrmProblem.Unexpected gone
          && gone.status() == 404) {
        return "";
      }
      throw refused;
    }
  }

  private static List<CrmRecord> records(
      SalesforceObject object, CrmAnswer answer, CrmReading reading) {
    TableOptions options =
        TableOptions.SNIFFED.withCharset(StandardCharsets.UTF_8).withDelimiter(',');
    List<CrmRecord> records = new ArrayList<>();
    try (TableReader table =
        TableReader.open(TableSource.of(object.name(), answer.body()), options)) {
      List<String> header = table.header();
      for (TableRow row = table.next(); row != null; row = table.next()) {
        TableRow cells = row;
        records.add(
            object.record(
                field -> {
                  int column = header.indexOf(field);
                  return column < 0 ? "" : cells.cell(column);
                },
                reading));
      }
    }
    return records;
  }
}
