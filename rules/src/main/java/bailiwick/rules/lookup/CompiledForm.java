package bailiwick.rules.lookup;

import bailiwick.core.problem.ProblemException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;

/**
 * Compiled rules as bytes, for other processes of the same release: what they are, the version of
 * the form, and the lookup by Java serialisation.
 */
public final class CompiledForm {

  /** The version of the form that this release writes and reads. */
  public static final int VERSION = 3;

  private static final int MARK = 0xBA111C0D;
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter("bailiwick.**;java.base/*;!*");

  private CompiledForm() {}

  /** Writes compiled rules; the stream stays open. */
  public static void write(RuleLookup lookup, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(MARK);
    data.writeInt(VERSION);
    var objects = new ObjectOutputStream(data);
    objects.writeObject(lookup);
    objects.flush();
  }

  /**
   * Reads compiled rules; the stream stays open.
   *
   * @throws ProblemException with a {@link FormProblem} when it is of another version, or is none
   */
  public static RuleLookup read(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    try {
      if (data.readInt() != MARK) {
        throw unreadable("it does not begin as one does");
      }
      int version = data.readInt();
      if (version != VERSION) {
        throw ProblemException.of(new FormProblem.OtherVersion(version, VERSION));
      }
      var objects = new ObjectInputStream(data);
      objects.setObjectInputFilter(OURS);
      return (RuleLookup) objects.readObject();
    } catch (EOFException cut) {
      throw unreadable("it ends early");
    } catch (StreamCorruptedException | InvalidClassException damaged) {
      throw unreadable("it is damaged");
    } catch (ClassNotFoundException | ClassCastException other) {
      throw unreadable("it holds something else");
    }
  }

  private static ProblemException unreadable(String reason) {
    return ProblemException.of(new FormProblem.Unreadable(reason));
  }
}
