package bailiwick.intake.workbook;

/**
 * How much of a workbook is unpacked before it is refused. Immutable.
 *
 * @param maxParts most files inside the archive
 * @param maxUnzippedBytes most bytes that all parts read may unpack to
 * @param maxRatio how many times its packed size a part may unpack to, once it is past {@code
 *     ratioFreeBytes}
 * @param ratioFreeBytes bytes of a part that are unpacked at any ratio: small files pack well
 * @param maxTextBytes most bytes of text that cells share, which is all that is held in memory
 * @param maxCellChars most characters in one cell
 */
public record WorkbookLimits(
    int maxParts,
    long maxUnzippedBytes,
    int maxRatio,
    long ratioFreeBytes,
    long maxTextBytes,
    int maxCellChars) {

  /**
   * What an import takes. A sheet of Excel's full 1,048,576 rows by 30 columns unpacks to some 1.5
   * GiB at a ratio of 10 to 30; zip's own greatest ratio is about 1,000.
   */
  public static final WorkbookLimits USUAL =
      new WorkbookLimits(10_000, 4L << 30, 200, 64L << 20, 256L << 20, 1 << 20);
}
