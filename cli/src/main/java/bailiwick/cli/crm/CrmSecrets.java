package bailiwick.cli.crm;

import bailiwick.cli.terminal.InputFile;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Credentials of a CRM as an operator keeps them. Never shown: the text of it leaves all values
 * out. Immutable.
 *
 * @param values as the API calls them, to texts
 * @param warnings what is worth knowing of where they came from
 */
record CrmSecrets(Map<String, String> values, List<Problem> warnings) {

  private static final List<String> NAMES =
      List.of("clientId", "clientSecret", "refreshToken", "username", "privateKey", "token");
  private static final String KEY_FILE = "privateKeyFile";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String VARIABLES = "BAILIWICK_CRM_";

  CrmSecrets {
    values = Map.copyOf(values);
    warnings = List.copyOf(warnings);
  }

  @Override
  public String toString() {
    return "CrmSecrets" + values.keySet();
  }

  /**
   * Those of the environment: {@code BAILIWICK_CRM_CLIENT_ID} and so on.
   *
   * @throws ProblemException when there is none
   */
  static CrmSecrets ofEnvironment(Map<String, String> environment) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = environment.getOrDefault(variable(name), "");
      if (!value.isBlank()) {
        values.put(name, value.strip());
      }
    }
    if (values.isEmpty()) {
      throw ProblemException.of(new SecretsProblem.Missing());
    }
    return new CrmSecrets(values, List.of());
  }

  private static String variable(String name) {
    return VARIABLES + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /**
   * Those of a file: a line {@code name = value} for each, comments behind a {@code #} at the
   * beginning of a line. Everything behind the first {@code =} is the value, whatever it holds; a
   * name without a value says nothing. The file is UTF-8, with a byte order mark or without.
   *
   * @throws ProblemException naming every line that says nothing, or that there is none that does
   */
  static CrmSecrets ofFile(Path file) throws IOException {
    InputFile.requireReadable(file);
    Map<String, String> values = new LinkedHashMap<>();
    List<Problem> wrong = new ArrayList<>();
    List<String> lines = text(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String name = equals < 0 ? "" : line.substring(0, equals).strip();
      String value = line.substring(equals + 1).strip();
      if (!name.equals(KEY_FILE) && !NAMES.contains(name)) {
        wrong.add(new SecretsProblem.UnknownLine(file.toString(), i + 1));
      } else if (name.equals(KEY_FILE) && !value.isEmpty()) {
        values.put("privateKey", key(file, value));
      } else if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    if (!wrong.isEmpty()) {
      throw new ProblemException(wrong);
    }
    if (values.isEmpty()) {
      throw ProblemException.of(new SecretsProblem.Blank(file.toString()));
    }
    return new CrmSecrets(values, warnings(file));
  }

  /** What stands in a file, without the mark that some editors put before it. */
  private static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw ProblemException.of(new SecretsProblem.NotUtf8(file.toString()));
    }
  }

  private static String key(Path beside, String name) throws IOException {
    Path key = beside.resolveSibling(name);
    InputFile.requireReadable(key);
    return text(key);
  }

  private static List<Problem> warnings(Path file) throws IOException {
    var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix == null) {
      return List.of();
    }
    Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
    open.addAll(posix.readAttributes().permissions());
    open.retainAll(EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
    return open.isEmpty() ? List.of() : List.of(new SecretsProblem.OpenToOthers(file.toString()));
  }
}
