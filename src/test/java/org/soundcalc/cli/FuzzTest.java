package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Files that are damaged anywhere, in their bytes, tokens or structure: the program reads them or
 * says where and why not, and does nothing else.
 */
class FuzzTest {
  private static final long SEED = 20260101;
  private static final int CASES = 250;
  private static final int MANY_CASES = 4000;
  private static final List<String> FILES = files();

  /** What a place, a severity and a message look like. */
  private static final Pattern PROBLEM =
      Pattern.compile("(?m)^<stdin>:[1-9][0-9]*:[1-9][0-9]*: (error|warning): \\S");

  /** Of every kind, and every command that reads files. */
  private static final List<String> COMMANDS =
      List.of(
          "estimate --format json -",
          "estimate -",
          "check --format github -",
          "check --format json -",
          "compare --format csv -",
          "explain -",
          "milestones --format csv -",
          "diff - zkvms/zisk.toml",
          "graph --format svg -",
          "validate -");

  private static final Pattern UNPLACED = Pattern.compile("(?m)^<stdin>: ");

  private static final List<String> TOKENS =
      List.of(
          "=",
          "\"",
          "'",
          "\"\"\"",
          "'''",
          "[",
          "]",
          "[[",
          "]]",
          "{",
          "}",
          ",",
          ".",
          "#",
          "\n",
          "\r",
          "\t",
          "\\",
          "\\u0000",
          "\\x41",
          "\\e",
          "-",
          "+",
          "_",
          "0",
          "9",
          "-1",
          "0x1f",
          "0b2",
          "0o7",
          "1e5",
          "1e-400",
          "inf",
          "nan",
          "true",
          "false",
          "1979-05-27",
          "07:32",
          "\0",
          "\u001b[31m",
          "\u200b",
          "\u202e",
          "\ufeff",
          "\ud800",
          "⁴",
          "9223372036854775808",
          "99999999999999999999999999999999",
          "[[circuits]]\n",
          "[circuits.lookups]\n",
          "[zkevm]\n",
          "[recursion]\n",
          "name = \"x\"\n",
          "rho = 0.5\n",
          "= = =\n",
          "a.b.c = 1\n");

  private static List<String> files() {
    try (Stream<Path> paths = Files.list(Path.of("zkvms"))) {
      List<String> texts = new ArrayList<>();
      for (Path path : paths.sorted().toList()) {
        texts.add(Files.readString(path));
      }
      return texts;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aDamagedFileIsReadOrRefusedWithAPlace() {
    fuzz(SEED, CASES);
  }

  @Test
  @Tag("thorough")
  void manyDamagedFiles() {
    fuzz(SEED + 1, MANY_CASES);
  }

  private static void fuzz(long seed, int cases) {
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      String damaged = FILES.get(random.nextInt(FILES.size()));
      for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
        damaged = damaged(damaged, random);
      }
      refused += isRefused(damaged, "case " + i, random) ? 1 : 0;
    }
    assertThat(refused).as("some are read, and some are refused").isBetween(cases / 10, cases - 1);
  }

  private static String damaged(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + 1 + random.nextInt(6));
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, at) + token + text.substring(at);
      case 2 -> text.substring(0, at) + (char) random.nextInt(0x300) + text.substring(to);
      case 3 -> replacedValue(text, token, random);
      case 4 -> shuffled(text, random);
      case 5 -> text.substring(0, at);
      default -> text.substring(0, at) + text.substring(at, to).repeat(3) + text.substring(to);
    };
  }

  private static String replacedValue(String text, String token, Random random) {
    String[] lines = text.split("\n", -1);
    int line = random.nextInt(lines.length);
    lines[line] = lines[line].replaceFirst("=.*", "= ") + token;
    return String.join("\n", lines);
  }

  private static String shuffled(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int from = random.nextInt(lines.size());
    List<String> some = lines.subList(from, Math.min(lines.size(), from + 8));
    if (random.nextBoolean()) {
      Collections.shuffle(some, random);
    } else {
      some.remove(random.nextInt(some.size()));
    }
    return String.join("\n", lines);
  }

  private static boolean isRefused(String damaged, String what, Random random) {
    byte[] bytes = damaged.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80)); // no UTF-8
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
    CliRun run = CliRun.reading(bytes, command.split(" "));
    String said = run.out() + run.err();
    boolean refused = run.code() == ExitCode.BAD_INPUT;
    assertThat(run.code()).as("%s: %s\n%s\n%s", what, command, text, said).isBetween(0, 2);
    assertThat(said).as(what).doesNotContain("defect", "Exception", "\tat ", "\u001b");
    if (refused) {
      assertThat(said)
          .as("%s: %s\n%s", what, command, text)
          .containsPattern(PROBLEM)
          .doesNotContainPattern(UNPLACED);
      if (!command.startsWith("check") && !command.startsWith("validate")) { // what those find
        assertThat(run.out()).as("%s: %s", what, command).isEmpty();
      }
    }
    return refused;
  }
}
