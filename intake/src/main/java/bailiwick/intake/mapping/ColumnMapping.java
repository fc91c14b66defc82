package bailiwick.intake.mapping;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.FileProblem;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which column fills which field of one file. Immutable; made by {@link #of}.
 *
 * <p>A column is used for at most one field when guessed; the user may use one for several.
 */
public final class ColumnMapping {

  /** A guess below this is not made. */
  private static final double LEAST_CONFIDENCE = 0.5;

  private record Source(int column, String constant) {}

  private record Guess(Field field, int column, double confidence) {}

  private record Condition(int column, RowFilter filter) {}

  private final List<ColumnUse> uses;
  private final Map<String, Source> sources; // field key or measure name -> where it comes from
  private final List<String> measures;
  private final List<Condition> conditions;
  private final List<String> header;
  private final Map<String, Habit> habits; // field key or measure name -> how it is written
  private final String profile;
  private final List<ImportProblem> warnings;

  private ColumnMapping(
      List<ColumnUse> uses,
      Map<String, Source> sources,
      List<String> measures,
      List<Condition> conditions,
      List<String> header,
      Map<String, Habit> habits,
      String profile,
      List<ImportProblem> warnings) {
    this.uses = List.copyOf(uses);
    this.sources = Map.copyOf(sources);
    this.measures = List.copyOf(measures);
    this.conditions = List.copyOf(conditions);
    this.header = List.copyOf(header);
    this.habits = Map.copyOf(habits);
    this.profile = profile;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Guesses the columns from the header and the first rows, lays the profile over the guess (the
   * one asked for, or the ready one of an export that the header tells) and the user's request over
   * both.
   *
   * @param file name for problems
   * @param rows the first rows of the file; without any, names alone tell
   * @throws ProblemException when the request names an unknown field or column, when no column is
   *     known at all, or when a needed field has none
   */
  public static ColumnMapping of(
      FieldSet fields,
      String file,
      List<String> header,
      List<TableRow> rows,
      MappingRequest request) {
    return new Maker(fields, file, header, Contents.of(rows), request).make();
  }

  /** Name of the profile that columns were read by; empty when none was. */
  public String profile() {
    return profile;
  }

  /** What is worth knowing of the columns, such as one that the profile names and is not there. */
  public List<ImportProblem> warnings() {
    return warnings;
  }

  /** Where each mapped field comes from, in the order of the fields, then further measures. */
  public List<ColumnUse> uses() {
    return uses;
  }

  /** Whether a field or further measure is read from a column or has a constant. */
  public boolean has(String field) {
    return sources.containsKey(field);
  }

  /** The text of a field or further measure in a row, empty when blank or not mapped. */
  public String text(String field, TableRow row) {
    Source source = sources.get(field);
    if (source == null) {
      return "";
    }
    return source.column < 0 ? source.constant : asWritten(row.cell(source.column));
  }

  /** Files out have an apostrophe before what a spreadsheet would run; the text has none. */
  private static String asWritten(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /** How the text of a field in a row is written, where it could be read in two ways. */
  public Habit habit(String field, TableRow row) {
    Source source = sources.get(field);
    boolean typed = source != null && source.column >= 0 && row.typed(source.column);
    return typed ? Habit.USUAL : habits.getOrDefault(field, Habit.USUAL);
  }

  /** A copy that knows how columns are written, with the words of the report. */
  ColumnMapping withHabits(
      Map<String, Habit> learnt, Map<String, String> words, Map<String, String> bases) {
    List<ColumnUse> told =
        uses.stream()
            .map(use ->
                use.withHabit(
                    words.getOrDefault(use.field(), ""), bases.getOrDefault(use.field(), "")))
            .toList();
    return new ColumnMapping(
        told, sources, measures, conditions, header, learnt, profile, warnings);
  }

  /** Header of the column a field or further measure is read from; empty when none. */
  public String column(String field) {
    Source source = sources.get(field);
    return source == null || source.column < 0 ? "" : header.get(source.column);
  }

  /** Names of the company's own fields that are read, in alphabetical order. */
  public List<String> ownFields() {
    return sources.keySet().stream()
        .map(OwnField::findName)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  /** Names of the further measures, in alphabetical order. */
  public List<String> measures() {
    return measures;
  }

  /** Number of a column by its header, case ignored. */
  public OptionalInt findColumn(String name) {
    return find(header, name);
  }

  /** Header of a column by its number; a column beyond the header has a number for a name. */
  public String columnName(int column) {
    return column < header.size() ? header.get(column) : "column " + (column + 1);
  }

  /** Whether a row meets every filter. */
  public boolean passes(TableRow row) {
    for (Condition condition : conditions) {
      if (!condition.filter.holds(row.cell(condition.column))) {
        return false;
      }
    }
    return true;
  }

  private static OptionalInt find(List<String> header, String name) {
    for (int c = 0; c < header.size(); c++) {
      if (header.get(c).equals(name)) {
        return OptionalInt.of(c);
      }
    }
    for (int c = 0; c < header.size(); c++) {
      if (header.get(c).equalsIgnoreCase(name.strip())) {
        return OptionalInt.of(c);
      }
    }
    return OptionalInt.empty();
  }

  /** Lays request over guess, collecting every problem before it stops. */
  private static final class Maker {
    private final FieldSet fields;
    private final String file;
    private final List<String> header;
    private final Contents contents;
    private final MappingRequest request;
    private final List<ImportProblem> warnings = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<String, ColumnUse> uses = new HashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    Maker(
        FieldSet fields,
        String file,
        List<String> header,
        Contents contents,
        MappingRequest request) {
      this.fields = fields;
      this.file = file;
      this.header = header;
      this.contents = contents;
      this.request = request;
    }

    ColumnMapping make() {
      Set<String> settled = new HashSet<>();
      Set<Integer> taken = new HashSet<>();
      takeChosen(settled, taken);
      Optional<MappingProfile> profile =
          request
              .profile()
              .map(asked -> ReadyProfiles.in(asked, fields.kind(), header))
              .or(() -> ReadyProfiles.recognise(fields.kind(), header));
      profile.ifPresent(known -> takeProfile(known, settled, taken));
      takeOwn(settled, taken);
      takeGuesses(settled, taken);
      takeTold(settled, taken);
      List<String> measures = takeMeasures();
      List<Condition> conditions = conditions();
      requireImputed();
      requireNeeded();
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
      return new ColumnMapping(
          inOrder(measures),
          sources,
          measures,
          conditions,
          header,
          Map.of(),
          profile
              .map(MappingProfile::name)
              .filter(name -> !name.equals(ReadyProfiles.NONE))
              .orElse(""),
          warnings);
    }

    /** Columns of a profile; one that the file does not have is told, and guessed like others. */
    private void takeProfile(MappingProfile profile, Set<String> settled, Set<Integer> taken) {
      for (Map.Entry<String, String> entry : sorted(profile.columns())) {
        Optional<Field> field = knownField(entry.getKey());
        if (field.isEmpty() || settled.contains(field.get().key())) {
          continue;
        }
        OptionalInt column = find(header, entry.getValue());
        if (column.isPresent()) {
          use(field.get().key(), column.getAsInt(), 1, false);
          taken.add(column.getAsInt());
        } else if (!entry.getValue().isBlank()) {
          warnings.add(
              new FileProblem.MissingProfileColumn(
                  file, profile.name(), field.get().key(), entry.getValue()));
          continue;
        }
        settled.add(field.get().key());
      }
    }

    private void takeChosen(Set<String> settled, Set<Integer> taken) {
      for (Map.Entry<String, String> chosen : sorted(request.columns())) {
        Optional<Field> field = knownField(chosen.getKey());
        if (field.isPresent()) {
          settled.add(field.get().key());
          Optional<Integer> column =
              chosen.getValue().isBlank() ? Optional.empty() : requireColumn(chosen.getValue());
          column.ifPresent(number -> {
            use(field.get().key(), number, 1, true);
            taken.add(number);
          });
        }
      }
      for (Map.Entry<String, String> constant : sorted(request.constants())) {
        knownField(constant.getKey())
            .map(Field::key)
            .ifPresent(key -> {
              settled.add(key);
              sources.put(key, new Source(-1, constant.getValue()));
              uses.put(key, new ColumnUse(key, "", constant.getValue(), 1, true));
            });
      }
    }

    /**
     * Columns that have the name of a field of the company's own. Nothing else is guessed of them,
     * but what a field of the file's kind is called is read as that one, too.
     */
    private void takeOwn(Set<String> settled, Set<Integer> taken) {
      for (String name : ownNames()) {
        String key = OwnField.key(name);
        OptionalInt column = find(header, key);
        if (column.isEmpty()) {
          column = find(header, name);
        }
        if (column.isPresent() && settled.add(key)) {
          use(key, column.getAsInt(), 1, false);
          String words = HeaderName.words(header.get(column.getAsInt()));
          if (fields.fields().stream().noneMatch(field -> field.key().equals(words))) {
            taken.add(column.getAsInt());
          }
        }
      }
    }

    private Set<String> ownNames() {
      Set<String> names = new TreeSet<>();
      if (fields.own() != null) {
        names.addAll(fields.own());
        header.forEach(column -> OwnField.findName(column).ifPresent(names::add));
      }
      return names;
    }

    private static List<Map.Entry<String, String>> sorted(Map<String, String> map) {
      return map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private void takeGuesses(Set<String> settled, Set<Integer> taken) {
      List<Guess> guesses = new ArrayList<>();
      for (Field field : fields.fields()) {
        for (int c = 0; c < header.size(); c++) {
          double byName = HeaderName.confidence(field, header.get(c));
          double confidence =
              byName >= LEAST_CONFIDENCE ? contents.confidence(field, c, byName) : 0;
          if (confidence >= LEAST_CONFIDENCE) {
            guesses.add(new Guess(field, c, confidence));
          }
        }
      }
      guesses.sort(Comparator.comparingDouble(Guess::confidence).reversed());
      for (Guess guess : guesses) {
        if (!settled.contains(guess.field.key()) && !taken.contains(guess.column)) {
          settled.add(guess.field.key());
          taken.add(guess.column);
          use(guess.field.key(), guess.column, guess.confidence, false);
        }
      }
    }

    /**
     * Columns whose names say nothing and whose cells tell: where one column alone is left that has
     * the shape of one field. A file of which no column has a known name has no header at all.
     */
    private void takeTold(Set<String> settled, Set<Integer> taken) {
      if (uses.isEmpty()) {
        return;
      }
      for (Field field : fields.fields()) {
        List<Integer> telling =
            IntStream.range(0, header.size())
                .filter(c -> !taken.contains(c) && contents.confidence(field, c) > 0)
                .boxed()
                .toList();
        if (telling.size() == 1 && settled.add(field.key())) {
          int column = telling.getFirst();
          taken.add(column);
          use(field.key(), column, contents.confidence(field, column), false);
        }
      }
    }

    private List<String> takeMeasures() {
      List<String> measures = new ArrayList<>();
      for (Map.Entry<String, String> measure : sorted(request.measures())) {
        Optional<Integer> column = requireColumn(measure.getValue());
        if (column.isPresent()) {
          use(measure.getKey(), column.get(), 1, true);
          if (fields.find(measure.getKey()).isEmpty()) {
            measures.add(measure.getKey());
          }
        }
      }
      return measures;
    }

    private List<Condition> conditions() {
      List<Condition> conditions = new ArrayList<>();
      for (RowFilter filter : request.filters()) {
        requireColumn(filter.column())
            .ifPresent(column -> conditions.add(new Condition(column, filter)));
      }
      return conditions;
    }

    private void requireImputed() {
      for (Imputation imputation : request.imputations()) {
        if (!sources.containsKey(imputation.amount())) {
          problems.add(new FileProblem.UnknownField(file, imputation.amount(), amounts()));
        }
        if (imputation instanceof Imputation.MedianBy median) {
          requireColumn(median.column());
        }
      }
    }

    private List<String> amounts() {
      return sources.keySet().stream()
          .filter(key -> fields.find(key).map(f -> f.kind() == FieldKind.AMOUNT).orElse(true))
          .toList();
    }

    private void requireNeeded() {
      if (sources.isEmpty() || isData()) {
        problems.add(new FileProblem.NoHeader(file, header.subList(0, Math.min(5, header.size()))));
        return;
      }
      if (!fields.anyOf().isEmpty() && fields.anyOf().stream().noneMatch(sources::containsKey)) {
        problems.add(new FileProblem.MissingColumn(file, fields.anyOf().getFirst(), header));
      }
      for (Field field : fields.fields()) {
        if (field.needed() && !sources.containsKey(field.key())) {
          problems.add(new FileProblem.MissingColumn(file, field.key(), header));
        }
      }
    }

    /**
     * Whether the header is a row of data, some word of which happens to begin like a column's
     * name: `Company 12`. No column is named by the user or exactly, and a cell is a number.
     */
    private boolean isData() {
      return uses.values().stream()
              .filter(use -> !use.column().isEmpty())
              .allMatch(use -> use.confidence() < HeaderName.LEAST_EXACT)
          && header.stream().anyMatch(HeaderName::isNumber);
    }

    private Optional<Field> knownField(String key) {
      Optional<Field> field = fields.find(key);
      if (field.isEmpty()) {
        problems.add(new FileProblem.UnknownField(file, key, fields.keys()));
      }
      return field;
    }

    private Optional<Integer> requireColumn(String name) {
      OptionalInt column = find(header, name);
      if (column.isEmpty()) {
        problems.add(new FileProblem.UnknownColumn(file, name, HeaderName.nearest(name, header)));
        return Optional.empty();
      }
      return Optional.of(column.getAsInt());
    }

    private void use(String key, int column, double confidence, boolean chosen) {
      sources.put(key, new Source(column, ""));
      uses.put(key, new ColumnUse(key, header.get(column), "", confidence, chosen));
    }

    private List<ColumnUse> inOrder(List<String> measures) {
      List<ColumnUse> ordered = new ArrayList<>();
      for (String key : fields.keys()) {
        ColumnUse use = uses.get(key);
        if (use != null) {
          ordered.add(use);
        }
      }
      uses.keySet().stream()
          .filter(key -> OwnField.findName(key).isPresent())
          .sorted()
          .forEach(key -> ordered.add(Objects.requireNonNull(uses.get(key))));
      for (String measure : measures) {
        ordered.add(Objects.requireNonNull(uses.get(measure)));
      }
      return ordered;
    }
  }
}
