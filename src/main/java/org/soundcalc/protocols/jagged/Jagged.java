package org.soundcalc.protocols.jagged;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.code.CommittedCode;
import org.soundcalc.protocols.fri.Fri;
import org.soundcalc.protocols.lookup.Lookup;

/**
 * A circuit whose trace is packed into dense polynomials and committed to with FRI [Jagged]; under
 * unique decoding only.
 *
 * @param id name, field and hash
 * @param dense FRI over the dense polynomials
 * @param trace what is packed
 * @param lookups the lookup arguments
 * @param parameters every parameter, for a reader
 */
record Jagged(
    CircuitId id, Fri dense, Trace trace, List<Lookup> lookups, List<Parameter> parameters)
    implements Circuit {
  private static final String REDUCTION = "reduce to dense PCS";
  private static final String ZEROCHECK = "zerocheck";
  private static final List<Citation> REDUCTION_SOURCES = List.of(new Citation(Paper.JAGGED, ""));
  private static final List<Citation> ZEROCHECK_SOURCES =
      List.of(new Citation(Paper.GRUEN24, "App. A.2"));

  /** The one kind of regime that the paper has errors for. */
  static final Set<Decoding> DECODINGS = Set.of(Decoding.UNIQUE);

  /** The degree of both sumchecks of the reduction. */
  private static final int SUMCHECK_DEGREE = 2;

  /** The names that no lookup may bear. */
  static Set<String> termNames(Fri dense) {
    Set<String> names = new HashSet<>(dense.termNames());
    names.addAll(Set.of(REDUCTION, ZEROCHECK, Term.TOTAL));
    return names;
  }

  @Override
  public Optional<String> excludes(Decoding decoding) {
    return DECODINGS.contains(decoding)
        ? Optional.empty()
        : Optional.of("is not defined for JAGGED (UDR only)");
  }

  @Override
  public List<Code> codes() {
    return List.of(new Code(id.field(), dense.rate(), Optional.empty()));
  }

  @Override
  public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return Optional.empty();
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    List<Term> terms = new ArrayList<>(dense.terms(id.field(), bounds));
    terms.add(
        Term.ground(
            REDUCTION,
            new DenseReductionError(trace.columnVariables(), denseVariables(), id.field()),
            0,
            REDUCTION_SOURCES));
    terms.add(Term.ground(ZEROCHECK, new ZerocheckError(trace, id.field()), 0, ZEROCHECK_SOURCES));
    CommittedCode list = CommittedCode.of(codes().get(0), dense.dimension(), bounds.get(0));
    lookups.forEach(lookup -> lookup.term(id.field(), list).ifPresent(terms::add));
    return terms;
  }

  @Override
  public Circuit under(Accounting counting) {
    List<Lookup> counted = lookups.stream().map(lookup -> lookup.under(counting)).toList();
    return new Jagged(id, dense, trace, counted, parameters);
  }

  /** λ, the variables of the dense polynomials together. */
  private int denseVariables() {
    return Batching.ceilLog2(dense.length()) + Batching.ceilLog2(dense.batchSize());
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(dense.grindingSites());
    lookups.forEach(lookup -> sites.add(lookup.grindingSite()));
    return sites;
  }

  @Override
  public Circuit withoutGrinding() {
    List<Lookup> bare = lookups.stream().map(Lookup::withoutGrinding).toList();
    return new Jagged(id, dense.withoutGrinding(), trace, bare, parameters);
  }

  @Override
  public ProofSize proofSize() {
    int variables = denseVariables();
    return dense.size(id).plus(sumcheck(variables)).plus(sumcheck(2 * variables + 2)).whole();
  }

  /** v(d + 2) + 2 elements: a sumcheck of degree d over v variables, with its claims. */
  private ProofSize sumcheck(int variables) {
    long elements = variables * (SUMCHECK_DEGREE + 2L) + 2;
    return ProofSize.exactly(
        BigInteger.valueOf(elements).multiply(BigInteger.valueOf(id.field().extensionBits())));
  }
}
