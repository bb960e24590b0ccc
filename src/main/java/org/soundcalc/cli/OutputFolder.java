package org.soundcalc.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.report.ReportJson;
import org.soundcalc.io.report.Site;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code -o DIR}: a folder of files, written whole or not at all. One that exists is replaced only
 * if it is empty, or soundcalc wrote it: then its report.json begins as this program begins it, and
 * it holds the files of a report and nothing else.
 */
record OutputFolder(String name, Path path) {
  private static final String OPTION = "-o";
  private static final String MARKER = "{\n  \"" + ReportJson.MARKER + "\":";

  /** The option, with an example of a name. */
  static OptionSpec option(String example) {
    String meaning =
        "Write the site to this folder, whole or not at all. It must not exist, be empty, or be one"
            + " that soundcalc wrote, which is replaced.";
    return Options.text("DIR", Options.option(OPTION, meaning, "none", OPTION + " " + example))
        .required(true)
        .build();
  }

  /**
   * Checks the name that was asked for, before any work.
   *
   * @throws UsageException if no folder can be written there
   */
  static OutputFolder of(Request request) {
    String name = request.value(OPTION, "");
    try {
      Path path = Path.of(name);
      Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
      OutputFolder folder = new OutputFolder(name, real);
      folder.check();
      return folder;
    } catch (InvalidPathException | IOException e) {
      throw new UsageException(OPTION + " " + name + ": this is not the name of a folder");
    }
  }

  private void check() throws IOException {
    if (name.isBlank() || path.getParent() == null) {
      throw refused("this is not the name of a folder to write");
    }
    if (Path.of("").toRealPath().startsWith(path)) {
      throw refused("the current folder cannot be replaced; choose another name");
    }
    if (!Files.isDirectory(path.getParent())) {
      throw refused("there is no folder " + path.getParent() + "; make it first");
    }
    if (!Files.isWritable(path.getParent())) {
      throw refused("permission denied in " + path.getParent() + "; choose another place");
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
      throw refused("this is a file; choose another name");
    }
    if (Files.isDirectory(path) && !isEmpty() && !isOurs()) {
      throw refused(
          "this folder is not empty, and soundcalc did not write it (it has no report.json of"
              + " soundcalc's): choose another name, or empty it first");
    }
    Optional<Path> foreign = Files.isDirectory(path) ? foreign() : Optional.empty();
    if (foreign.isPresent()) {
      throw refused(
          "this report holds %s, which soundcalc did not write and would delete: move it, or choose"
                  .formatted(foreign.get().getFileName())
              + " another name");
    }
  }

  /** What no report has, such as a clone's .git, a CNAME, or somebody's notes. */
  private Optional<Path> foreign() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      List<Path> all = files.toList();
      Set<String> names =
          all.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      return all.stream()
          .filter(
              file -> Files.isDirectory(file) || !Site.writes(file.getFileName().toString(), names))
          .min(Comparator.naturalOrder());
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private boolean isOurs() {
    char[] start = new char[MARKER.length()];
    try (Reader reader = Files.newBufferedReader(path.resolve(Site.JSON))) {
      return reader.read(start) == start.length && MARKER.equals(new String(start));
    } catch (IOException e) {
      return false;
    }
  }

  private UsageException refused(String why) {
    return new UsageException(OPTION + " " + (name.isBlank() ? "\"\"" : name) + ": " + why);
  }

  /**
   * Writes the files.
   *
   * @param files what is in each, by their names
   * @throws UsageException if they cannot be written; then all is as it was
   */
  void write(Map<String, Rendering> files) {
    String process = "." + path.getFileName() + "." + ProcessHandle.current().pid();
    Path part = path.resolveSibling(process + ".part");
    Path old = path.resolveSibling(process + ".old");
    try {
      try {
        Files.createDirectory(part);
        // a task each: a stream would give one thread neighbours that take equally long
        ForkJoinTask.invokeAll(
            files.entrySet().stream()
                .map(
                    file ->
                        ForkJoinTask.adapt(
                            () -> write(file.getValue(), part.resolve(file.getKey()))))
                .toList());
        check(); // much may have happened since
        replace(part, old);
      } finally {
        delete(part);
      }
      delete(old);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private UsageException unwritable(IOException e) {
    return refused(
        "cannot be written: " + reason(e) + "; make room there, or choose another place");
  }

  private void replace(Path part, Path old) throws IOException {
    boolean exists = Files.exists(path);
    if (exists) {
      move(path, old);
    }
    try {
      move(part, path);
    } catch (IOException e) {
      if (exists) {
        move(old, path);
      }
      throw e;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  private static void write(Rendering file, Path to) {
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8))) {
      file.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    if (e instanceof NoSuchFileException) {
      return "no such file or folder: " + message; // alone it would be a path
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied: " + message;
    }
    return message == null ? "the file system refuses" : message;
  }
}
