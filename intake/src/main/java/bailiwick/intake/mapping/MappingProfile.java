package bailiwick.intake.mapping;

import java.util.List;
import java.util.Map;

/**
 * How files of one kind are read, under a name, in the words of the command line's flags. What a
 * user says beside it goes before it. Immutable.
 *
 * @param name as people call it
 * @param kind of file, such as {@code accounts}
 * @param columns field to column; a blank column means that the field is read from none
 * @param set {@code field=value} each
 * @param where {@code COLUMN=value} or {@code COLUMN!=value} each
 * @param measure {@code name=COLUMN} each
 * @param impute {@code name=median}, {@code name=median-by:COLUMN} or {@code name=12} each
 * @param decimal {@code point} or {@code comma}, empty to learn it
 * @param days {@code day-first} or {@code month-first}, empty to learn it
 */
public record MappingProfile(
    String name,
    String kind,
    Map<String, String> columns,
    List<String> set,
    List<String> where,
    List<String> measure,
    List<String> impute,
    String decimal,
    String days) {

  public MappingProfile {
    columns = Map.copyOf(columns);
    set = List.copyOf(set);
    where = List.copyOf(where);
    measure = List.copyOf(measure);
    impute = List.copyOf(impute);
  }

  /** A profile that says columns and nothing else. */
  static MappingProfile ofColumns(String name, String kind, Map<String, String> columns) {
    return new MappingProfile(
        name, kind, columns, List.of(), List.of(), List.of(), List.of(), "", "");
  }

  /** What it says beside its columns. */
  MappingRequest request() {
    return MappingRequest.parse(List.of(), set, where, measure, impute).withHabits(decimal, days);
  }
}
