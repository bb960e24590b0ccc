package org.soundcalc.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.soundcalc.io.document.Rendering;
import picocli.CommandLine.Model.OptionSpec;

/** {@code -o FILE}: written whole or not at all, whatever interrupts the program. */
record OutputFile(String name, Path path) {
  /** The option. */
  static final String OPTION = "-o";

  /** The option of a command, with an example of a name. */
  static OptionSpec option(String example) {
    String meaning = "Write the result to this file, whole or not at all.";
    String usual = "standard output";
    return Options.text("FILE", Options.option(OPTION, meaning, usual, OPTION + " " + example))
        .build();
  }

  /**
   * Checks the name that was asked for, if one was, before any work.
   *
   * @throws UsageException if no file can be written there
   */
  static Optional<OutputFile> of(Request request) {
    return request.has(OPTION) ? Optional.of(of(request.value(OPTION, ""))) : Optional.empty();
  }

  /**
   * Checks the name before any work.
   *
   * @throws UsageException if no file can be written there
   */
  static OutputFile of(String name) {
    try {
      Path path = Path.of(name);
      Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      OutputFile file = new OutputFile(name, real);
      if (name.isBlank() || Files.isDirectory(real)) {
        throw file.refused(name.isBlank() ? "this is not the name of a file" : "this is a folder");
      }
      if (!Files.isDirectory(real.getParent())) {
        throw file.refused("there is no folder " + real.getParent());
      }
      if (Files.exists(real) ? !Files.isWritable(real) : !Files.isWritable(real.getParent())) {
        throw file.refused("permission denied");
      }
      return file;
    } catch (InvalidPathException | IOException e) {
      throw new UsageException(OPTION + " " + name + ": this is not the name of a file");
    }
  }

  /** Writes a result to a file, or prints it where none was asked for. */
  static void answer(Request request, Optional<OutputFile> file, Rendering result) {
    if (file.isPresent()) {
      file.get().write(result);
    } else {
      request.answer(result);
    }
  }

  private UsageException refused(String why) {
    return new UsageException(OPTION + " " + (name.isBlank() ? "\"\"" : name) + ": " + why);
  }

  /**
   * Writes a result.
   *
   * @throws UsageException if it cannot be written
   */
  void write(Rendering result) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        write(result, path); // a device has no half-written state
        return;
      }
      // no temporary file of Java's, which others could not read
      String own = "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part";
      Path part = path.resolveSibling(own);
      part.toFile().deleteOnExit();
      try {
        write(result, part);
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw refused("cannot be written: " + e.getMessage());
    }
  }

  private static void write(Rendering result, Path to) throws IOException {
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8))) {
      result.writeTo(out);
    }
  }
}
