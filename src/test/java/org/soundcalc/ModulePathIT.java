package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soundcalc.testing.ShellRun;

/** The thin jar is a module that another module can require. */
class ModulePathIT {
  private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

  @TempDir private Path folder;

  @Test
  void aModuleUsesTheLibrary() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src/org/example/library"));
    Files.copy(
        Path.of("src/test/java/org/example/library/FiveLines.java"),
        sources.resolve("FiveLines.java"));
    Path module =
        Files.writeString(
            folder.resolve("src/module-info.java"),
            "module org.example.library { requires org.soundcalc; }");
    String modules = thinJar() + File.pathSeparator + picocli();
    String classes = folder.resolve("classes").toString();
    ShellRun compiled =
        run("javac", "-p", modules, "-d", classes, module.toString(), sources + "/FiveLines.java");
    assertThat(compiled.code()).as(compiled.output()).isZero();
    ShellRun ran =
        run(
            "java",
            "-p",
            modules + File.pathSeparator + classes,
            "-m",
            "org.example.library/org.example.library.FiveLines",
            "zkvms/pico.toml");
    assertThat(ran.output()).matches("53 \\d+\\R");
  }

  private static ShellRun run(String program, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of(BIN.resolve(program).toString()), Stream.of(arguments)).toList();
    return ShellRun.of(Path.of(System.getProperty("user.dir")), Map.of(), command);
  }

  private static Path thinJar() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("soundcalc-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String picocli() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("picocli"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
