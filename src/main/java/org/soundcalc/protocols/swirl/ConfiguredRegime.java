package org.soundcalc.protocols.swirl;

import org.soundcalc.model.Decoding;

/** The one regime that a circuit's configuration is meant for. */
sealed interface ConfiguredRegime {
  /** How far its proximity parameter reaches. */
  Decoding decoding();

  /** As a file spells it. */
  String word();

  /**
   * Its bounds for the codes of rate 2^-{@code logInverseRate}.
   *
   * @param logInverseRate μ ≥ 1
   */
  SwirlCodeBounds at(int logInverseRate);

  /** Unique decoding. */
  record Unique() implements ConfiguredRegime {
    static final String WORD = "unique";

    @Override
    public Decoding decoding() {
      return Decoding.UNIQUE;
    }

    @Override
    public String word() {
      return WORD;
    }

    @Override
    public SwirlCodeBounds at(int logInverseRate) {
      return new UniqueProximity(logInverseRate);
    }
  }

  /**
   * The Johnson bound.
   *
   * @param m the decoder's multiplicity, ≥ 1; it {@linkplain ListProximity#reaches reaches} every
   *     rate of the circuit
   */
  record Johnson(long m) implements ConfiguredRegime {
    static final String WORD = "list";

    @Override
    public Decoding decoding() {
      return Decoding.LIST;
    }

    @Override
    public String word() {
      return WORD;
    }

    @Override
    public SwirlCodeBounds at(int logInverseRate) {
      return new ListProximity(m, logInverseRate);
    }
  }
}
