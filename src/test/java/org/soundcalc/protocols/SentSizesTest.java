package org.soundcalc.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.keys.Key;

/** Proofs as they are sent: each proof system's parts, by hand, and a published record. */
class SentSizesTest {
  /** What ZisK's released final proof is made of: five oracles over the base field, and caps. */
  private static final String ZISK =
      """
      [circuits.proof]
      trees = [
        { columns = 2, degree = 1 }, { columns = 3, degree = 1 }, { columns = 104, degree = 1 },
        { columns = 25, degree = 1 }, { columns = 1, degree = 1 },
      ]
      cap_levels = 6
      opened_values = 145
      """;

  /** Of the first round's trees, and of the words after folds by 8. */
  private static final int[] DEPTHS = {19, 16, 13, 10};

  private static final int HASH_BITS = 256;
  private static final int SAMPLES = 1_000;

  /** The last circuit of a file, with such a table. */
  private static Circuit last(String file, String table) throws Exception {
    String text = Files.readString(Path.of("zkvms", file + ".toml"));
    List<Circuit> circuits = Soundcalc.parse(text + "\n" + table).circuits();
    return circuits.get(circuits.size() - 1);
  }

  private static long worstBytes(Circuit circuit, long queries) {
    Circuit other = with(circuit, "num_queries", queries);
    return other.proofSizeSent().orElseThrow().worstCaseBits().longValueExact() / Byte.SIZE;
  }

  @SuppressWarnings("unchecked") // as the caller says
  private static <T> Circuit with(Circuit circuit, String key, T value) {
    return circuit.keys().stream()
        .filter(k -> k.label().equals(key))
        .map(k -> (Key<Circuit, T>) k)
        .findFirst()
        .orElseThrow()
        .with(circuit, value);
  }

  /** 286,013 bytes at 54 queries, 272,783 at 51: binary trees with caps of 2^6 nodes explain it. */
  @Test
  void aPublishedProofIsExplained() throws Exception {
    Circuit zisk = last("zisk", ZISK);
    long query = (worstBytes(zisk, 54) - worstBytes(zisk, 51)) / 3;
    // 135 columns of 8 bytes, 3 leaves of 8 elements of 24, paths of 5·13 + 10 + 7 + 4 hashes
    assertThat(query).isEqualTo(135 * 8 + 3 * 8 * 24 + 86 * 32).isEqualTo(4408);
    assertThat((286_013 - 272_783) / 3 - query).isEqualTo(2);
    // ZisK sends its last word as all 2^10 values, in place of the 2^10·rho coefficients counted
    long lastWord = (1024 - 64) * 24;
    long rest = 286_013 - worstBytes(zisk, 54) - lastWord;
    assertThat(rest).isBetween(0L, 4096L);
  }

  /**
   * Queries are drawn once: all five trees of the first round open the same 2^19 places, and the
   * words after folds by 8 those places modulo 2^16, 2^13 and 2^10. Hashes that two paths share are
   * sent once, all else is as large as at most.
   */
  @ParameterizedTest
  @ValueSource(longs = {7, 54, 200})
  void theExpectedSizeIsTheMeanOfSampledQueries(long queries) throws Exception {
    ProofSize size = with(last("zisk", ZISK), "num_queries", queries).proofSizeSent().orElseThrow();
    RandomGenerator random = new Well19937c(queries);
    SummaryStatistics saved = new SummaryStatistics();
    for (int sample = 0; sample < SAMPLES; sample++) {
      int[] places =
          IntStream.generate(() -> random.nextInt(1 << DEPTHS[0])).limit(queries).toArray();
      long hashes = 0;
      for (int i = 0; i < DEPTHS.length; i++) {
        hashes += (i == 0 ? 5 : 1) * shared(places, DEPTHS[i]);
      }
      saved.addValue((double) hashes);
    }
    double error = 5 * saved.getStandardDeviation() / Math.sqrt(SAMPLES);
    double expected = size.worstCaseBits().subtract(size.expectedBits()).doubleValue() / HASH_BITS;
    // each level of each tree is rounded up on its own
    int levels = 5 * 13 + 10 + 7 + 4;
    assertThat(expected).isBetween(saved.getMean() - error - levels, saved.getMean() + error);
  }

  /** Hashes of separate paths up to a cap of 2^6 nodes that one path for all does without. */
  private static long shared(int[] places, int depth) {
    Set<Integer> nodes = new HashSet<>();
    for (int place : places) {
      nodes.add(place & ((1 << depth) - 1));
    }
    long sent = 0;
    for (int level = depth; level > 6; level--) {
      Set<Integer> parents = new HashSet<>();
      nodes.forEach(node -> parents.add(node / 2));
      sent += 2L * parents.size() - nodes.size();
      nodes = parents;
    }
    return (long) places.length * (depth - 6) - sent;
  }

