package org.soundcalc.testing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Field;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;

/**
 * A circuit with figures of its own choice.
 *
 * @param id what it is
 * @param proofSize its proof's size
 * @param parameters its parameters
 * @param assessments what each regime says of it, by the regime's name
 * @param keys what of it can be set
 */
public record StubCircuit(
    CircuitId id,
    ProofSize proofSize,
    List<Parameter> parameters,
    Map<String, Assessment> assessments,
    List<Key<Circuit, ?>> keys)
    implements Circuit {
  private static final int BITS_PER_KIB = 8192;

  /** A circuit of which nothing can be set. */
  public StubCircuit(
      CircuitId id,
      ProofSize proofSize,
      List<Parameter> parameters,
      Map<String, Assessment> assessments) {
    this(id, proofSize, parameters, assessments, List.of());
  }

  /** A circuit without figures. */
  public static StubCircuit named(String name, String field, long expectedKib, long worstKib) {
    return new StubCircuit(
        new CircuitId(
            name,
            "STUB",
            "DEEP-ALI",
            "FRI",
            Field.parse(field).orElseThrow(),
            256,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new ProofSize(
            BigInteger.valueOf(expectedKib * BITS_PER_KIB),
            BigInteger.valueOf(worstKib * BITS_PER_KIB)),
        List.of(new Parameter("num_queries", "84"), new Parameter("rho", "0.5")),
        Map.of());
  }

  /** The same circuit with terms under a regime. */
  public StubCircuit under(StubRegime regime, Term... terms) {
    return with(regime, new Assessment.Terms(List.of(terms), List.of()));
  }

  /** The same circuit with this answer to a regime. */
  public StubCircuit with(StubRegime regime, Assessment assessment) {
    Map<String, Assessment> all = new LinkedHashMap<>(assessments);
    all.put(regime.name(), assessment);
    return new StubCircuit(id, proofSize, parameters, Map.copyOf(all), keys);
  }

  /** The same circuit, of which this can be set. */
  public StubCircuit key(Key<Circuit, ?> key) {
    return new StubCircuit(id, proofSize, parameters, assessments, List.of(key));
  }

  /** The same circuit with a size that its team measured. */
  public StubCircuit measured(String size) {
    CircuitId other =
        new CircuitId(
            id.name(),
            id.family(),
            id.proofSystem(),
            id.commitment(),
            id.field(),
            id.hashBits(),
            id.verifies(),
            id.arity(),
            Optional.of(size),
            id.format());
    return new StubCircuit(other, proofSize, parameters, assessments, keys);
  }

  /** The same circuit with one more parameter. */
  public StubCircuit parameter(String key, String value) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(new Parameter(key, value));
    return new StubCircuit(id, proofSize, List.copyOf(all), assessments, keys);
  }

  /** The same circuit with this value of its parameter {@code num_queries}. */
  public StubCircuit queries(int count) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.set(0, new Parameter("num_queries", Integer.toString(count)));
    return new StubCircuit(id, proofSize, List.copyOf(all), assessments, keys);
  }

  /** A term of {@code bits} bits and 41 hundredths. */
  public static Term term(String name, int bits) {
    return term(name, bits, 0);
  }

  /** A term of {@code bits} bits and 41 hundredths, of which some are ground. */
  public static Term term(String name, int bits, int grindingBits) {
    Rational error = Rational.of(3, 4).times(Rational.powerOfTwo(grindingBits - bits));
    return Term.ground(name, new Constant(error), grindingBits, List.of());
  }

  /** A term with this error. */
  public static Term term(String name, Rational error) {
    return Term.ground(name, new Constant(error), 0, List.of());
  }

  private record Constant(Rational value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value);
    }
  }

  @Override
  public StubCircuit with(CircuitId other) {
    return new StubCircuit(other, proofSize, parameters, assessments, keys);
  }

  @Override
  public Optional<String> excludes(Decoding decoding) {
    return Optional.empty();
  }

  @Override
  public List<Code> codes() {
    return List.of();
  }

  @Override
  public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return Optional.empty();
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    return List.of();
  }
}
