package bailiwick.intake.mapping;

import java.util.List;
import java.util.Optional;

/**
 * The fields of one kind of import file. Immutable.
 *
 * @param kind the word for it on the command line, such as {@code accounts}
 * @param fields in the order of the reference page, keys differ
 * @param anyOf keys of which at least one must have a column; empty when none must
 */
public record FieldSet(String kind, List<Field> fields, List<String> anyOf) {

  public FieldSet {
    fields = List.copyOf(fields);
    anyOf = List.copyOf(anyOf);
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
