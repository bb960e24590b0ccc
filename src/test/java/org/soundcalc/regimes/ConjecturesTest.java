package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Explanation;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;

/** What nobody has proven, as the papers that conjecture it have it. */
class ConjecturesTest {
  private static final Field FIELD = new Field(BaseField.KOALA_BEAR, 4);
  private static final Rational K = Rational.powerOfTwo(10);

  static List<Regime> all() {
    return List.of(new ToyProblem(), new CapacityConjecture(), new RandomWords());
  }

  @Test
  void eachHasItsNameStatusAndRank() {
    assertThat(all())
        .extracting(Regime::name, Regime::status, Regime::rank)
        .containsExactly(
            tuple("toy", Status.REFUTED, 40),
            tuple("capacity", Status.REFUTED, 50),
            tuple("random-words", Status.HEURISTIC, 60));
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachSaysWhyItIsNotProvenAndWhere(Regime regime) {
    assertThat(regime.isProven()).isFalse();
    List<Citation> sources = regime.info().evidence().orElseThrow().sources();
    assertThat(sources).isNotEmpty().allMatch(source -> source.paper().year().orElse(0) >= 2025);
  }

  /** Everything about capacity is rational. */
  @ParameterizedTest
  @CsvSource({"1", "2", "4", "19"})
  void capacityIsAsItWasConjectured(int logInverseRate) {
    Rate rate = Rate.ofLog2Inverse(logInverseRate);
    CodeBounds bounds =
        bounds(new CapacityConjecture(), new Code(FIELD, rate, 20, Optional.empty()));
    Rational rho = rate.value();
    Rational eta = rho.over(Rational.of(20));
    assertThat(compare(new Of(bounds, Part.AGREEMENT), rho.plus(eta))).isZero();
    assertThat(compare(new Of(bounds, Part.LIST), K.over(rho.times(eta)))).isZero();
    Rational error = K.over(eta.times(rho.pow(2)).times(FIELD.size()));
    assertThat(compare(new Of(bounds, Part.ERROR), error)).isZero();
  }

  /** 1 − δ from an independent calculation, in billionths. */
  @ParameterizedTest
  @CsvSource({
    "KoalaBear^4, 1, 509853173, 509853174",
    "Goldilocks^3, 4, 64271710, 64271711",
    "M31^4, 2, 256940917, 256940918"
  })
  void randomWordsLeaveAnEntropyTerm(String field, int logInverseRate, long from, long to) {
    Code code =
        new Code(
            Field.parse(field).orElseThrow(),
            Rate.ofLog2Inverse(logInverseRate),
            20,
            Optional.empty());
    CodeBounds bounds = bounds(new RandomWords(), code);
    Rational billion = Rational.of(1_000_000_000);
    Of agreement = new Of(bounds, Part.AGREEMENT);
    assertThat(compare(agreement, Rational.of(from).over(billion))).isPositive();
    assertThat(compare(agreement, Rational.of(to).over(billion))).isNegative();
    assertThat(compare(new Of(bounds, Part.LIST), Rational.ONE)).isZero();
    Rational error = code.length(K).plus(Rational.ONE).over(code.field().size());
    assertThat(compare(new Of(bounds, Part.ERROR), error)).isZero();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPinnedGapIsOfTheJohnsonRadiusAndChangesNothing(Regime regime) {
    Rate rate = Rate.ofLog2Inverse(2);
    String pinned = words(regime.choose(new Code(FIELD, rate, 20, Optional.of(Rational.of(1, 5)))));
    assertThat(words(regime.choose(new Code(FIELD, rate, 20, Optional.empty())))).isEqualTo(pinned);
  }

  private static String words(Choice choice) {
    return choice instanceof Choice.Chosen chosen
        ? Explanation.of(new Of(chosen.bounds(), Part.AGREEMENT)).toString()
        : choice.toString();
  }

  /** No rate that files can state comes near it, yet it is decided and not assumed. */
  @ParameterizedTest
  @CsvSource({"99/100, ", "1, 1.00", "101/100, 1.01", "1001/1000, 1.01"})
  void withoutAProximityParameterARegimeDoesNotApply(String agreement, String shown) {
    String[] parts = (agreement + "/1").split("/", -1);
    Rational value = Rational.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    Code code = new Code(FIELD, Rate.ofLog2Inverse(1), 20, Optional.empty());
    Choice choice = ProximityParameter.choose(code, new Fixed(value));
    if (shown == null) {
      assertThat(choice).isInstanceOf(Choice.Chosen.class);
    } else {
      assertThat(choice)
          .isEqualTo(
              new Assessment.Inapplicable(
                  "leaves no proximity parameter at rate 0.5 over KoalaBear^4: 1 - delta is "
                      + shown
                      + ", rounded up"));
    }
  }

  private static CodeBounds bounds(Regime regime, Code code) {
    return ((Choice.Chosen) regime.choose(code)).bounds();
  }

  private static int compare(Formula formula, Rational value) {
    return Certified.compare(formula, new Constant(value));
  }

  private enum Part {
    AGREEMENT,
    LIST,
    ERROR
  }

  private record Of(CodeBounds bounds, Part part) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return switch (part) {
        case AGREEMENT -> bounds.agreement(x);
        case LIST -> bounds.listSize(x, K);
        case ERROR -> bounds.error(x, K);
      };
    }
  }

  private record Constant(Rational value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value);
    }
  }

  /** Bounds of which only 1 − δ is known. */
  private record Fixed(Rational value) implements CodeBounds {
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.of(value);
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.one();
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      return x.one();
    }

    @Override
    public List<Citation> sources() {
      return List.of();
    }
  }
}
