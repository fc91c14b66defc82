package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledFormTest {

  private static final int RELEASE_21 = 65;

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void compiled_rules_decide_alike_after_they_were_written_and_read(long seed) throws IOException {
    var random = new RandomRules(seed);
    RuleLookup lookup = lookup(random);

    RuleLookup read = CompiledForm.read(new ByteArrayInputStream(written(lookup)));

    for (int i = 0; i < 20; i++) {
      Subject subject = random.subject();
      assertThat(read.findWinner(subject)).isEqualTo(lookup.findWinner(subject));
      assertThat(read.findAll(subject)).isEqualTo(lookup.findAll(subject));
    }
    assertThat(read.rules()).isEqualTo(lookup.rules());
  }

  @Test
  void a_form_of_another_version_is_refused_by_its_number() throws IOException {
    byte[] bytes = written(lookup(new RandomRules(1)));
    ByteBuffer.wrap(bytes).putInt(4, 99);

    assertThat(problemOf(bytes))
        .isEqualTo(new FormProblem.OtherVersion(99, CompiledForm.VERSION))
        .extracting(Problem::message)
        .isEqualTo("The compiled rules are of version 99 of their form, but this release reads 3.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 8, 30, 400})
  void a_form_that_is_cut_off_is_refused(int length) throws IOException {
    byte[] bytes = Arrays.copyOf(written(lookup(new RandomRules(1))), length);

    assertThat(problemOf(bytes)).isEqualTo(new FormProblem.Unreadable("it ends early"));
  }

  @Test
  void what_is_no_compiled_form_is_refused() throws IOException {
    byte[] other = written(lookup(new RandomRules(1)));
    other[0]++;
    assertThat(problemOf(other))
        .isEqualTo(new FormProblem.Unreadable("it does not begin as one does"));

    var bytes = new ByteArrayOutputStream();
    bytes.write(Arrays.copyOf(written(lookup(new RandomRules(1))), 8));
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new TreeSet<>(List.of("text")));
    }
    assertThat(problemOf(bytes.toByteArray()))
        .isEqualTo(new FormProblem.Unreadable("it holds something else"));
  }

  /** What decides has to run wherever Java 21 does, with nothing beside it. */
  @Test
  void rules_and_core_are_of_release_21_and_need_nothing_but_the_jdk_and_each_other()
      throws Exception {
    for (Class<?> module : List.of(RuleLookup.class, Problem.class)) {
      NavigableSet<String> foreign = new TreeSet<>();
      for (byte[] bytes : classesBeside(module)) {
        var file = new ClassFile(bytes);
        assertThat(file.major).isEqualTo(RELEASE_21);
        file.classes.stream().filter(name -> !isAllowed(name)).forEach(foreign::add);
      }
      assertThat(foreign).isEmpty();
    }
  }

  private static boolean isAllowed(String name) {
    return Stream.of(
            "java/",
            "javax/xml/",
            "org/xml/sax/",
            "bailiwick/rules/",
            "bailiwick/core/",
            "org/jspecify/annotations/")
        .anyMatch(name::startsWith);
  }

  private static List<byte[]> classesBeside(Class<?> one) throws Exception {
    URI place = one.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(place))) {
      return classesIn(Path.of(place));
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
      return classesIn(jar.getPath("/"));
    }
  }

  private static List<byte[]> classesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> classes =
          files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
      assertThat(classes).hasSizeGreaterThan(50);
      List<byte[]> bytes = new ArrayList<>();
      for (Path file : classes) {
        bytes.add(Files.readAllBytes(file));
      }
      return bytes;
    }
  }

  /** The head of a class file: its version, and the classes that its constants name. */
  private static final class ClassFile {

    private final int major;
    private final NavigableSet<String> classes = new TreeSet<>();

    ClassFile(byte[] bytes) throws IOException {
      var in = new DataInputStream(new ByteArrayInputStream(bytes));
      in.skipBytes(6); // magic and minor version
      major = in.readUnsignedShort();
      int count = in.readUnsignedShort();
      String[] texts = new String[count];
      int[] named = new int[count];
      for (int i = 1; i < count; i++) {
        switch (in.readUnsignedByte()) {
          case 1 -> texts[i] = in.readUTF();
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
          case 5, 6 -> {
            in.skipBytes(8);
            i++; // takes two places
          }
          case 7 -> named[i] = in.readUnsignedShort();
          case 8, 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          default -> throw new IOException("no constant of a class file");
        }
      }
      for (int i = 1; i < count; i++) {
        if (named[i] > 0) {
          String name = texts[named[i]].replaceFirst("^\\[+L?", "");
          if (name.length() > 1) { // else an array of numbers
            classes.add(name);
          }
        }
      }
    }
  }

  private static byte[] written(RuleLookup lookup) throws IOException {
    var bytes = new ByteArrayOutputStream();
    CompiledForm.write(lookup, bytes);
    return bytes.toByteArray();
  }

  private static Problem problemOf(byte[] bytes) {
    InputStream in = new ByteArrayInputStream(bytes);
    var thrown = new AtomicReference<Problem>();
    assertThatThrownBy(() -> CompiledForm.read(in))
        .isInstanceOfSatisfying(ProblemException.class, e -> thrown.set(e.problems().getFirst()));
    return Objects.requireNonNull(thrown.get());
  }

  private static RuleLookup lookup(RandomRules random) {
    return switch (RuleCompiler.withoutAreas(RandomRules.DIMENSIONS).compile(random.ruleSet())) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
