package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
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

  /** Values that cost little, wherever they are, change nothing of what is found. */
  @ParameterizedTest
  @EnumSource(Shape.class)
  void findsTheLastValueFromCheapOnes(Shape shape) {
    Random random = new Random(20261127);
    for (int i = 0; i < 2000; i++) {
      long last = random.nextLong(2, 100);
      NavigableSet<Long> cheap = new TreeSet<>();
      random.longs(random.nextInt(9), -20, 140).forEach(cheap::add);
      assertThat(
              GuidedBisection.last(
                  3,
                  99,
                  random.nextLong(3, 100),
                  random.nextLong(1, 20),
                  cheap,
                  value -> {
                    assertThat(value).isBetween(3L, 99L);
                    return shape.excess(2.0 * (last - value) + 1);
                  }))
          .isEqualTo(last);
    }
  }

  /** Of the values that are not cheap, only those between the two are tested where it ends. */
  @Test
  void cheapValuesBoundTheOthers() {
    NavigableSet<Long> cheap = new TreeSet<>(List.of(100L, 2_000L, 50_000L, 51_000L, 900_000L));
    List<Long> others = new ArrayList<>();
    long last =
        GuidedBisection.last(
            1,
            1_000_000,
            3_000,
            1,
            cheap,
            value -> {
              if (!cheap.contains(value)) {
                others.add(value);
              }
              return 50_432.5 - value;
            });
    assertThat(last).isEqualTo(50_432);
    assertThat(others)
        .isNotEmpty()
        .allSatisfy(value -> assertThat(value).isBetween(50_000L, 51_000L));
    assertThat(others.size()).isLessThan(5);
  }
}
