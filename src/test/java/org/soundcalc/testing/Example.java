package org.soundcalc.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The example of a plug-in that docs/adding-a-proof-system.md explains. */
public final class Example {
  /** The page that explains it. */
  public static final Path PAGE = Path.of("docs", "adding-a-proof-system.md");

  /** A file that uses it. */
  public static final Path TOML = Path.of("src/test/resources/org/example/toyfri/toy.toml");

  private static final Path JAVA = Path.of("src/test/java/org/example/toyfri");
  private static final Path SERVICE =
      Path.of("src/test/resources/META-INF/services/org.soundcalc.model.Family");
  private static final Path CLASSES = Path.of("target", "test-classes");
  private static final String PACKAGE = "org/example/toyfri";

  private Example() {}

  /** All that a reader of the page has to write. */
  public static List<Path> sources() throws IOException {
    try (Stream<Path> java = Files.list(JAVA)) {
      return Stream.concat(java.sorted(), Stream.of(SERVICE, TOML)).toList();
    }
  }

  /** Packs its classes and its registration. */
  public static void pack(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> classes = Files.list(CLASSES.resolve(PACKAGE))) {
      for (Path path : classes.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.endsWith(".class")) {
          add(PACKAGE + "/" + name, path, out);
        }
      }
      add("META-INF/services/" + SERVICE.getFileName(), SERVICE, out);
    }
  }

  private static void add(String name, Path content, JarOutputStream out) throws IOException {
    out.putNextEntry(new JarEntry(name));
    Files.copy(content, out);
    out.closeEntry();
  }
}
