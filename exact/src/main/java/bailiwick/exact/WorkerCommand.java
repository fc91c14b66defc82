package bailiwick.exact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How to start a worker: a small JVM with the classes of the running program that it needs, and the
 * native libraries of this platform unpacked into a folder of its own.
 *
 * @param platform as OR-Tools names it, such as {@code linux-x86-64}
 * @param heap of the JVM, such as {@code 256m}; native memory comes on top
 */
record WorkerCommand(String platform, String heap) implements WorkerStart {

  /** The classes that a worker needs, each by one file of its jar. */
  private static final List<String> NEEDED =
      List.of(
          "bailiwick/exact/Worker.class",
          "com/google/ortools/sat/CpModelProto.class",
          "com/google/protobuf/Message.class");

  private static final String LIBRARY = "jniortools";

  /** Holds a program of a few million terms. */
  private static final String USUAL_HEAP = "512m";

  /** Options of the program that runs us, which are not meant for a small helper. */
  private static final List<String> OPTIONS_OF_OTHERS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** For the machine we run on. */
  static WorkerCommand ofThisMachine() {
    return new WorkerCommand(
        platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")), USUAL_HEAP);
  }

  /** The platform of a system and a processor, as in the properties of those names. */
  static String platform(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT);
    String family = os.startsWith("mac") ? "darwin" : os.startsWith("win") ? "win32" : os;
    String kind =
        switch (processor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86-64";
          case "arm64" -> "aarch64";
          case String other -> other;
        };
    return family + "-" + kind;
  }

  @Override
  public WorkerProcess start() throws IOException {
    Path folder = Files.createTempDirectory("bailiwick-exact-");
    try {
      String library = System.mapLibraryName(LIBRARY);
      ClassPath.copyFolder("ortools-" + platform + "/", library, folder);
      ProcessBuilder builder =
          new ProcessBuilder(words(folder, library))
              .redirectError(folder.resolve(WorkerProcess.LOG).toFile());
      Map<String, String> environment = builder.environment();
      OPTIONS_OF_OTHERS.forEach(environment::remove);
      return new WorkerProcess(builder.start(), folder);
    } catch (IOException e) {
      Folders.remove(folder);
      throw e;
    }
  }

  private List<String> words(Path folder, String library) throws IOException {
    List<String> classPath = new ArrayList<>();
    for (int k = 0; k < NEEDED.size(); k++) {
      classPath.add(ClassPath.entryWith(NEEDED.get(k), folder.resolve("classes" + k)).toString());
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heap,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:+DisplayVMOutputToStderr",
        "-XX:ErrorFile=" + folder.resolve(WorkerProcess.CRASH_LOG),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        String.join(System.getProperty("path.separator"), classPath),
        "bailiwick.exact.Worker",
        folder.toString(),
        library);
  }
}
