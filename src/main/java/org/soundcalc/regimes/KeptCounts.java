package org.soundcalc.regimes;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.regimes.dkt.Guesses;
import org.soundcalc.regimes.dkt.ReedSolomonCode;

/**
 * What theorems count of the codes that a regime was asked of last: it depends on code, agreement
 * and curve alone, so that circuits that differ in anything else are estimated with the same.
 */
final class KeptCounts {
  private final ExactCounts counts;
  private final Optional<KeptCounts> cheaper;
  private final LastMade<List<Code>, List<OfCode>> last = new LastMade<>(this::ofCodes);

  /** The last search: regimes that begin with it are asked of the same circuit next. */
  private Optional<Found> found = Optional.empty();

  private record Found(Circuit circuit, List<Long> most, AgreementSearch.Best best) {
    /** Whether it is that very circuit: to compare what is in it takes longer. */
    boolean isOf(Circuit other, List<Long> within) {
      return circuit == other && most.equals(within);
    }
  }

  /**
   * Nothing is counted yet.
   *
   * @param counts the theorems that count
   */
  KeptCounts(ExactCounts counts) {
    this(
        counts,
        counts == ExactCounts.JOHNSON
            ? Optional.empty()
            : Optional.of(new KeptCounts(ExactCounts.JOHNSON)));
  }

  /**
   * Nothing is counted yet, but by theorems that cost less.
   *
   * @param counts the theorems that count
   * @param cheaper what the cheaper ones have counted, of whatever codes
   */
  KeptCounts(ExactCounts counts, KeptCounts cheaper) {
    this(counts, Optional.of(cheaper));
  }

  private KeptCounts(ExactCounts counts, Optional<KeptCounts> cheaper) {
    this.counts = counts;
    this.cheaper = cheaper;
  }

  /** The same of theorems that cost less, which show where these are to begin, if any do. */
  Optional<KeptCounts> cheaper() {
    return cheaper;
  }

  /** What is known of each of a circuit's codes. */
  List<OfCode> of(List<Code> codes) {
    List<OfCode> known = last.of(codes);
    known.forEach(OfCode::limit);
    return known;
  }

  /**
   * What the last search found, where it was this one.
   *
   * @param circuit whose agreements are looked for
   * @param most n − A of each code, at most
   */
  Optional<AgreementSearch.Best> found(Circuit circuit, List<Long> most) {
    return found.filter(last -> last.isOf(circuit, most)).map(Found::best);
  }

  /** Keeps what a search found. */
  void keep(Circuit circuit, List<Long> most, AgreementSearch.Best best) {
    found = Optional.of(new Found(circuit, List.copyOf(most), best));
  }

  private List<OfCode> ofCodes(List<Code> codes) {
    return codes.stream().map(code -> new OfCode(code, counts)).toList();
  }

  /** What is known of a code. A race counts the same twice. */
  static final class OfCode {
    /** An estimate asks for some ten agreements of a code, or a hundred. */
    private static final int MOST_AGREEMENTS = 1024;

    /**
     * Of counts and lists together: a sweep that varies the degree of a curve asks for other counts
     * at every step, of the same few agreements. This is a few megabytes.
     */
    static final int MOST_COUNTS = 20_000;

    private final Code code;
    private final ExactCounts counts;
    private final Map<Long, AtAgreement> known = new ConcurrentHashMap<>();

    /** How many counts and lists are kept, at all agreements. */
    private final AtomicInteger kept = new AtomicInteger();

    /** Of the code of dimension 2 that words fold to, by its own agreement: few are told apart. */
    private final Map<Long, Map<Long, Optional<CountedBound>>> ofLines = new ConcurrentHashMap<>();

    /**
     * Nothing is counted yet.
     *
     * @param code of dimension k and length n
     * @param counts the theorems that count
     */
    OfCode(Code code, ExactCounts counts) {
      this.code = code;
      this.counts = counts;
    }

    Code code() {
      return code;
    }

    ExactCounts counts() {
      return counts;
    }

