package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A passage of README.md, CONTRIBUTING.md or a page of docs/ that shows how the program is used.
 *
 * @param page where it stands
 * @param text what it shows
 */
public record Shown(Path page, String text) {
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)\n```");
  private static final Path DOCS = Path.of("docs");
  private static final long PATIENCE_SECONDS = 60;

  /** What a command ended with, and all that it wrote. */
  public record Outcome(int code, String output) {}

  /** Every match of the pattern's first group on any page, page by page. */
  public static Stream<Shown> of(Pattern pattern) throws IOException {
    List<Shown> passages = new ArrayList<>();
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.list(DOCS)) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    for (Path page : pages) {
      pattern
          .matcher(Files.readString(page))
          .results()
          .map((MatchResult match) -> new Shown(page, match.group(1)))
          .forEach(passages::add);
    }
    return passages.stream();
  }

  /** The blocks of commands that a shell runs. */
  public static Stream<Shown> shellBlocks() throws IOException {
    return of(SHELL);
  }

  /** Whether it starts Maven, which a test of a build cannot. */
  public boolean startsMaven() {
    return text.startsWith("mvn");
  }

  /** Whether it measures how long the program takes. */
  public boolean measures() {
    return text.startsWith("src/bench/");
  }

  /** Whether its page tells how a plug-in is written and built. */
  public boolean buildsPlugin() {
    return page.startsWith(DOCS) && page.getFileName().toString().startsWith("adding-");
  }

  /** Runs a command as a reader would who has 80 columns, and waits for its end. */
  public static Outcome run(String command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    builder.environment().put("COLUMNS", "80");
    builder.environment().remove("NO_COLOR");
    String jdk = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", jdk, (path, bin) -> bin + File.pathSeparator + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), output);
  }

  @Override
  public String toString() {
    return page + ": " + text.lines().findFirst().orElse("");
  }
}
