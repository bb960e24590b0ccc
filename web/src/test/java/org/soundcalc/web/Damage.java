package org.soundcalc.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Slips of the hand in a text. */
final class Damage {
  private static final String STRANGE = "=[]\"'#.,{}\n\t\\ -0x9_\u00e9\u0435\u200b\u03b1\u00b2";
  private static final List<String> NUMBERS =
      List.of("0", "-1", "1", "3", "1e9", "0.5", "nan", "9223372036854775808", "\"7\"", "true");
  private static final Pattern NUMBER = Pattern.compile("(?<= = )[0-9][0-9_.]*");
  private static final Pattern KEY = Pattern.compile("(?m)^[a-z_]+(?= = )");

  private Damage() {}

  static String of(String text, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> character(text, random);
      case 1 -> line(text, random);
      case 2 -> replaced(text, NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())), random);
      case 3 -> key(text, random);
      default -> character(character(text, random), random);
    };
  }

  /** A character less, twice or another. */
  private static String character(String text, Random random) {
    int at = random.nextInt(text.length());
    String put =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> text.substring(at, at + 1).repeat(2);
          default -> STRANGE.substring(at % STRANGE.length()).substring(0, 1);
        };
    return text.substring(0, at) + put + text.substring(at + 1);
  }

  /** A line less, or twice. */
  private static String line(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    if (random.nextBoolean()) {
      lines.remove(at);
    } else {
      lines.add(at, lines.get(at));
    }
    return String.join("\n", lines) + "\n";
  }

  /** A key with a letter less, twice or another. */
  private static String key(String text, Random random) {
    List<MatchResult> keys = KEY.matcher(text).results().toList();
    MatchResult key = keys.get(random.nextInt(keys.size()));
    String put = character(key.group(), random);
    return text.substring(0, key.start()) + put + text.substring(key.end());
  }

  private static String replaced(String text, Pattern pattern, String put, Random random) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    MatchResult at = found.get(random.nextInt(found.size()));
    return text.substring(0, at.start()) + put + text.substring(at.end());
  }
}
