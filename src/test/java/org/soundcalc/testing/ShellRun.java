package org.soundcalc.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of another program.
 *
 * @param code its exit code
 * @param output what it wrote, to standard output and to standard error
 */
public record ShellRun(int code, String output) {
  private static final long PATIENCE_SECONDS = 60;

  /**
   * Runs a command to its end, with nothing to read.
   *
   * @param folder where
   * @param environment what is set beside the environment of the tests
   */
  public static ShellRun of(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), output);
    return new ShellRun(process.exitValue(), output);
  }
}
