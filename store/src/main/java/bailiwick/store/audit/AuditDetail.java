package bailiwick.store.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry of the audit log tells beside its action: fields in the order in which they were
 * given, and what changed as it was and as it is. Not thread-safe; made anew for each entry.
 */
public final class AuditDetail {

  /** Of a text, so many changed lines are told; its checksum tells of the rest. */
  private static final int MOST_LINES = 100;

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Nothing told yet. */
  public AuditDetail() {}

  /** Tells a value; numbers, truth values and lists stay what they are, all else is text. */
  public AuditDetail with(String field, @Nullable Object value) {
    fields.put(field, plain(value));
    return this;
  }

  /** Tells a value as it was and as it is; says nothing when they are equal. */
  public AuditDetail changed(String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      Map<String, @Nullable Object> change = new LinkedHashMap<>();
      change.put("from", plain(before));
      change.put("to", plain(after));
      fields.put(field, change);
    }
    return this;
  }

  /**
   * Tells which lines a text lost and got, at most a hundred of each, and the SHA-256 of what it is
   * now. A line that only stands elsewhere is not told.
   */
  public AuditDetail text(String field, String before, String after) {
    Map<String, @Nullable Object> change = new LinkedHashMap<>();
    change.put("lines", after.lines().count());
    change.put("removed", only(before, after));
    change.put("added", only(after, before));
    change.put("sha256", HexFormat.of().formatHex(AuditLog.sha256(after)));
    fields.put(field, change);
    return this;
  }

  private static List<String> only(String one, String other) {
    List<String> rest = new ArrayList<>(one.lines().toList());
    Map<String, Integer> there = new LinkedHashMap<>();
    other.lines().forEach(line -> there.merge(line, 1, Integer::sum));
    rest.removeIf(line -> there.merge(line, -1, Integer::sum) >= 0);
    return rest.subList(0, Math.min(rest.size(), MOST_LINES));
  }

  /** Whether nothing was told. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> number;
      case Boolean truth -> truth;
      case Collection<?> many ->
          many.stream().flatMap(Stream::ofNullable).map(AuditDetail::part).toList();
      default -> value.toString();
    };
  }

  private static Object part(Object value) {
    return switch (value) {
      case Number number -> number;
      case AuditDetail inner -> inner.fields;
      default -> value.toString();
    };
  }

  /** The fields as a JSON object. */
  String json() {
    return JsonMapper.shared().writeValueAsString(fields);
  }
}
