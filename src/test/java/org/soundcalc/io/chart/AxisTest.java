package org.soundcalc.io.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ticks are round numbers that hold all that is between them. */
class AxisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1     | 200   | 0 50 100 150 200
          0     | 57.3  | 0 10 20 30 40 50 60
          0.001 | 0.03  | 0 0.005 0.010 0.015 0.020 0.025 0.030
          10    | 20    | 10 12 14 16 18 20
          -3    | 3     | -3 -2 -1 0 1 2 3
          0     | 1e9   | 0 200000000 400000000 600000000 800000000 1000000000
          """)
  void ticks(double least, double most, String expected) {
    Axis axis = Axis.numbers("x", least, most);
    String labels = axis.ticks().stream().map(Axis.Tick::label).collect(Collectors.joining(" "));
    assertThat(labels).isEqualTo(expected);
    assertThat(axis.least()).isLessThanOrEqualTo(least);
    assertThat(axis.most()).isGreaterThanOrEqualTo(most);
  }

  /** Places are logarithms, labels what they are of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -0.2 | 2 | x0.71 x1.00 x1.41 x2.00 x2.83 x4.00
          0    | 6 | x1.00 x2.00 x4.00 x8.00 x16.00 x32.00 x64.00
          0    | 0 | x1.00 x1.07 x1.15 x1.23 x1.32 x1.41
          """)
  void multiples(double least, double most, String expected) {
    Axis axis = Axis.multiples("x", least, most);
    String labels = axis.ticks().stream().map(Axis.Tick::label).collect(Collectors.joining(" "));
    assertThat(labels).isEqualTo(expected);
    assertThat(axis.least()).isLessThanOrEqualTo(least);
    assertThat(axis.most()).isGreaterThan(most - 1e-9);
  }

  @Test
  void oneNumberAlone() {
    Axis axis = Axis.numbers("x", 84, 84);
    assertThat(axis.most()).isGreaterThan(axis.least());
    assertThat(axis.place(84, 0, 100)).isBetween(0.0, 100.0);
  }

  @Test
  void manyNamesAreNotAllShown() {
    assertThat(Axis.names("rho", List.of("1/2", "1/4", "1/8")).ticks()).hasSize(3);
    List<String> many = IntStream.range(0, 300).mapToObj(i -> "[8, 8, " + i + "]").toList();
    assertThat(Axis.names("schedule", many).ticks()).hasSizeBetween(3, 10);
    assertThat(Axis.names("one", Collections.singletonList("a")).most()).isEqualTo(1);
  }
}
