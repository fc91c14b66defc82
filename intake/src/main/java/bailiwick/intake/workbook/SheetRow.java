package bailiwick.intake.workbook;

import java.util.BitSet;

/**
 * A row of a sheet that has at least one cell with something in it.
 *
 * @param number 1 for the first row of the sheet
 * @param texts the cells from column A to the last one that is not empty, empty ones as {@code ""};
 *     the caller's own
 * @param typed which of them are numbers or days by their type, and so written with a decimal point
 *     or as ISO days; the caller's own
 * @param uncalculated number of the first column with a formula whose value the file does not keep,
 *     -1 when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never shared
public record SheetRow(int number, String[] texts, BitSet typed, int uncalculated) {}
