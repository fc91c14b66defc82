package bailiwick.store.embedded;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs. It refuses the administrator's identity, so where Bailiwick itself runs
 * as root or as a number without a name (in a container, say) the server gets a user namespace of
 * its own, in which the same files belong to somebody ordinary. Where the kernel forbids that, it
 * runs as {@code nobody}, who is given the cluster.
 */
sealed interface RunAs {

  /** The words before the command. */
  List<String> prefix();

  /** The commands that hand a folder over, none where it belongs to the right one already. */
  List<List<String>> handOver(Path folder);

  /** As ourselves. */
  record Ourselves() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of();
    }

    @Override
    public List<List<String>> handOver(Path folder) {
      return List.of();
    }
  }

  /** As the unmapped user of a fresh user namespace; outside of it the files stay as they are. */
  record UserNamespace() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "--user");
    }

    @Override
    public List<List<String>> handOver(Path folder) {
      return List.of();
    }
  }

  /** As another user of the machine, who must be able to reach the folder. */
  record Nobody() implements RunAs {

    private static final String ID = "65534";

    @Override
    public List<String> prefix() {
      return List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");
    }

    @Override
    public List<List<String>> handOver(Path folder) {
      return List.of(List.of("chown", "-R", ID + ":" + ID, folder.toString()));
    }
  }

  /**
   * Finds the way that works on this machine.
   *
   * @throws ProblemException with {@code STORE_CANNOT_START} when none does
   */
  static RunAs find(Path folder) {
    boolean root = "0".equals(effectiveUserId());
    if (!root && Command.succeeds(List.of("id", "-u", "-n"))) {
      return new Ourselves();
    }
    // Root, or a number without a name, as containers are often started; PostgreSQL wants a name.
    List<RunAs> ways =
        root ? List.of(new UserNamespace(), new Nobody()) : List.of(new UserNamespace());
    for (RunAs way : ways) {
      List<String> probe = new ArrayList<>(way.prefix());
      probe.add("true");
      if (Command.succeeds(probe)) {
        return way;
      }
    }
    throw ProblemException.of(
        new StoreProblem.CannotStart(
            folder.toString(),
            "PostgreSQL runs neither as root nor as a user without a name, and `unshare --user` is"
                + " not allowed here; run Bailiwick as an ordinary user"));
  }

  private static String effectiveUserId() {
    try {
      return Command.run(List.of("id", "-u")).output().strip();
    } catch (IOException e) {
      return "";
    }
  }
}
