package bailiwick.intake.mapping;

/**
 * Where one field comes from. Immutable; part of the report.
 *
 * @param field key of the field, or name of a further measure
 * @param column header of the column; empty when the value is a constant
 * @param constant the value every row has; empty when read from a column
 * @param confidence from 0 to 1: 1 when the user said so or the name is exact
 * @param chosen whether the user said so
 */
public record ColumnUse(
    String field, String column, String constant, double confidence, boolean chosen) {}
