package bailiwick.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One command run in this process.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it said on standard error
 */
record CommandRun(int code, String out, String err) {

  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
