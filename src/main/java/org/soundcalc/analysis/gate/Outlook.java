package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;

/**
 * What a zkVM needs that misses bits or the size of the final proof: of each circuit that must
 * change, one change.
 *
 * @param changes one of each circuit that some change lifts, in the zkVM's order; where nothing
 *     keeps the limit of the final proof, what gives the bits alone
 * @param size how near the final proof came to its limit, where nothing was found that keeps it
 * @param lacking circuits that nothing was found to lift
 * @param others what it misses beside these, which the changes need not mend
 */
public record Outlook(
    List<Finding.OfCircuit> changes,
    Optional<SizeRemedy> size,
    List<Finding.Shortfall> lacking,
    List<Finding> others) {

  /** {@return whether the zkVM passes with the changes} */
  public boolean isFound() {
    return size.isEmpty() && lacking.isEmpty();
  }

  /**
   * {@return what it needs; nothing where it passes, misses neither of the two, or has no figure}
   *
   * @param verdict a zkVM's
   */
  public static Optional<Outlook> of(Verdict verdict) {
    List<Finding> missed = verdict.findings().stream().filter(f -> !f.passed()).toList();
    return missed.stream().noneMatch(Outlook::isOfChanges)
            || first(missed, Finding.Size.class).filter(s -> s.remedies().isEmpty()).isPresent()
        ? Optional.empty()
        : Optional.of(of(verdict, missed));
  }

  private static boolean isOfChanges(Finding finding) {
    return finding instanceof Finding.Bits || finding instanceof Finding.Size;
  }

  private static Outlook of(Verdict verdict, List<Finding> missed) {
    List<Circuit> circuits = verdict.estimate().zkvm().circuits();
    int last = circuits.size() - 1;
    Optional<Finding.Size> size = first(missed, Finding.Size.class);
    List<Finding.Shortfall> shortfalls =
        first(missed, Finding.Bits.class).map(Finding.Bits::shortfalls).orElse(List.of());
    boolean areAsked =
        size.isEmpty() && shortfalls.stream().allMatch(s -> asks(s).findFirst().isPresent());
    List<Finding.OfCircuit> changes = new ArrayList<>();
    List<Finding.Shortfall> lacking = new ArrayList<>();
    Optional<SizeRemedy> tooLarge = size.flatMap(s -> s.remedies().stream().findFirst());
    for (Finding.Shortfall shortfall : shortfalls) {
      boolean isFinal = shortfall.index() == last;
      if (isFinal && !areAsked) {
        tooLarge = tooLarge.or(shortfall::within);
      }
      if (!isFinal || tooLarge.flatMap(SizeRemedy::remedy).isEmpty()) {
        remedy(shortfall, areAsked, tooLarge.isPresent())
            .ifPresentOrElse(
                remedy -> changes.add(of(circuits, shortfall.index(), remedy)),
                () -> lacking.add(shortfall));
      }
    }
    tooLarge
        .flatMap(SizeRemedy::remedy)
        .ifPresent(remedy -> changes.add(of(circuits, last, remedy)));
    return new Outlook(
        List.copyOf(changes),
        tooLarge.filter(its -> its.remedy().isEmpty()),
        List.copyOf(lacking),
        missed.stream().filter(finding -> !isOfChanges(finding)).toList());
  }

  /** The first of those that leave the protocol as it is, if that is wanted, or of the others. */
  private static Optional<Remedy> remedy(
      Finding.Shortfall shortfall, boolean isAsked, boolean isTooLarge) {
    return isAsked
        ? asks(shortfall).findFirst()
        : shortfall.remedies().stream()
            .filter(remedy -> !(remedy instanceof Remedy.Ask))
            .filter(remedy -> isTooLarge || !SizeRemedies.isBreaking(remedy))
            .findFirst();
  }

  private static Stream<Remedy> asks(Finding.Shortfall shortfall) {
    return shortfall.remedies().stream().filter(Remedy.Ask.class::isInstance);
  }

  private static Finding.OfCircuit of(List<Circuit> circuits, int index, Remedy remedy) {
    return new Finding.OfCircuit(circuits.get(index).id().name(), index, remedy);
  }

  private static <T extends Finding> Optional<T> first(List<Finding> findings, Class<T> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
