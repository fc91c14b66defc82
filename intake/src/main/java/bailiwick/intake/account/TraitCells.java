package bailiwick.intake.account;

import bailiwick.core.account.Traits;
import bailiwick.core.problem.Severity;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.mapping.OwnField;
import bailiwick.intake.report.RowCells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads product line, tags and the company's own fields. */
final class TraitCells {

  private final List<String> names;
  private final Map<String, OwnField> known = new HashMap<>(); // by name

  TraitCells(ColumnMapping mapping, List<OwnField> known) {
    this.names = mapping.ownFields();
    known.forEach(field -> this.known.put(field.name(), field));
  }

  /** Names of the company's own fields that the file has. */
  List<String> names() {
    return names;
  }

  /** What a row says; a text that is not a value of its field is told and left out. */
  Traits read(RowCells cells) {
    String product = cells.text("product");
    String tags = cells.text("tags");
    if (names.isEmpty() && product.isEmpty() && tags.isEmpty()) {
      return Traits.NONE;
    }
    Map<String, String> values = new HashMap<>();
    for (String name : names) {
      value(name, cells).ifPresent(value -> values.put(name, value));
    }
    return new Traits(product, Traits.tagsIn(tags), values);
  }

  private Optional<String> value(String name, RowCells cells) {
    String text = cells.text(OwnField.key(name)).strip();
    OwnField field = known.get(name);
    if (field != null && !text.isEmpty() && !field.isValue().test(text)) {
      cells.bad(OwnField.key(name), field.expected(), Severity.WARNING);
      return Optional.empty();
    }
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
