package bailiwick.cli.terminal;

import java.io.PrintWriter;

/**
 * Says how far long work is. On a terminal one line is rewritten in place; into a file or a pipe
 * each step is a line of its own. Written to standard error, so that standard output stays the
 * result. Thread-safe.
 */
public final class Progress implements AutoCloseable {

  private final PrintWriter to;
  private final boolean rewrites;
  private int shownWidth;

  private Progress(PrintWriter to, boolean rewrites) {
    this.to = to;
    this.rewrites = rewrites;
  }

  /** Progress on {@code to}, rewritten in place when a person looks at a terminal. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25, which we run on, has none in a pipe
  public static Progress on(PrintWriter to) {
    return new Progress(to, System.console() != null && System.getenv("NO_COLOR") == null);
  }

  /** A step that stays on the screen. */
  public synchronized void step(String words) {
    wipe();
    to.println(words);
    to.flush();
  }

  /** A passing state: shown on a terminal until the next one, left out of files and pipes. */
  public synchronized void state(String words) {
    if (rewrites) {
      String padded = words.length() < shownWidth ? words + blanks(words.length()) : words;
      to.print('\r' + padded);
      to.flush();
      shownWidth = words.length();
    }
  }

  @Override
  public synchronized void close() {
    wipe();
    to.flush();
  }

  private String blanks(int from) {
    return " ".repeat(shownWidth - from);
  }

  private void wipe() {
    if (shownWidth > 0) {
      to.print('\r' + " ".repeat(shownWidth) + '\r');
      shownWidth = 0;
    }
  }
}
