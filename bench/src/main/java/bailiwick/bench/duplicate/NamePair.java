package bailiwick.bench.duplicate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * Two names that people said are of one company, or of two.
 *
 * @param set the labelled set it comes from
 * @param match whether they are of one company
 */
record NamePair(String set, String left, String right, boolean match) {

  private static final Set<String> COMPANIES = Set.of("Company", "Organization", "LegalEntity");

  /** All pairs of companies in the sets of a folder. */
  static List<NamePair> readAll(Path folder) throws IOException {
    List<NamePair> pairs = new ArrayList<>();
    read(
        folder.resolve("ing-emm/unittest_sample_namepairs.csv"),
        row -> true,
        row -> pairs.add(of("ing-emm", row, "gt_name", "name", "correct")));
    read(
        folder.resolve("company_name_matcher/test_data.csv"),
        row -> true,
        row -> pairs.add(of("company_name_matcher", row, "Name_x", "Name_y", "Targets")));
    read(
        folder.resolve("opensanctions-name-bench/cases.csv"),
        row -> COMPANIES.contains(row.getField("schema")),
        row -> pairs.add(of("opensanctions", row, "name1", "name2", "is_match")));
    return pairs;
  }

  private static NamePair of(
      String set, NamedCsvRecord row, String left, String right, String label) {
    String match = row.getField(label);
    return new NamePair(
        set,
        row.getField(left),
        row.getField(right),
        match.equals("1") || match.equalsIgnoreCase("true"));
  }

  private static void read(
      Path file, Predicate<NamedCsvRecord> wanted, Consumer<NamedCsvRecord> consumer)
      throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      rows.stream().filter(wanted).forEach(consumer);
    }
  }

  /**
   * Whether it belongs to the half that the threshold was chosen on; the other half is the test. By
   * the text of both names, so that the halves stay the same when rows move.
   */
  boolean isTraining() {
    CRC32 sum = new CRC32();
    sum.update((left + '\n' + right).getBytes(StandardCharsets.UTF_8));
    return (sum.getValue() & 1) == 0;
  }
}
