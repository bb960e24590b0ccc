package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.Key;

/** Configurations that cannot be, and what is wrong with them. */
public final class Violations {
  private Violations() {}

  /** A valid configuration with another value of a key, and the problems of that. */
  public static <C, T> Arguments of(Key<C, T> key, C valid, T bad, String... problems) {
    Callable<C> maker = () -> key.with(valid, bad);
    return Arguments.of(key.name() + " = " + bad, maker, List.of(problems));
  }

  /** Something is refused, with these problems and no others. */
  public static void assertRefused(Callable<?> maker, List<String> problems) {
    InvalidConfiguration refused = catchThrowableOfType(InvalidConfiguration.class, maker::call);
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.problems())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(problems);
  }
}
