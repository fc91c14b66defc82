package bailiwick.server.intake;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.mapping.MappingProfile;
import bailiwick.intake.mapping.ProfileReader;
import bailiwick.intake.mapping.ReadyProfiles;
import bailiwick.intake.table.FileProblem;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.Store;
import bailiwick.store.database.Database;
import bailiwick.store.profile.StoredProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Profiles of columns: the ready ones and those that people saved. Thread-safe. */
public final class MappingProfiles {

  private final Store store;

  /** Keeps profiles in a store. */
  public MappingProfiles(Store store) {
    this.store = store;
  }

  /**
   * The profile that an import asks for.
   *
   * @param asked the name of a ready or a saved profile, {@code none}, or a profile as JSON
   * @throws ProblemException when there is none, or it is of another kind of file
   */
  MappingProfile required(ImportKind kind, String asked) {
    String word = word(kind);
    MappingProfile profile =
        asked.strip().startsWith("{")
            ? ProfileReader.read(asked, "profile")
            : ReadyProfiles.findNamed(asked, word)
                .or(() -> findSaved(word, asked))
                .orElseThrow(() -> unknown(word, asked));
    if (!profile.kind().isEmpty() && !profile.kind().equals(word)) {
      throw unknown(word, asked);
    }
    return profile;
  }

  private ProblemException unknown(String kind, String asked) {
    List<String> names =
        Stream.concat(ReadyProfiles.names(kind).stream(), saved(kind).map(MappingProfile::name))
            .toList();
    return ProblemException.of(
        new FileProblem.BadFlag(
            "",
            "profile",
            asked,
            names.isEmpty()
                ? "`none`: no profile of %s is known".formatted(kind)
                : "`none` or a profile of %s: %s".formatted(kind, String.join(", ", names))));
  }

  /** The saved ones of a kind by name. */
  Stream<MappingProfile> saved(String kind) {
    return store.profiles().list(kind).stream().map(MappingProfiles::read);
  }

  private Optional<MappingProfile> findSaved(String kind, String name) {
    return store.profiles().find(kind, name.strip()).map(MappingProfiles::read);
  }

  private static MappingProfile read(StoredProfile stored) {
    return ProfileReader.read(stored.json(), stored.name());
  }

  /**
   * Saves a profile, in the place of the one of its name.
   *
   * @throws ProblemException when it has the name of a ready one, says what its kind of file cannot
   *     hold, or cannot be read
   */
  void save(ImportKind kind, MappingProfile profile, String who) {
    ReadyProfiles.findNamed(profile.name(), word(kind))
        .ifPresent(ready -> {
          throw ProblemException.of(
              new ServerProblem.Parameter("name", "must differ from those of the ready profiles"));
        });
    List<? extends FileProblem> unknown =
        profile.columns().keySet().stream()
            .filter(field -> kind.fields().find(field).isEmpty())
            .sorted()
            .map(field -> new FileProblem.UnknownField(profile.name(), field, kind.fields().keys()))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(unknown);
    }
    String text = ProfileReader.write(profile);
    ProfileReader.read(text, profile.name()); // what cannot be read again is told now
    store.profiles().save(word(kind), profile.name(), text, who);
  }

  /**
   * Deletes a saved profile.
   *
   * @throws ProblemException when there is none
   */
  void delete(ImportKind kind, String name) {
    if (!store.profiles().delete(word(kind), name)) {
      throw Database.notFound("mapping profile", name);
    }
  }

  static String word(ImportKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
