package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that is a git repository, filled by the git command. */
public record GitFolder(Path root) {
  /** Said here, they cost no processes: who commits, and that nothing tidies up after a commit. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "GIT_AUTHOR_NAME", "A",
          "GIT_AUTHOR_EMAIL", "a@example.org",
          "GIT_COMMITTER_NAME", "A",
          "GIT_COMMITTER_EMAIL", "a@example.org",
          "GIT_CONFIG_COUNT", "1",
          "GIT_CONFIG_KEY_0", "maintenance.auto",
          "GIT_CONFIG_VALUE_0", "false");

  /** An empty repository in a folder that is there. */
  public static GitFolder in(Path root) throws IOException, InterruptedException {
    GitFolder made = new GitFolder(root);
    made.git("init", "--quiet", "--initial-branch=main");
    return made;
  }

  /** The same repository in another folder, which it fills: a copy takes no processes. */
  public GitFolder copiedTo(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(root.relativize(file).toString()));
      }
    }
    return new GitFolder(folder);
  }

  /** Writes a file, and the folders above it. */
  public Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Commits all that is there; the date is a day of January 2026. */
  public String commit(String message, int day) throws IOException, InterruptedException {
    git("add", "--all");
    String date = "2026-01-%02dT12:00:00Z".formatted(day);
    run(List.of("commit", "--quiet", "--allow-empty", "-m", message), date);
    return git("rev-parse", "HEAD").strip();
  }

  /** Runs git there, and gives its output. */
  public String git(String... arguments) throws IOException, InterruptedException {
    return run(List.of(arguments), "2026-01-01T12:00:00Z");
  }

  private String run(List<String> arguments, String date) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(SETTINGS);
    builder.environment().put("GIT_CONFIG_GLOBAL", root.resolve("no-such-file").toString());
    builder.environment().put("GIT_COMMITTER_DATE", date);
    builder.environment().put("GIT_AUTHOR_DATE", date);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
