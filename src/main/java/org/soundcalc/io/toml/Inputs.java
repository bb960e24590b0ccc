package org.soundcalc.io.toml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.soundcalc.model.keys.Limits;

/** The files that a command line names. Nothing is opened that could keep a reader waiting. */
public final class Inputs {
  /** The argument that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  /** Stands where messages and reports name a file. */
  public static final String STANDARD_INPUT_LABEL = "<stdin>";

  /** How the names of files in a folder end. */
  public static final String EXTENSION = ".toml";

  /** Up to so many, threads that share out a cold program take longer than one. */
  private static final int FEW = 32;

  private final InputStream standardInput;
  private final List<Input> all = new ArrayList<>();

  /** The label under which each file was given first. */
  private final Map<Object, String> firstLabels = new LinkedHashMap<>();

  private final String standardInputName;

  private Inputs(InputStream standardInput, String standardInputName) {
    this.standardInput = standardInput;
    this.standardInputName = standardInputName;
  }

  /**
   * Reads the files that arguments stand for, standard input as {@code <stdin>}.
   *
   * @param arguments of the command line
   * @param standardInput read to its end where an argument is {@code -}, and not closed
   * @return what could be read, and errors for the rest
   */
  public static Inputs read(List<String> arguments, InputStream standardInput) {
    return read(arguments, standardInput, STANDARD_INPUT_LABEL);
  }

  /**
   * Reads the files that arguments stand for: a file, {@code -} for standard input, or a folder for
   * the {@code .toml} files in it, sorted by name.
   *
   * @param arguments of the command line
   * @param standardInput read to its end where an argument is {@code -}, and not closed
   * @param name of standard input where messages and reports name a file
   * @return what could be read, and errors for the rest
   */
  public static Inputs read(List<String> arguments, InputStream standardInput, String name) {
    Inputs inputs = new Inputs(standardInput, name);
    arguments.forEach(inputs::add);
    return inputs;
  }

  /**
   * {@return files that were read elsewhere}
   *
   * @param sources those that could be
   * @param problems errors for the rest
   */
  public static Inputs of(List<SourceFile> sources, List<Diagnostic> problems) {
    Inputs inputs = new Inputs(InputStream.nullInputStream(), STANDARD_INPUT_LABEL);
    sources.forEach(source -> inputs.all.add(new Input(Optional.of(source), Optional.empty())));
    problems.forEach(problem -> inputs.all.add(new Input(Optional.empty(), Optional.of(problem))));
    return inputs;
  }

  /** {@return what could be read, in the order of the arguments} */
  public List<SourceFile> sources() {
    return all.stream().flatMap(input -> input.source().stream()).toList();
  }

  /** {@return the name of each, whether or not it could be read, in the order of the arguments} */
  public List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Input input : all) {
      boolean isRead = input.source().isPresent();
      labels.add(isRead ? input.source().get().label() : input.problem().get().source());
    }
    return labels;
  }

  /** {@return an error for each argument or file that could not} */
  public List<Diagnostic> diagnostics() {
    return all.stream().flatMap(input -> input.problem().stream()).toList();
  }

  /**
   * {@return what becomes of each, in the order of the arguments} Each is on its own: many share
   * the processors.
   *
   * @param read what becomes of a file that could be read
   * @param unread what becomes of the error of one that could not
   * @param <T> what they become
   */
  public <T> List<T> map(Function<SourceFile, T> read, Function<Diagnostic, T> unread) {
    Stream<Input> inputs = all.size() > FEW ? all.parallelStream() : all.stream();
    return inputs
        .map(input -> input.source().map(read).orElseGet(() -> unread.apply(input.problem().get())))
        .toList();
  }

  /** A file or, where it could not be read, why. */
  private record Input(Optional<SourceFile> source, Optional<Diagnostic> problem) {}

  private void add(String argument) {
    try {
      if (argument.equals(STANDARD_INPUT)) {
        addStandardInput();
      } else if (argument.isEmpty()) {
        error("\"\"", "this is not the name of a file");
      } else if (Files.isDirectory(Path.of(argument))) {
        addFolder(argument);
      } else {
        addFile(argument, Path.of(argument));
      }
    } catch (InvalidPathException e) {
      error(argument, "this is not the name of a file");
    }
  }

  private void addStandardInput() {
    if (isFirst(STANDARD_INPUT, standardInputName)) {
      try {
        addContent(standardInputName, standardInput);
      } catch (IOException e) {
        error(standardInputName, reason(e));
      }
    }
  }

  private void addFolder(String folder) {
    List<Path> files;
    try (Stream<Path> entries = Files.list(Path.of(folder))) {
      files =
          entries
              .filter(path -> path.getFileName().toString().endsWith(EXTENSION))
              .filter(path -> !Files.isDirectory(path))
              .sorted()
              .toList();
    } catch (IOException e) {
      error(folder, reason(e));
      return;
    }
    if (files.isEmpty()) {
      error(folder, "the folder has no " + EXTENSION + " files");
    }
    files.forEach(file -> addFile(file.toString(), file));
  }

  private void addFile(String label, Path path) {
    // a FIFO or a device would have to be waited for
    if (!Files.isRegularFile(path) && Files.exists(path)) {
      error(label, "this is not a regular file; use - for standard input");
      return;
    }
    try {
      if (isFirst(path.toRealPath(), label)) {
        try (InputStream in = Files.newInputStream(path)) {
          addContent(label, in);
        }
      }
    } catch (IOException e) {
      error(label, reason(e));
    }
  }

  private boolean isFirst(Object identity, String label) {
    String first = firstLabels.putIfAbsent(identity, label);
    if (first != null) {
      String also = first.equals(label) ? "" : ", also as " + first;
      error(label, "this file is given twice" + also);
    }
    return first == null;
  }

  private void addContent(String label, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Limits.FILE_BYTES + 1);
    if (bytes.length > Limits.FILE_BYTES) {
      error(label, "the file has over " + (Limits.FILE_BYTES >> 20) + " MiB");
    } else {
      all.add(new Input(Optional.of(SourceFile.of(label, bytes)), Optional.empty()));
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    return failure instanceof AccessDeniedException
        ? "permission denied"
        : "cannot be read: " + failure.getMessage();
  }

  private void error(String label, String message) {
    Diagnostic problem = Diagnostic.of(label, Severity.ERROR, message);
    all.add(new Input(Optional.empty(), Optional.of(problem)));
  }
}
