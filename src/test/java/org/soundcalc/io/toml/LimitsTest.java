package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.soundcalc.io.toml.Loading.CIRCUIT;
import static org.soundcalc.io.toml.Loading.ZKEVM;
import static org.soundcalc.io.toml.Loading.headers;
import static org.soundcalc.io.toml.Loading.load;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.model.keys.Limits;

/** Texts that are too much: each is refused with a word, none hangs or overflows the stack. */
class LimitsTest {
  private static final Duration GENEROUS = Duration.ofSeconds(30);
  private static final String TOO_DEEP =
      "error: nesting is too deep (more than 100 levels of tables and arrays)";
  private static final String TOO_MANY =
      "error: the file has over 300000 keys and elements of arrays";

  private static List<String> reported(String toml) {
    return assertTimeoutPreemptively(GENEROUS, () -> headers(load(toml)));
  }

  private static String full(String line) {
    return line.repeat(Limits.FILE_BYTES / line.length());
  }

  /** The same, with room for what stands before it and after it. */
  private static String almostFull(String part) {
    return part.repeat(Limits.FILE_BYTES / part.length() - 20);
  }

  @Test
  void nesting() {
    assertThat(reported("a = " + "[".repeat(5000) + "]".repeat(5000)))
        .containsExactly("t.toml:1:105: " + TOO_DEEP);
    assertThat(reported("a = " + "{a=".repeat(5000) + "1" + "}".repeat(5000)))
        .containsExactly("t.toml:1:303: " + TOO_DEEP);
    assertThat(reported("a" + ".a".repeat(5000) + " = 1\n"))
        .containsExactly("t.toml:1:201: " + TOO_DEEP);
    assertThat(reported("a = " + almostFull("["))).containsExactly("t.toml:1:105: " + TOO_DEEP);
    assertThat(reported("a" + almostFull(".a") + " = 1\n"))
        .containsExactly("t.toml:1:201: " + TOO_DEEP);
    assertThat(reported("[a" + almostFull(".a") + "]\n"))
        .containsExactly("t.toml:1:202: " + TOO_DEEP);
    assertThat(reported(ZKEVM + CIRCUIT + "x = " + "[".repeat(99) + "]".repeat(99) + "\n"))
        .containsExactly(
            "t.toml:11:1: warning: circuit \"riscv\": x is not a key of TEST and is ignored");
  }

  @Test
  void numbers() {
    String digits = "0".repeat(5000);

    assertThat(reported("a = 1" + digits))
        .containsExactly(
            "t.toml:1:5: error: 1" + digits.substring(0, 59) + "... has over 1000 characters");
    assertThat(reported("a = 0.1" + digits))
        .containsExactly(
            "t.toml:1:5: error: 0.1" + digits.substring(0, 57) + "... has over 1000 characters");
    assertThat(reported("a = 1" + almostFull("0")))
        .containsExactly(
            "t.toml:1:5: error: 1" + digits.substring(0, 59) + "... has over 1000 characters");
    assertThat(reported("a = 1e9999999999"))
        .containsExactly("t.toml:1:5: error: 1e9999999999 has too large an exponent");
    assertThat(reported(ZKEVM + CIRCUIT.replace("10", "1e999999999")))
        .containsExactly(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer, got"
                + " 1e999999999");
    assertThat(reported(ZKEVM + CIRCUIT.replace("10", "99999999999999999999")))
        .containsExactly(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer below"
                + " 2^63, got 99999999999999999999");
  }

  @Test
  void circuits() {
    assertThat(reported(ZKEVM + "[[circuits]]\n".repeat(Limits.CIRCUITS)))
        .containsExactly("t.toml:10007:1: error: there are over 10000 circuits");
  }

  @Test
  void elements() {
    assertThat(reported(ZKEVM + CIRCUIT.replace("[2, 4]", "[" + "3, ".repeat(10_001) + "]")))
        .containsExactly(
            "t.toml:10:23: error: circuit \"riscv\": fri_folding_factors has over 10000 elements");
    assertThat(reported(ZKEVM + CIRCUIT.replace("[2, 4]", "[" + "3, ".repeat(10_000) + "]")))
        .hasSize(20);
  }

