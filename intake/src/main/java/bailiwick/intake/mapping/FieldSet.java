package bailiwick.intake.mapping;

import java.util.List;
import java.util.Optional;

/**
 * The fields of one kind of import file. Immutable.
 *
 * @param kind the word for it on the command line, such as {@code accounts}
 * @param fields in the order of the reference page, keys differ
 */
public record FieldSet(String kind, List<Field> fields) {

  public FieldSet {
    fields = List.copyOf(fields);
  }

  /** The field of a key, case ignored. */
  public Optional<Field> find(String key) {
    return fields.stream().filter(field -> field.key().equalsIgnoreCase(key)).findFirst();
  }

  /** The keys in order. */
  public List<String> keys() {
    return fields.stream().map(Field::key).toList();
  }
}