  /**
   * Three trees of 2^14, 2^13 and 2^12 leaves, 16 nonces: 1 of batching, 12 of folds, 3 of queries.
   */
  @Test
  void whirIsSentWithItsSumchecksAndAnswers() throws Exception {
    Circuit whir =
        last(
            "dummy_whir",
            "[circuits.proof]\ncap_levels = 3\ntrees = [{ columns = 100, degree = 1 }]\n");
    Field field = whir.id().field();
    long element = field.extensionBits();
    long hash = whir.id().hashBits();
    long openings =
        55 * (16 * 100L * field.baseBits() + 11 * hash)
            + 31 * (16 * element + 10 * hash)
            + 22 * (16 * element + 9 * hash);
    long words = (2 + 4 + 12 * 3 + 2 * 100) * element;
    assertThat(whir.proofSizeSent().orElseThrow().worstCaseBits())
        .isEqualTo(openings + words + 3 * 8 * hash + 16 * 64);
  }

  /** 254 values of the trace, three nonces, and in 21 trees hashes beside leaves of 248 bits. */
  @Test
  void jaggedSendsTheValuesOfItsTrace() throws Exception {
    Circuit ziren = last("ziren", "[circuits.proof]\n");
    BigInteger more =
        ziren
            .proofSizeSent()
            .orElseThrow()
            .worstCaseBits()
            .subtract(ziren.proofSize().worstCaseBits());
    assertThat(more).isEqualTo(254 * 124 + 3 * 64 + 94 * 21 * (254 - 248));
  }

  static Stream<String> files() {
    return Stream.of("zisk", "dummy_whir", "dummy_stir", "sp1", "ziren");
  }

  /** Left out, all keys stand for one tree of all functions over the extension field. */
  @ParameterizedTest
  @MethodSource("files")
  void partsAddUpAndAnEmptyTableAddsValuesAndNonces(String file) throws Exception {
    Circuit circuit = last(file, "[circuits.proof]\n");
    assertThat(SizePart.sum(circuit.sentParts())).isEqualTo(circuit.proofSizeSent().orElseThrow());
    for (SizePart part : circuit.sentParts()) {
      assertThat(Certified.ceil(part.expected())).isEqualTo(part.bits().expectedBits());
      assertThat(Certified.ceil(part.worst())).isEqualTo(part.bits().worstCaseBits());
    }
    assertThat(circuit.sentParts())
        .extracting(SizePart::name)
        .contains("Merkle roots", "opened values");
    assertThat(circuit.proofSizeSent().orElseThrow().worstCaseBits())
        .isGreaterThan(circuit.proofSize().worstCaseBits());
  }

  /** One element of the field is 192 bits, one hash 256, one nonce 64. */
  @Test
  void eachKeyMovesWhatItSays() throws Exception {
    Circuit zisk = last("zisk", ZISK);
    BigInteger now = zisk.proofSizeSent().orElseThrow().worstCaseBits();
    assertThat(moved(zisk, now, "proof.nonce_bits", 0L)).isEqualTo(-64);
    assertThat(moved(zisk, now, "proof.root_hashes", 2L)).isEqualTo(8 * 64 * 256);
    assertThat(moved(zisk, now, "proof.opened_values", Optional.of(146L))).isEqualTo(192);
    assertThat(moved(zisk, now, "proof.cap_levels", 7L)).isEqualTo(8 * (64 - 54) * 256);
  }

  private static <T> long moved(Circuit circuit, BigInteger from, String key, T value) {
    Circuit other = with(circuit, key, value);
    return other.proofSizeSent().orElseThrow().worstCaseBits().subtract(from).longValueExact();
  }

  @Test
  void aFormatThatFitsNotItsTreesIsRefused() throws Exception {
    Circuit zisk = last("zisk", ZISK);
    assertThatThrownBy(() -> with(zisk, "proof.cap_levels", 20L))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("must be at most 19, the depth of the first round's trees");
  }

  /** Soundcalc's decides, unless the other is asked for; without a table there is only one. */
  @Test
  void theSizeThatDecidesIsTheOneAskedFor() throws Exception {
    Circuit zisk = last("zisk", ZISK);
    ProofSize sent = zisk.proofSizeSent().orElseThrow();
    assertThat(zisk.decidingSize()).isEqualTo(zisk.proofSize()).isNotEqualTo(sent);
    assertThat(zisk.sized(Sizes.SENT).decidingSize()).isEqualTo(sent);
    Circuit changed = with(zisk.sized(Sizes.SENT), "num_queries", 53L);
    assertThat(changed.decidingSize()).isEqualTo(changed.proofSizeSent().orElseThrow());
    Circuit plain = last("zisk", "");
    assertThat(plain.sized(Sizes.SENT)).isSameAs(plain);
    assertThat(plain.proofSizeSent()).isEmpty();
  }
}
