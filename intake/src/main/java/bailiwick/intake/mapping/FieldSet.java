package bailiwick.intake.mapping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one kind of import file. Immutable.
 *
 * @param kind the word for it on the command line, such as {@code accounts}
 * @param fields in the order of the reference page, keys differ
 * @param anyOf keys of which at least one must have a column; empty when none must
 * @param own names of fields of the company's own whose columns are looked for; null when the kind
 *     has none
 */
public record FieldSet(
    String kind, List<Field> fields, List<String> anyOf, @Nullable List<String> own) {

  public FieldSet {
    fields = List.copyOf(fields);
    anyOf = List.copyOf(anyOf);
    own = own == null ? null : List.copyOf(own);
  }

  /** Fields of a kind that has none of the company's own. */
  public FieldSet(String kind, List<Field> fields, List<String> anyOf) {
    this(kind, fields, anyOf, null);
  }

  /** A copy that looks for columns of fields of the company's own. */
  public FieldSet withOwn(List<String> names) {
    return new FieldSet(kind, fields, anyOf, names);
  }

  /** The field of a key, case ignored but in the names of the company's own fields. */
  public Optional<Field> find(String key) {
    return fields.stream()
        .filter(field -> field.key().equalsIgnoreCase(key))
        .findFirst()
        .or(() -> findOwn(key));
  }

  private Optional<Field> findOwn(String key) {
    return own == null
        ? Optional.empty()
        : OwnField.findName(key)
            .map(name -> new Field(key, FieldKind.TEXT, false, List.of(), "Your own field."));
  }

  /** The keys in order. */
  public List<String> keys() {
    return fields.stream().map(Field::key).toList();
  }
}
