package bailiwick.server.problem;

import bailiwick.core.problem.Place;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request, whatever the feature and whoever asks. Values only. */
public sealed interface ServerProblem extends HttpProblem {

  /** A field breaks a rule. */
  record Field(String pointer, String rule) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_FIELD";
    }

    @Override
    public int status() {
      return 400;
    }

    @Override
    public String message() {
      return "The field `%s` %s.".formatted(pointer.isEmpty() ? "/" : pointer, rule);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }
  }

  /** The body is no JSON, or not of the shape asked for. */
  record Unreadable(String pointer, String reason) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_UNREADABLE";
    }

    @Override
    public int status() {
      return 400;
    }

    @Override
    public String message() {
      return "The body cannot be read: %s.".formatted(reason);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }

    @Override
    public String hint() {
      return "Compare it with the example in /api/v1/openapi.json.";
    }
  }

  /** A parameter of the address or a header is missing or not of its type. */
  record Parameter(String name, String rule) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_PARAMETER";
    }

    @Override
    public int status() {
      return 400;
    }

    @Override
    public String message() {
      return "The parameter `%s` %s.".formatted(name, rule);
    }
  }

  /** No route has this address. */
  record UnknownRoute(String method, String path) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_UNKNOWN_ROUTE";
    }

    @Override
    public int status() {
      return 404;
    }

    @Override
    public String message() {
      return "There is nothing at %s %s.".formatted(method, path);
    }

    @Override
    public String hint() {
      return "All routes stand in /api/v1/openapi.json.";
    }
  }

  /** The route has other methods, media types or sizes. */
  record Refused(int status, String code, String message) implements ServerProblem {}

  /** There is no such thing, or the caller may not see it. */
  record NotFound(String thing, String id) implements ServerProblem {
    @Override
    public String code() {
      return "NOT_FOUND";
    }

    @Override
    public int status() {
      return 404;
    }

    @Override
    public String message() {
      return "There is no %s `%s`.".formatted(thing, id);
    }

    @Override
    public Place place() {
      return new Place.OfThing(thing, id);
    }
  }

  /** A header that guards against lost updates or double work is missing. */
  record HeaderMissing(String header) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_HEADER_MISSING";
    }

    @Override
    public int status() {
      return 428;
    }

    @Override
    public String message() {
      return "The header %s is missing.".formatted(header);
    }

    @Override
    public String hint() {
      return header.equals("If-Match")
          ? "Send the ETag you last read."
          : "Send any text of yours that is new for each intent.";
    }
  }

  /** A unit that the plan does not divide. */
  record UnknownUnit(String unit, String pointer) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_UNKNOWN_UNIT";
    }

    @Override
    public int status() {
      return 422;
    }

    @Override
    public String message() {
      return "The unit `%s` is not one of the plan's.".formatted(unit);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }
  }

  /** A territory that the scenario does not have. */
  record UnknownTerritory(String territory, String pointer) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_UNKNOWN_TERRITORY";
    }

    @Override
    public int status() {
      return 422;
    }

    @Override
    public String message() {
      return "The scenario has no territory `%s`.".formatted(territory);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }
  }

  /** A country whose units the atlas does not know. */
  record UnknownCountry(String country) implements ServerProblem {
    @Override
    public String code() {
      return "REQUEST_UNKNOWN_COUNTRY";
    }

    @Override
    public int status() {
      return 422;
    }

    @Override
    public String message() {
      return "The atlas has no units of `%s`.".formatted(country);
    }

    @Override
    public String hint() {
      return "Add its files with `bailiwick atlas add`.";
    }
  }

  /** Nothing holds on the day. */
  record NothingPublished(LocalDate on) implements ServerProblem {
    @Override
    public String code() {
      return "PUBLICATION_NONE";
    }

    @Override
    public int status() {
      return 409;
    }

    @Override
    public String message() {
      return "No territories are published for %s.".formatted(on);
    }

    @Override
    public String hint() {
      return "Publish a scenario with an effective date on or before that day.";
    }
  }

  /** What is asked does not fit how things stand. */
  record NotNow(String code, String message, @Nullable String hint) implements ServerProblem {

    @Override
    public int status() {
      return 409;
    }
  }

  /** A file that came in could not be put down in the data folder. */
  record UploadNotKept(long bytes) implements ServerProblem {
    @Override
    public String code() {
      return "UPLOAD_NOT_KEPT";
    }

    @Override
    public int status() {
      return 507;
    }

    @Override
    public String message() {
      return "The upload (%s kB) could not be kept in the server's data folder."
          .formatted((bytes + 1_023) / 1_024);
    }

    @Override
    public String hint() {
      return "Free some room on its disk, look that it can be written, and send the file again.";
    }
  }

  /** The port is taken. */
  record PortBusy(String host, int port) implements ServerProblem {
    @Override
    public String code() {
      return "SERVER_PORT_BUSY";
    }

    @Override
    public int status() {
      return 500;
    }

    @Override
    public String message() {
      return "The port %s of %s is taken by another program.".formatted(port, host);
    }

    @Override
    public String hint() {
      return "Stop that program, or name another port; 0 takes any free one.";
    }
  }

  /**
   * A figure is given by hand that a model in force works out: it would not count.
   *
   * @param pointer of the field
   * @param figure its name, such as {@code potential}
   * @param account by its external id
   * @param counts what the model says
   */
  record FigureOfModel(String pointer, String figure, String account, double counts)
      implements ServerProblem {
    @Override
    public String code() {
      return "ACCOUNT_FIGURE_OF_MODEL";
    }

    @Override
    public int status() {
      return 409;
    }

    @Override
    public String message() {
      return "The %s of `%s` comes from the model in force and is %s; a figure given by hand would not count."
          .formatted(figure, account, String.format(Locale.ROOT, "%.2f", counts));
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }

    @Override
    public String hint() {
      return "Change what the model reads (employees, revenue, segment, sales, pipeline), or switch it off"
          + " under Data > Potential first.";
    }
  }

  /**
   * More is doubtful than the person saw who accepts it.
   *
   * @param accepted share of the potential that was shown, 0 to 1
   * @param now share that is doubtful by now, above it
   */
  record DoubtGrew(double accepted, double now) implements ServerProblem {
    @Override
    public String code() {
      return "QUALITY_DOUBT_GREW";
    }

    @Override
    public int status() {
      return 409;
    }

    @Override
    public String message() {
      return "You accepted that %s of the potential is doubtful; it is %s now."
          .formatted(percent(accepted), percent(now));
    }

    private static String percent(double ratio) {
      return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }

    @Override
    public String hint() {
      return "Look at the share as it is now, and accept that one.";
    }
  }

  /** Our own fault. */
  record Internal(String reference) implements ServerProblem {
    @Override
    public String code() {
      return "INTERNAL_ERROR";
    }

    @Override
    public int status() {
      return 500;
    }

    @Override
    public String message() {
      return "Something went wrong here; the server's log tells more under %s."
          .formatted(reference);
    }
  }
}
