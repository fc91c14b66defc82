package bailiwick.intake.crm;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Salesforce. Pages are asked for by what came last ({@code SystemModstamp}, then {@code Id}), so
 * that a pull goes on after any stop; a large first pull goes by Bulk API 2.0 ({@link
 * SalesforceBulk}). Accounts are written 25 a call as a composite request, each on the condition
 * that it was not modified since its version. Not thread-safe.
 *
 * <p>Source: Salesforce, <em>REST API Developer Guide</em>, "Query", "Composite", "Conditional
 * Request Headers". Known limits: the condition has the grain of a second, so a change in the very
 * second of the version that was pulled is not seen by it.
 */
public final class SalesforceClient implements CrmClient {

  static final String API = "/services/data/v62.0";

  /** Most rows a query answers at once. */
  private static final int PAGE = 2_000;

  private static final int MOST_READ = 200;

  /** Most parts of a composite request. */
  private static final int MOST_WRITTEN = 25;

  /** Transactions that take long are stamped with their beginning: look so far back. */
  private static final long OVERLAP_MINUTES = 10;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15,18}");
  private static final JsonMapper JSON = new JsonMapper();

  private final CrmSettings settings;
  private final CrmTransport transport;
  private final SalesforceSession session;
  private final SalesforceDialect dialect;
  private final SalesforceBulk bulk;

  /**
   * A client that has not signed in yet.
   *
   * @param bulkFrom how many rows make a pull a bulk job
   */
  public SalesforceClient(CrmSettings settings, CrmKeyring keyring, CrmLink link, long bulkFrom) {
    this.settings = settings;
    this.transport = new CrmTransport(settings, link);
    this.session = new SalesforceSession(settings, keyring, transport);
    this.dialect = new SalesforceDialect(settings, session);
    this.bulk = new SalesforceBulk(settings, this::address, transport, dialect, bulkFrom);
  }

  @Override
  public CrmIdentity test() {
    session.token(true);
    for (CrmKind kind : CrmKind.values()) {
      query(object(kind).select() + " LIMIT 1");
    }
    String[] identity = session.identity().split("/", -1);
    boolean told = identity.length >= 2;
    return new CrmIdentity(
        told ? identity[identity.length - 2] : "",
        told ? identity[identity.length - 1] : "",
        dialect.usage());
  }

  @Override
  public CrmPage page(CrmKind kind, CrmPosition position) {
    SalesforceObject object = object(kind);
    if (SalesforceBulk.isIn(position) || bulk.isWorthIt(object, position)) {
      return bulk.page(object, position);
    }
    Place after = Place.of(position);
    CrmReading answer = query(object.select() + after.where(object) + ORDER + PAGE);
    List<CrmRecord> records = records(object, answer);
    boolean more = !answer.json().path("done").asBoolean(true) || records.size() >= PAGE;
    Instant since = position.since();
    Place reached = records.isEmpty() ? after : Place.behind(records.getLast());
    return new CrmPage(
        records,
        more && !records.isEmpty()
            ? new CrmPosition(since, reached.text())
            : new CrmPosition(lookingBack(reached.stamp(), since), ""));
  }

  private static final String ORDER = " ORDER BY SystemModstamp, Id LIMIT ";

  /**
   * Where the next increment begins: ten minutes before the newest row, never before the last one.
   * Rows that come again in a version that is known change nothing.
   */
  static @Nullable Instant lookingBack(@Nullable Instant newest, @Nullable Instant since) {
    if (newest == null) {
      return since;
    }
    Instant back = newest.minus(OVERLAP_MINUTES, ChronoUnit.MINUTES);
    return since != null && back.isBefore(since) ? since : back;
  }

  /**
   * Behind which row to go on.
   *
   * @param stamp of the last row, or the instant of the position; null at the very beginning
   * @param id of the last row, empty when there is none
   */
  private record Place(@Nullable Instant stamp, String id) {

    static Place of(CrmPosition position) {
      if (!position.inTheMiddle()) {
        return new Place(position.since(), "");
      }
      int bar = position.page().indexOf('|');
      return new Place(
          Instant.parse(position.page().substring(0, bar)), position.page().substring(bar + 1));
    }

    static Place behind(CrmRecord last) {
      return new Place(last.version(), last.id());
    }

    String text() {
      return stamp + "|" + id;
    }

    String where(SalesforceObject object) {
      List<String> conditions = new ArrayList<>();
      if (stamp != null) {
        String at = literal(stamp);
        conditions.add(
            id.isEmpty()
                ? "SystemModstamp >= " + at
                : "(SystemModstamp > %s OR (SystemModstamp = %s AND Id > '%s'))"
                    .formatted(at, at, id));
      }
      return SalesforceClient.where(object, conditions);
    }
  }

  /** A position in the middle of queries, behind which all of a pull's rows still lie. */
  static CrmPosition fromTheBeginning(CrmPosition position) {
    Instant since = position.since();
    return new CrmPosition(since, new Place(since == null ? Instant.EPOCH : since, "").text());
  }

  static String where(SalesforceObject object, List<String> conditions) {
    List<String> all = new ArrayList<>(conditions);
    if (!object.condition().isEmpty()) {
      all.add(object.condition());
    }
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  /** An instant as SOQL writes it. */
  static String literal(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public List<CrmRecord> readAccounts(List<String> ids) {
    SalesforceObject accounts = object(CrmKind.ACCOUNTS);
    Set<String> left = new LinkedHashSet<>(ids);
    left.removeIf(id -> !ID.matcher(id).matches());
    List<CrmRecord> read = new ArrayList<>();
    boolean more = !left.isEmpty();
    while (more) {
      String list =
          left.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "(", ")"));
      CrmReading answer = query(accounts.select() + " WHERE Id IN " + list);
      List<CrmRecord> piece = records(accounts, answer);
      piece.forEach(account -> left.remove(account.id()));
      read.addAll(piece);
      // The server may answer fewer than were asked for; those are asked for again.
      more = !answer.json().path("done").asBoolean(true) && !piece.isEmpty();
    }
    return read.stream().filter(account -> !account.deleted()).toList();
  }

  @Override
  public List<CrmWritten> write(List<CrmWrite> rows) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      parts.add(part(rows.get(i), "row" + i));
    }
    String body =
        JSON.writeValueAsString(
            Map.of("allOrNone", false, "collateSubrequests", false, "compositeRequest", parts));
    CrmAnswer answer = transport.send(CrmCall.change(address(API + "/composite"), body), dialect);
    Map<String, JsonNode> results = new LinkedHashMap<>();
    answer
        .json()
        .path("compositeResponse")
        .forEach(part -> results.put(part.path("referenceId").asString(""), part));
    List<CrmWritten> written = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode result = results.get("row" + i);
      if (result == null) {
        throw new CrmOutcomeUnknown("The answer to a write does not tell of every row.");
      }
      written.add(written(rows.get(i).id(), result));
    }
    return written;
  }

  private Map<String, Object> part(CrmWrite row, String reference) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (row.owner() != null) {
      fields.put("OwnerId", row.owner());
    }
    if (row.territory() != null) {
      fields.put(settings.territoryField(), row.territory());
    }
    return Map.of(
        "method",
        "PATCH",
        "url",
        API + "/sobjects/Account/" + row.id(),
        "referenceId",
        reference,
        "httpHeaders",
        Map.of("If-Unmodified-Since", httpDate(row.base())),
        "body",
        fields);
  }

  private static String httpDate(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static CrmWritten written(String id, JsonNode result) {
    int status = result.path("httpStatusCode").asInt(0);
    if (status >= 200 && status < 300) {
      return new CrmWritten.Done(id);
    }
    if (status == 412) {
      return new CrmWritten.Changed(id);
    }
    JsonNode error = result.path("body").path(0);
    String code = error.path("errorCode").asString(String.valueOf(status));
    String words = CrmAnswer.words(code + ": " + error.path("message").asString(""));
    return SalesforceDialect.isMomentary(code)
        ? new CrmWritten.Busy(id, words)
        : new CrmWritten.Refused(id, words);
  }

  @Override
  public void rest(int failed) {
    transport.pause(failed);
  }

  @Override
  public int mostRead() {
    return MOST_READ;
  }

  @Override
  public int mostWritten() {
    return MOST_WRITTEN;
  }

  private SalesforceObject object(CrmKind kind) {
    return SalesforceObject.of(kind, settings.territoryField());
  }

  private CrmReading query(String soql) {
    String path = API + "/queryAll?q=" + CrmCall.encoded(soql);
    return new CrmReading(settings, transport.send(CrmCall.get(address(path)), dialect));
  }

  private URI address(String path) {
    return session.instance().resolve(path);
  }

  private static List<CrmRecord> records(SalesforceObject object, CrmReading answer) {
    List<CrmRecord> records = new ArrayList<>();
    answer
        .rows("records")
        .forEach(row -> records.add(object.record(field -> text(row.path(field)), answer)));
    return records;
  }

  /** A value as text; a number never as 3.5E8. */
  private static String text(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
  }
}
