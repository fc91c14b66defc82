package bailiwick.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Says which Bailiwick this is, as the build wrote it into the jar. */
public final class Version implements IVersionProvider {

  /** The version's number, such as {@code 0.1.0}. */
  public static String number() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The jar's own version cannot be read.", e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Bailiwick " + number(), "Java " + System.getProperty("java.version"),
    };
  }
}
