package org.soundcalc.protocols.deepali;

import java.util.Locale;
import java.util.Optional;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.Key;

/** The proven regime that a team restricts itself to; conjectured ones ignore it. */
public enum ExplicitRegime {
  /** Every regime may be asked for. */
  NONE,
  /** Unique decoding only. */
  UNIQUE,
  /** List decoding only. */
  LIST;

  /** The key that states it. */
  public static final Key<?, Optional<String>> KEY =
      Key.optional(
              "explicit_regime",
              ChoiceType.of("unique", "list"),
              "The one proven regime to estimate: unique for UDR, list for JBR; left out: both.")
          .moving("which regimes apply");

  /**
   * {@return what a key's value stands for}
   *
   * @param value {@code unique}, {@code list}, or nothing for no restriction
   * @throws org.soundcalc.model.InvalidConfiguration if it is another word
   */
  public static ExplicitRegime of(Optional<String> value) {
    new Invariants().check(KEY, value).enforce();
    return value.map(word -> word.equals("unique") ? UNIQUE : LIST).orElse(NONE);
  }

  /** {@return the key's value} */
  public Optional<String> word() {
    return this == NONE ? Optional.empty() : Optional.of(name().toLowerCase(Locale.ROOT));
  }

  /**
   * {@return why a regime of this kind is left out, if it is}
   *
   * @param decoding unique or list decoding, as the regime has it
   */
  public Optional<String> excludes(Decoding decoding) {
    boolean excluded =
        (this == UNIQUE && decoding == Decoding.LIST)
            || (this == LIST && decoding == Decoding.UNIQUE);
    return word()
        .filter(word -> excluded)
        .map(word -> "is excluded by explicit_regime = \"" + word + "\"");
  }
}
