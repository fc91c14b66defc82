package bailiwick.store.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a load changes. Immutable.
 *
 * @param counts how many rows of each kind
 * @param fields changed rows by field, in the order of an account's fields; without those that no
 *     row changes
 * @param sample some rows of each kind: changed ones first, then new ones, both in the file's
 *     order, then those that disappeared, the largest potential first
 */
public record LoadChanges(LoadReport counts, Map<String, Long> fields, List<RowChange> sample) {

  public LoadChanges {
    fields = new LinkedHashMap<>(fields);
    sample = List.copyOf(sample);
  }
}
