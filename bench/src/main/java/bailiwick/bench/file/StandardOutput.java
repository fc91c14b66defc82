package bailiwick.bench.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where benchmarks print what they measured. */
public final class StandardOutput {

  private StandardOutput() {}

  /** The standard output in UTF-8, whatever the machine's own encoding. */
  public static PrintStream open() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }
}
