package org.soundcalc.regimes;

import java.util.function.Function;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Code;

/**
 * A regime's choice for the code that it was asked of last. Circuits that differ in anything but
 * their code, as those of a search or a sweep do, have the same bounds, and with them all that
 * these keep: roots, degrees, and what the errors of combining functions share.
 */
final class LastChoice {
  private final Function<Code, Choice> chooser;

  /** A race makes the same choice twice. */
  private Made last;

  private record Made(Code code, Choice choice) {}

  /**
   * Nothing is chosen yet.
   *
   * @param chooser makes the choice, which depends on the code alone
   */
  LastChoice(Function<Code, Choice> chooser) {
    this.chooser = chooser;
  }

  Choice of(Code code) {
    Made known = last;
    if (known == null || !known.code.equals(code)) {
      known = new Made(code, chooser.apply(code));
      last = known;
    }
    return known.choice;
  }
}