    /** What is known at an agreement A, from k + 1 to n − 1. */
    AtAgreement at(long agreement) {
      AtAgreement at = known.get(agreement);
      if (at == null) {
        at = new AtAgreement(code, counts, agreement, ofLines, kept);
        known.put(agreement, at);
      }
      return at;
    }

    /** How many counts and lists are kept, at all agreements; after a race, a few too many. */
    int kept() {
      return kept.get();
    }

    /** Begins anew where too many agreements, or too many counts at them, were asked for. */
    private void limit() {
      if (known.size() > MOST_AGREEMENTS || kept.get() > MOST_COUNTS) {
        known.clear();
        ofLines.clear();
        kept.set(0);
      }
    }
  }

  /**
   * What is known of a code at an agreement, and of those that its words fold to at the same A/n.
   */
  static final class AtAgreement {
    private final Code code;
    private final ExactCounts counts;
    private final long agreement;
    private final Map<Long, Map<Long, Optional<CountedBound>>> known = new ConcurrentHashMap<>();
    private final Map<Long, Optional<CountedBound>> lists = new ConcurrentHashMap<>();
    private final Map<Long, Map<Long, Optional<CountedBound>>> ofLines;
    private final AtomicInteger kept;

    private AtAgreement(
        Code code,
        ExactCounts counts,
        long agreement,
        Map<Long, Map<Long, Optional<CountedBound>>> ofLines,
        AtomicInteger kept) {
      this.ofLines = ofLines;
      this.kept = kept;
      this.code = code;
      this.counts = counts;
      this.agreement = agreement;
    }

    /**
     * E of the code of a dimension; nothing where no theorem applies.
     *
     * @param dimension a power of two, not above k
     * @param degree ℓ, ≥ 1
     * @param guesses where to look first, whatever they are
     */
    Optional<CountedBound> count(long dimension, long degree, Guesses guesses) {
      Map<Long, Optional<CountedBound>> ofDimension = known.get(dimension);
      if (ofDimension == null) {
        ofDimension =
            dimension == ExactCounts.LINES
                ? ofLines.computeIfAbsent(
                    scaled(dimension).agreement(), any -> new ConcurrentHashMap<>())
                : new ConcurrentHashMap<>();
        known.put(dimension, ofDimension);
      }
      Optional<CountedBound> count = ofDimension.get(degree);
      if (count == null) {
        count = counts.bound(scaled(dimension), degree, code.field(), guesses);
        ofDimension.put(degree, count);
        kept.incrementAndGet();
      }
      return count;
    }

    /** The code of a dimension at the same share of its points: A_i = ⌈A·n_i/n⌉ = ⌈A·k_i/k⌉. */
    private ReedSolomonCode scaled(long dimension) {
      long points = dimension << code.rate().log2Inverse();
      BigInteger floorOfNegative =
          BigInteger.valueOf(-agreement)
              .multiply(BigInteger.valueOf(dimension))
              .shiftRight(code.logDimension());
      return new ReedSolomonCode(points, dimension, -floorOfNegative.longValueExact());
    }

    /** Λ of the code of a dimension at the same A/n; nothing where no theorem applies. */
    Optional<CountedBound> list(long dimension, Guesses guesses) {
      Optional<CountedBound> list = lists.get(dimension);
      return list == null ? list(scaled(dimension), guesses) : list;
    }

    /**
     * Λ of the code of n points at A as it is; nothing where no theorem applies.
     *
     * @param dimension above k and below A
     */
    Optional<CountedBound> openedList(long dimension, Guesses guesses) {
      Optional<CountedBound> list = lists.get(dimension);
      return list == null
          ? list(new ReedSolomonCode(AgreementBounds.length(code), dimension, agreement), guesses)
          : list;
    }

    private Optional<CountedBound> list(ReedSolomonCode of, Guesses guesses) {
      Optional<CountedBound> list = counts.listBound(of, code.field(), guesses);
      lists.put(of.dimension(), list);
      kept.incrementAndGet();
      return list;
    }
  }
}
