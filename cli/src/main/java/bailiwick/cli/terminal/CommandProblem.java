package bailiwick.cli.terminal;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;

/** What a user of the command line, or of the machine it runs on, can put right. */
public sealed interface CommandProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * A file or folder that should be there is not.
   *
   * @param file as the user gave it
   */
  record FileMissing(String file) implements CommandProblem {
    @Override
    public String code() {
      return "CLI_FILE_MISSING";
    }

    @Override
    public String message() {
      return "There is no file or folder `%s`.".formatted(file);
    }

    @Override
    public String hint() {
      return "Paths are read from the folder the command is called in.";
    }
  }

  /**
   * A file or folder that is there cannot be read or written.
   *
   * @param file as the user gave it
   * @param reason what the system says
   */
  record FileUnusable(String file, String reason) implements CommandProblem {
    @Override
    public String code() {
      return "CLI_FILE_UNUSABLE";
    }

    @Override
    public String message() {
      return "The file or folder `%s` cannot be used: %s.".formatted(file, reason);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }
  }

  /**
   * A value is given for a field that the rules do not declare.
   *
   * @param field as the user wrote it
   * @param known fields that the rules declare
   */
  record FieldUnknown(String field, List<String> known) implements CommandProblem {
    public FieldUnknown {
      known = List.copyOf(known);
    }

    @Override
    public String code() {
      return "CLI_FIELD_UNKNOWN";
    }

    @Override
    public String message() {
      return "The field `%s` is none that the rules declare.".formatted(field);
    }

    @Override
    public String hint() {
      return (known.isEmpty() ? "They declare none" : "They declare " + String.join(", ", known))
          + "; what all rules know, such as employees, has an option of its own.";
    }
  }

  /**
   * A value given for a field is not one of its values.
   *
   * @param expected what its values are
   */
  record ValueUnfit(String field, String value, String expected) implements CommandProblem {
    @Override
    public String code() {
      return "CLI_VALUE_UNFIT";
    }

    @Override
    public String message() {
      return "The value `%s` of the field `%s` is not %s.".formatted(value, field, expected);
    }

    @Override
    public String hint() {
      return "Write it as --value %s=VALUE; leave it out when it is unknown.".formatted(field);
    }
  }

  /**
   * The disk is full.
   *
   * @param reason what the system says
   */
  record DiskFull(String reason) implements CommandProblem {
    @Override
    public String code() {
      return "CLI_DISK_FULL";
    }

    @Override
    public String message() {
      return "There is no room left on the disk: %s.".formatted(reason);
    }

    @Override
    public String hint() {
      return "Free some room, or choose another folder with --data or --out, and run it again.";
    }
  }

  /**
   * The atlas has no postcodes of a country.
   *
   * @param country code asked for
   * @param known codes it has
   */
  record CountryUnknown(String country, String known) implements CommandProblem {
    @Override
    public String code() {
      return "CLI_COUNTRY_UNKNOWN";
    }

    @Override
    public String message() {
      return "The atlas has no postcodes of the country `%s`; it knows %s."
          .formatted(country, known);
    }

    @Override
    public String hint() {
      return "Add them with `bailiwick atlas add --country %s FILE…`.".formatted(country);
    }
  }

  /**
   * A server would be open to the network.
   *
   * @param host address asked for
   */
  record HostNotLocal(String host) implements CommandProblem {
    @Override
    public String code() {
      return "CLI_HOST_NOT_LOCAL";
    }

    @Override
    public String message() {
      return "The address `%s` opens Bailiwick to other machines, without encryption."
          .formatted(host);
    }

    @Override
    public String hint() {
      return "Put a proxy with TLS before it, then say --allow-remote to go on.";
    }
  }

  /**
   * The user stopped the command before it was done.
   *
   * @param left what became of the work
   */
  record Stopped(String left) implements CommandProblem {
    @Override
    public String code() {
      return "CLI_STOPPED";
    }

    @Override
    public String message() {
      return "Stopped before it was done; %s.".formatted(left);
    }
  }
}
