package bailiwick.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  @TempDir private Path target;

  @Test
  void a_class_of_ours_is_found_in_its_folder() throws IOException {
    Path folder = ClassPath.entryWith("bailiwick/exact/Worker.class", target);
    assertThat(folder.resolve("bailiwick/exact/Worker.class")).isRegularFile();
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void a_class_of_a_library_is_found_in_its_jar() throws IOException {
    Path jar = ClassPath.entryWith("com/google/protobuf/Message.class", target);
    assertThat(jar).isRegularFile();
    assertThat(jar.getFileName().toString()).startsWith("protobuf-java").endsWith(".jar");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void a_folder_is_copied_out_of_a_jar_without_its_neighbours() throws IOException {
    ClassPath.copyFolder("com/google/ortools/util/", "Domain.class", target);
    assertThat(target.resolve("Domain.class")).isRegularFile();
    assertThat(target.resolve("com")).doesNotExist();
    assertThat(target.resolve("CpModelProto.class")).doesNotExist();
  }

  @Test
  void a_folder_among_the_resources_is_copied_too() throws IOException {
    ClassPath.copyFolder("ortools-broken/", "libjniortools.so", target);
    assertThat(target.resolve("libjniortools.so")).content().startsWith("This is not a library.");
  }

  @Test
  void what_is_not_packaged_is_named() {
    assertThatThrownBy(() -> ClassPath.copyFolder("no-such/", "file", target))
        .isInstanceOf(IOException.class)
        .hasMessage("This program is packaged without no-such/file.");
  }

  @Test
  void platforms_have_the_names_that_the_libraries_are_packaged_under() {
    assertThat(WorkerCommand.platform("Linux", "amd64")).isEqualTo("linux-x86-64");
    assertThat(WorkerCommand.platform("Linux", "aarch64")).isEqualTo("linux-aarch64");
    assertThat(WorkerCommand.platform("Mac OS X", "x86_64")).isEqualTo("darwin-x86-64");
    assertThat(WorkerCommand.platform("Mac OS X", "aarch64")).isEqualTo("darwin-aarch64");
  }
}
