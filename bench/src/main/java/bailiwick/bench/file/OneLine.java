package bailiwick.bench.file;

/** Text that stands in a line of a table. */
final class OneLine {

  private OneLine() {}

  /** The same with a space for each run of line breaks and the space around it. */
  static String of(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
