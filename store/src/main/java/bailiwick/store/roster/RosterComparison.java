package bailiwick.store.roster;

import bailiwick.core.roster.Representative;
import bailiwick.core.unit.LonLat;
import bailiwick.store.account.Extent;
import bailiwick.store.account.FieldChange;
import bailiwick.store.account.LoadChanges;
import bailiwick.store.account.LoadReport;
import bailiwick.store.account.RowChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the people of a file with those the store has of its source. */
final class RosterComparison {

  /** What a file may change of a person, named as import files name it. */
  private static final Map<String, Function<Representative, String>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("name", Representative::name);
    FIELDS.put("email", Representative::email);
    FIELDS.put("lon", person -> degrees(person.home(), LonLat::lon));
    FIELDS.put("lat", person -> degrees(person.home(), LonLat::lat));
    FIELDS.put("skills", person -> String.join("; ", person.skills()));
    FIELDS.put("started", person -> text(person.startedOn()));
    FIELDS.put("left", person -> text(person.leftOn()));
    FIELDS.put("ramp", person -> String.valueOf(person.rampShare()));
    FIELDS.put(
        "quota",
        person -> BigDecimal.valueOf(person.quotaCents(), 2).stripTrailingZeros().toPlainString());
  }

  private RosterComparison() {}

  static LoadChanges of(
      List<StoredRepresentative> known, List<Representative> given, Extent extent, int sampleSize) {
    Map<String, StoredRepresentative> left = new HashMap<>();
    known.forEach(each -> left.put(each.representative().externalId(), each));
    List<RowChange> changed = new ArrayList<>();
    List<RowChange> inserted = new ArrayList<>();
    Map<String, Long> rows = new HashMap<>();
    for (Representative person : given) {
      StoredRepresentative before = left.remove(person.externalId());
      if (before == null) {
        inserted.add(new RowChange.Inserted(person.externalId(), person.name()));
        continue;
      }
      List<FieldChange> fields = fields(before.representative(), person);
      fields.forEach(field -> rows.merge(field.field(), 1L, Long::sum));
      if (!fields.isEmpty()) {
        changed.add(new RowChange.Changed(person.externalId(), person.name(), fields));
      }
    }
    List<RowChange> gone =
        known.stream()
            .map(StoredRepresentative::representative)
            .filter(person -> extent == Extent.WHOLE && left.containsKey(person.externalId()))
            .<RowChange>map(
                person -> new RowChange.Disappeared(person.externalId(), person.name(), null))
            .toList();
    return new LoadChanges(
        new LoadReport(
            inserted.size(),
            changed.size(),
            given.size() - inserted.size() - changed.size(),
            gone.size()),
        inOrder(rows),
        Stream.of(changed, inserted, gone)
            .flatMap(each -> each.stream().limit(sampleSize))
            .toList());
  }

  private static Map<String, Long> inOrder(Map<String, Long> rows) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    FIELDS.keySet().stream()
        .filter(rows::containsKey)
        .forEach(field -> ordered.put(field, rows.getOrDefault(field, 0L)));
    return ordered;
  }

  private static List<FieldChange> fields(Representative before, Representative after) {
    return FIELDS.entrySet().stream()
        .map(field ->
            new FieldChange(
                field.getKey(), field.getValue().apply(before), field.getValue().apply(after)))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private static String degrees(@Nullable LonLat home, Function<LonLat, Double> part) {
    return home == null ? "" : String.valueOf(part.apply(home));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
