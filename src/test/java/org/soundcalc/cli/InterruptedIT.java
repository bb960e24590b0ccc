package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program, ended while it works, as Ctrl-C ends it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals are sent, and /proc says who ignores them")
class InterruptedIT {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String LAUNCHER =
      System.getProperty("soundcalc.launcher", ROOT.resolve("soundcalc").toString());
  private static final long PATIENCE_SECONDS = 60;

  /** Spaces that take far longer than anybody waits. */
  private static final String SEARCH =
      "optimize --format json --space redesign --min-bits 100 --vary hash_size_bits=64..4000"
          + " --time-limit 3600 --circuit Final_Compressed zkvms/zisk.toml";

  private static final String SWEEP =
      "sweep --format csv --limit 10000000 --vary num_queries=1..100000"
          + " --vary grinding_query_phase=0..60 --circuit Final_Compressed zkvms/zisk.toml";

  @TempDir private Path folder;

  /** A shell that starts tests behind it leaves SIGINT ignored, in all that they start too. */
  private static void assumeHeard(String signal) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String mask = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow();
      boolean isIgnored = new BigInteger(mask.substring(7).strip(), 16).testBit(1);
      assumeThat(signal.equals("INT") && isIgnored).as("SIGINT is ignored here").isFalse();
    }
  }

  /** Once it tells how far it is it works. */
  private int endedBy(String signal, String command) throws Exception {
    List<String> line = new ArrayList<>(List.of(LAUNCHER));
    line.addAll(List.of(command.split(" ", -1)));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(ROOT.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("SOUNDCALC_JAVA_OPTS", "-Dsoundcalc.stderr.terminal=true");
    Process process = builder.start();
    try {
      for (int i = 0; i < 10 * PATIENCE_SECONDS && !read("err").contains(" of "); i++) {
        Thread.sleep(100);
      }
      assertThat(process.isAlive()).as(read("err")).isTrue();
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSearchPrintsTheBestThatItFound(String signal, int code) throws Exception {
    assumeHeard(signal);
    assertThat(endedBy(signal, SEARCH)).isEqualTo(code);
    assertThat(read("out"))
        .contains("\"optimal\": false", "\"outOfTime\": true", "\"best\": {\n")
        .endsWith("}\n");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aFileIsWrittenWholeOrNotAtAll(String signal, int code) throws Exception {
    assumeHeard(signal);
    Path csv = folder.resolve("sweep.csv");
    assertThat(endedBy(signal, SWEEP + " -o " + csv)).isEqualTo(code);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("out", "err");
    }
    assertThat(read("out")).isEmpty();
  }
}
