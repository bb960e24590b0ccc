package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MonotoneBisectionTest {
  @Property(seed = "20260101")
  void findsTheEndFromAnyHint(
      @ForAll @LongRange(min = 1, max = 40) long least,
      @ForAll @LongRange(min = 0, max = 60) long more,
      @ForAll @LongRange(min = 0, max = 60) long hint,
      @ForAll @LongRange(min = -1, max = 60) long end) {
    long most = least + more;
    long last = least + Math.min(end, more);
    long near = least + Math.min(hint, more);
    assertThat(MonotoneBisection.last(least, most, near, m -> inside(m, least, most) && m <= last))
        .isEqualTo(last);
  }

  private static boolean inside(long m, long least, long most) {
    assertThat(m).isBetween(least, most);
    return true;
  }

  /** As many steps as the distance has binary digits, twice: up to it and back. */
  @Property(seed = "20260101")
  void looksNearTheHintFirst(
      @ForAll @LongRange(min = 1, max = 1L << 40) long last,
      @ForAll @LongRange(min = 1, max = 1L << 40) long hint) {
    AtomicInteger tests = new AtomicInteger();
    MonotoneBisection.last(
        1,
        1L << 40,
        hint,
        m -> {
          tests.incrementAndGet();
          return m <= last;
        });
    int digits = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(last - hint));
    assertThat(tests.get()).isLessThanOrEqualTo(2 * digits + 2);
  }

  @Test
  void allOfARangeOrNothing() {
    assertThat(MonotoneBisection.last(2, 1L << 40, 30, m -> true)).isEqualTo(1L << 40);
    assertThat(MonotoneBisection.last(2, 1L << 40, 30, m -> false)).isEqualTo(1);
  }
}
