package org.soundcalc.io.estimate;

import java.util.Optional;

/**
 * A name that ends in a number, such as {@code commit round 3}.
 *
 * @param rounds what is numbered
 * @param number from 0
 */
public record RoundName(String rounds, int number) {
  private static final int MOST_DIGITS = 9;

  /** The name's parts; nothing where it has another form. */
  public static Optional<RoundName> parse(String name) {
    int space = name.lastIndexOf(' ');
    int digits = name.length() - space - 1;
    if (space < 1 || digits < 1 || digits > MOST_DIGITS || name.charAt(space - 1) == ' ') {
      return Optional.empty();
    }
    for (int i = space + 1; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    boolean padded = digits > 1 && name.charAt(space + 1) == '0';
    return padded
        ? Optional.empty()
        : Optional.of(
            new RoundName(name.substring(0, space), Integer.parseInt(name.substring(space + 1))));
  }

  /** Whether it is the one after {@code previous}. */
  public boolean follows(RoundName previous) {
    return rounds.equals(previous.rounds) && number == previous.number + 1;
  }

  /** The name of a run from this one to {@code last}, such as {@code commit rounds 1-5}. */
  public String to(RoundName last) {
    return rounds + "s " + number + "-" + last.number;
  }
}
