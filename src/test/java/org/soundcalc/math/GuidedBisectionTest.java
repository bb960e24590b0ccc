package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By how much a condition holds only guides: where it ends is found whatever the shape. */
class GuidedBisectionTest {
  /** How much is left at a distance from where the condition ends, of the distance's sign. */
  enum Shape {
    LINE,
    STEP,
    ROOT,
    CUBE,
    CLIFF,
    PLATEAU;

    double excess(double distance) {
      return switch (this) {
        case LINE -> distance;
        case STEP -> distance > 0 ? 1 : -1;
        case ROOT -> Math.signum(distance) * Math.sqrt(Math.abs(distance));
        case CUBE -> distance * distance * distance;
        case CLIFF -> distance > 0 ? distance : -1e6;
        case PLATEAU -> distance > 0 ? Double.MAX_VALUE : distance - 1;
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void findsTheLastValue(Shape shape) {
    for (long last = 2; last <= 40; last++) {
      for (long hint = 3; hint <= 40; hint++) {
        for (long near = 1; near <= 9; near += 4) {
          long end = 2 * last + 1;
          assertThat(
                  GuidedBisection.last(
                      3, 40, hint, near, value -> shape.excess((double) end - 2 * value)))
              .isEqualTo(last);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void aLongRangeTakesFewTries(Shape shape) {
    long most = 1L << 50;
    int[] tries = {0};
    long last = most / 3;
    assertThat(
            GuidedBisection.last(
                1,
                most,
                1,
                1,
                value -> {
                  tries[0]++;
                  return shape.excess(2.0 * (last - value) + 1);
                }))
        .isEqualTo(last);
    // three for each of 50 bits and for each of 17 steps that grow eightfold
    assertThat(tries[0]).isLessThan(3 * (50 + 17));
  }
}
