package org.soundcalc.io.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The git command, started without a shell. Only commands that read objects are used: no hook,
 * pager, filter or monitor that a configuration names is run by them, and none may use a network.
 */
final class Git {
  /** What would point git at another repository than the one that holds the files. */
  private static final List<String> OTHER_REPOSITORY =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX");

  /** Messages in English; paths taken literally; nothing fetched, asked for or locked. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LC_ALL", "C",
          "GIT_LITERAL_PATHSPECS", "1",
          "GIT_ALLOW_PROTOCOL", "none",
          "GIT_NO_LAZY_FETCH", "1",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_OPTIONAL_LOCKS", "0");

  private Git() {}

  /**
   * What a run of git wrote.
   *
   * @param code its exit code
   * @param out its standard output
   * @param error its standard error
   */
  record Answer(int code, String out, String error) {}

  /** Runs git to its end. */
  static Answer run(Path directory, String... arguments) {
    Process process = start(directory, arguments);
    try {
      process.getOutputStream().close();
      CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> errorOf(process));
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), out, error.join());
    } catch (IOException e) {
      throw new RevisionException("git cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RevisionException("interrupted while git ran");
    } finally {
      process.destroy();
    }
  }

  private static String errorOf(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts git.
   *
   * @throws RevisionException if there is no such program
   */
  static Process start(Path directory, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "--no-pager", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(OTHER_REPOSITORY);
    builder.environment().putAll(ENVIRONMENT);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new RevisionException("git cannot be run: install it, and have it on the PATH");
    }
  }
}
