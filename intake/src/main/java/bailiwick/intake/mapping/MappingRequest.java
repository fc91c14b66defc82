package bailiwick.intake.mapping;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.FileProblem;
import bailiwick.intake.table.ImportProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user says about the columns of a file; everything else is guessed. Immutable.
 *
 * @param columns field key to column; a blank column means that the field is read from none
 * @param constants field key to the value that every row has, such as {@code country} to {@code US}
 * @param filters conditions a row must meet to be read at all
 * @param measures further measures: name to the numeric column that holds it
 * @param imputations how blank amounts are filled
 * @param decimal the decimal mark of every column, empty to learn each column's own
 * @param days the order of days in every column, empty to learn each column's own
 * @param profile read where the user says nothing, before anything is guessed
 */
public record MappingRequest(
    Map<String, String> columns,
    Map<String, String> constants,
    List<RowFilter> filters,
    Map<String, String> measures,
    List<Imputation> imputations,
    Optional<DecimalMark> decimal,
    Optional<DayOrder> days,
    Optional<MappingProfile> profile) {

  /** Everything guessed. */
  public static final MappingRequest GUESSED =
      new MappingRequest(
          Map.of(),
          Map.of(),
          List.of(),
          Map.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Pattern IMPUTATION =
      Pattern.compile(
          "(?<amount>[^=]+)=\\s*(median-by[ :](?<column>.+)|median|(?<value>\\d+(\\.\\d+)?))");

  public MappingRequest {
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
    filters = List.copyOf(filters);
    measures = Map.copyOf(measures);
    imputations = List.copyOf(imputations);
  }

  /**
   * Reads settings as people write them: flags of the command line, parameters of a request.
   *
   * @param map {@code field=COLUMN} each
   * @param set {@code field=value} each
   * @param where {@code COLUMN=value} or {@code COLUMN!=value} each; all must hold
   * @param measure {@code name=COLUMN} each
   * @param impute {@code name=median}, {@code name=median-by:COLUMN} (a space may stand for the
   *     colon) or {@code name=value} each
   * @throws ProblemException when a flag cannot be read
   */
  public static MappingRequest parse(
      List<String> map,
      List<String> set,
      List<String> where,
      List<String> measure,
      List<String> impute) {
    List<ImportProblem> problems = new ArrayList<>();
    MappingRequest request =
        new MappingRequest(
            pairs("map", map, "field=COLUMN", problems),
            pairs("set", set, "field=value", problems),
            filters(where, problems),
            pairs("measure", measure, "name=COLUMN", problems),
            imputations(impute, problems),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return request;
  }

  /** A copy that reads fields from columns, in the place of those it had. */
  public MappingRequest withColumns(Map<String, String> chosen) {
    return new MappingRequest(
        chosen, constants, filters, measures, imputations, decimal, days, profile);
  }

  /**
   * A copy with the habits that the user says.
   *
   * @param decimalMark {@code point} or {@code comma}, blank to learn it
   * @param dayOrder {@code day-first} or {@code month-first}, blank to learn it
   * @throws ProblemException when one is something else
   */
  public MappingRequest withHabits(String decimalMark, String dayOrder) {
    List<ImportProblem> problems = new ArrayList<>();
    Optional<DecimalMark> mark = DecimalMark.find(decimalMark);
    if (mark.isEmpty() && !decimalMark.isBlank()) {
      problems.add(new FileProblem.BadFlag("", "decimal", decimalMark, "point or comma"));
    }
    Optional<DayOrder> order = DayOrder.find(dayOrder);
    if (order.isEmpty() && !dayOrder.isBlank()) {
      problems.add(new FileProblem.BadFlag("", "days", dayOrder, "day-first or month-first"));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new MappingRequest(
        columns, constants, filters, measures, imputations, mark, order, profile);
  }

  /**
   * A copy that reads by a profile what the user says nothing of: constants and measures by name,
   * filters and imputations as a whole, habits each.
   */
  public MappingRequest under(MappingProfile given) {
    MappingRequest said = given.request();
    Map<String, String> constant = new LinkedHashMap<>(said.constants);
    constant.keySet().removeAll(columns.keySet());
    constant.putAll(constants);
    Map<String, String> measure = new LinkedHashMap<>(said.measures);
    measure.putAll(measures);
    return new MappingRequest(
        columns,
        constant,
        filters.isEmpty() ? said.filters : filters,
        measure,
        imputations.isEmpty() ? said.imputations : imputations,
        decimal.or(() -> said.decimal),
        days.or(() -> said.days),
        Optional.of(given));
  }

  private static Map<String, String> pairs(
      String flag, List<String> texts, String form, List<ImportProblem> problems) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        problems.add(new FileProblem.BadFlag("", flag, text, form));
      } else {
        pairs.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      }
    }
    return pairs;
  }

  private static List<RowFilter> filters(List<String> texts, List<ImportProblem> problems) {
    List<RowFilter> filters = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      boolean differs = equals > 0 && text.charAt(equals - 1) == '!';
      int end = differs ? equals - 1 : equals;
      if (end < 1) {
        problems.add(new FileProblem.BadFlag("", "where", text, "COLUMN=value or COLUMN!=value"));
      } else {
        filters.add(
            new RowFilter(
                text.substring(0, end).strip(), text.substring(equals + 1).strip(), !differs));
      }
    }
    return filters;
  }

  private static List<Imputation> imputations(List<String> texts, List<ImportProblem> problems) {
    List<Imputation> imputations = new ArrayList<>();
    for (String text : texts) {
      Matcher form = IMPUTATION.matcher(text);
      if (form.matches()) {
        imputations.add(imputation(form));
      } else {
        problems.add(
            new FileProblem.BadFlag(
                "", "impute", text, "name=median, name=median-by:COLUMN or name=12"));
      }
    }
    return imputations;
  }

  private static Imputation imputation(Matcher form) {
    String amount = form.group("amount").strip();
    if (form.group("column") != null) {
      return new Imputation.MedianBy(amount, form.group("column").strip());
    }
    return form.group("value") == null
        ? new Imputation.Median(amount)
        : new Imputation.Constant(amount, Double.parseDouble(form.group("value")));
  }
}