  @Test
  void tables() {
    assertThat(reported(ZKEVM + CIRCUIT + "[[circuits.lookups]]\n".repeat(10_001)))
        .containsExactly("t.toml:11:1: error: circuit \"riscv\": lookups has over 10000 elements");
  }

  @Test
  void values() {
    String most = "x = [" + "1,".repeat(Limits.VALUES - 1) + "]\n";

    assertThat(reported(most)).noneMatch(header -> header.endsWith(TOO_MANY));
    assertThat(reported(most + "y = 1\n")).containsExactly("t.toml:2:6: " + TOO_MANY);
    assertThat(reported(full("[[a]]\n"))).containsExactly("t.toml:300000:6: " + TOO_MANY);
    assertThat(reported("[t]\n" + numbered(i -> "k" + i + ".a=1\n")))
        .containsExactly("t.toml:150001:12: " + TOO_MANY);
  }

  @Test
  void problems() {
    String lookups = "[[circuits.lookups]]\n".repeat(3_000);

    assertThat(reported(ZKEVM + CIRCUIT + lookups))
        .hasSize(1_001)
        .endsWith("t.toml:1011:1: error: and more; too many to list");
  }

  @Test
  void errors() {
    assertThat(reported(full("a = 1\n")))
        .hasSize(51)
        .startsWith("t.toml:2:1: error: a previously defined at line 1, column 1")
        .endsWith("t.toml:52:6: error: and more errors; too many to list");
    assertThat(reported(full("= = =\n")))
        .containsExactly("t.toml:1:1: error: unexpected '=', expected a key");
  }

  @Test
  void largeFiles() {
    assertThat(reported(ZKEVM + CIRCUIT + almostFull("# a comment\n"))).isEmpty();
    assertThat(reported("a = \"" + almostFull("x")))
        .containsExactly("t.toml:1:5: error: this text has no closing \"");
    assertThat(reported(full("\""))).hasSize(1);
  }

  /** What is allocated stands for time and memory, and does not depend on the machine's load. */
  @ParameterizedTest
  @MethodSource
  void work(Shape shape) {
    String toml = shape.text.get();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    load(ZKEVM);

    long before = threads.getCurrentThreadAllocatedBytes();
    load(toml);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocated >> 20).isLessThan(256);
  }

  static Stream<Shape> work() {
    String deep = "a.".repeat(98) + "a";
    Stream<Shape> same =
        Stream.of("[[" + deep + "]]\n", "[[circuits]]\nx = 1\n", "a = {\n")
            .map(part -> new Shape(part, () -> full(part)));
    Stream<Shape> arrays =
        Stream.of("1,", "1979-05-27,", "{a=".repeat(98) + "1" + "}".repeat(98) + ",")
            .map(part -> new Shape("[" + part, () -> "x = [" + almostFull(part) + "]\n"));
    Stream<Shape> numbered =
        Stream.of("[" + deep.replace("a", "N") + "]\n", "[num_queriesN]\n")
            .map(line -> new Shape(line, () -> numbered(i -> line.replace("N", "" + i))));
    Shape circuit =
        new Shape("unknown keys", () -> ZKEVM + numbered(i -> "num_queries" + i + " = 1\n"));
    return Stream.of(same, arrays, numbered, Stream.of(circuit)).flatMap(shapes -> shapes);
  }

  /** A file as large as any, made of one part again and again. */
  private record Shape(String part, Supplier<String> text) {
    @Override
    public String toString() {
      return part.length() > 20 ? part.substring(0, 20) + "..." : part;
    }
  }

  /** As many numbered lines as a file has room for. */
  private static String numbered(IntFunction<String> line) {
    StringBuilder lines = new StringBuilder(Limits.FILE_BYTES);
    for (int i = 0; ; i++) {
      String next = line.apply(i);
      if (lines.length() + next.length() > Limits.FILE_BYTES - ZKEVM.length()) {
        return lines.toString();
      }
      lines.append(next);
    }
  }

  @Test
  void linesThatAreTooLongAreNotShown() {
    String toml = ZKEVM + CIRCUIT.replace("10", "0" + " ".repeat(500) + "# far");

    assertThat(load(toml).diagnostics().get(0).text())
        .isEqualTo(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer, got 0");
  }
}
