package bailiwick.exact;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Where the running program keeps a resource: a folder of classes, a jar, or a jar inside the one
 * deployable jar. A second JVM can read the first two; what lies in the third is copied out.
 */
final class ClassPath {

  private ClassPath() {}

  /**
   * The folder or jar that holds a resource, for another JVM's class path.
   *
   * @param copies where a jar inside a jar is copied to
   * @throws IOException when there is no such resource, or no room for the copy
   */
  static Path entryWith(String resource, Path copies) throws IOException {
    URL url = requireResource(resource);
    if (url.getProtocol().equals("file")) {
      return above(url, Path.of(resource).getNameCount());
    }
    JarURLConnection connection = openJar(url);
    URL jar = connection.getJarFileURL();
    if (jar.getProtocol().equals("file")) {
      return Path.of(URI.create(jar.toString()));
    }
    copyAll(connection, "", copies);
    return copies;
  }

  /**
   * Copies the files of a folder of the class path.
   *
   * @param folder as it begins the names of its files, with the slash
   * @param file one of them, by which the folder is found
   * @throws IOException when there is no such folder, or no room for the copy
   */
  static void copyFolder(String folder, String file, Path target) throws IOException {
    URL url = requireResource(folder + file);
    if (url.getProtocol().equals("file")) {
      copyFiles(above(url, 1), target);
    } else {
      copyAll(openJar(url), folder, target);
    }
  }

  /** The folder some levels above a file. */
  private static Path above(URL file, int levels) {
    return Path.of(URI.create(file.toString())).resolve("../".repeat(levels)).normalize();
  }

  private static URL requireResource(String name) throws IOException {
    URL url = ClassPath.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new FileNotFoundException("This program is packaged without " + name + ".");
    }
    return url;
  }

  private static JarURLConnection openJar(URL url) throws IOException {
    if (url.openConnection() instanceof JarURLConnection connection) {
      // The jar is closed after use, and must not be one that others share.
      connection.setUseCaches(false);
      return connection;
    }
    throw new IOException("The program cannot be read from " + url + ".");
  }

  private static void copyFiles(Path folder, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.list(folder)) {
      files = paths.toList();
    }
    for (Path file : files) {
      Files.copy(file, target.resolve(file.getFileName()));
    }
  }

  private static void copyAll(JarURLConnection connection, String prefix, Path target)
      throws IOException {
    try (JarFile jar = connection.getJarFile()) {
      List<JarEntry> entries =
          jar.stream()
              .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
              .toList();
      for (JarEntry entry : entries) {
        Path file = target.resolve(entry.getName().substring(prefix.length())).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("The packaged program names a path outside: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
          Files.copy(content, file);
        }
      }
    }
  }
}
