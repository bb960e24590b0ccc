package org.soundcalc.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Field;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.fri.FriCosts;

/** What proofs cost, against the formulas by hand. */
class CostsTest {
  private static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file)).circuits().stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Costs costs(String file, String name) {
    Circuit circuit = circuit(file, name);
    return circuit.costs(Costs.usualHashRate(circuit.id().field())).orElseThrow();
  }

  private static Costs costs(
      long multiplications, long permutations, long grinding, long bytes, long hashes, long mul) {
    return new Costs(
        BigInteger.valueOf(multiplications),
        BigInteger.valueOf(permutations),
        BigInteger.valueOf(grinding),
        BigInteger.valueOf(bytes),
        BigInteger.valueOf(hashes),
        BigInteger.valueOf(mul));
  }

  /** 2^15 rows of 145 columns at rate 1/16, over Goldilocks^3, folded by 8 three times. */
  @Test
  void fri() {
    long rows = 1L << 15;
    long domain = 1L << 19;
    long[] folded = {1L << 16, 1L << 13, 1L << 10};
    long leaves = folded[0] + folded[1] + folded[2];
    // 145 elements of 64 bits take 19 permutations of 512 bits, and 8 of 192 bits take 3
    long functions = 145 * (rows * 15 + domain * 19) / 2 + domain * 145 * 3;
    assertThat(costs("zisk.toml", "Final_Compressed"))
        .isEqualTo(
            costs(
                functions + 2 * 9 * (domain - folded[2]),
                domain * 20 + leaves * 4,
                1L << 22,
                domain * 145 * 8 + leaves * 8 * 24,
                54 * (19 + 19 + (3 + 16) + (3 + 13) + (3 + 10)) + 64 * 192 / 512,
                54 * (145 + 3 * 2 * 7 + 64)));
  }

  /** Iterations of 2^14, 2^10 and 2^6 coefficients, in domains of 2^18, 2^17 and 2^16 points. */
  @Test
  void whir() {
    long multiplications =
        164 * ((1 << 14) * 14 + (1 << 18) * 18) / 2
            + 3 * (1 << 17) * 17 / 2
            + 3 * (1 << 16) * 16 / 2
            + 9 * ((1 << 14) * 4 + (1 << 10) * (4 + 1 + 55) + (1 << 6) * (4 + 1 + 31));
    // leaves of 16·164 base elements, then of 16 elements of 192 bits
    long permutations = (1 << 14) * (328 + 1) + (1 << 13) * (6 + 1) + (1 << 12) * (6 + 1);
    long bytes = (1L << 18) * 164 * 8 + ((1 << 17) + (1 << 16)) * 24;
    assertThat(costs("dummy_whir.toml", "embed"))
        .isEqualTo(
            costs(
                multiplications,
                permutations,
                11_817_216,
                bytes,
                55 * (328 + 14) + 31 * (6 + 13) + 22 * (6 + 12) + 2,
                55 * 16 * 165 + (31 + 22) * 16 + 3 * 16 + (55 + 1) * 10 + (31 + 1) * 6 + 4));
  }

  /** Domains of 2^20, 2^19, 2^18 and 2^17 leaves; quotients by 56, 32 and 23 points. */
  @Test
  void stir() {
    Costs costs = costs("dummy_stir.toml", "main");
    assertThat(costs.verifierPermutations())
        .isEqualTo(55 * (400 + 20) + 31 * (6 + 19) + 22 * (6 + 18) + 17 * (6 + 17) + 6);
    assertThat(costs.verifierMultiplications())
        .isEqualTo(55 * 16 * 201 + (31 + 22 + 17) * 16 + 56 * 56 + 32 * 32 + 23 * 23 + 16);
    assertThat(costs.proverPermutations())
        .isEqualTo((1L << 20) * 401 + ((1 << 19) + (1 << 18) + (1 << 17)) * 7);
  }

  /** FRI over 128 dense polynomials of 2^18 values, and sumchecks of 25 and of 52 variables. */
  @Test
  void jagged() {
    Costs costs = costs("sp1.toml", "shrink");
    assertThat(costs.verifierMultiplications()).isEqualTo(94 * (128 + 18 * 2 + 1) + 2 * (25 + 52));
    assertThat(costs.proverMultiplications())
        .isEqualTo(
            128L * ((1L << 18) * 18 + (1L << 21) * 21) / 2
                + (1L << 21) * 128 * 4
                + 2 * 16 * ((1L << 21) - (1 << 3))
                + 6 * 16 * (1L << 25));
  }

  /** 18 stacked columns of 2^20 values, three rounds of four folds. */
  @Test
  void swirl() {
    Costs costs = costs("openvm2.toml", "root");
    assertThat(costs.verifierPermutations())
        .isEqualTo(57 * (36 + 20) + 28 * (8 + 19) + 19 * (8 + 18) + 128);
    assertThat(costs.verifierMultiplications())
        .isEqualTo(57 * 16 * 19 + (28 + 19) * 16 + 3 * 12 + 58 * 16 + 29 * 12 + 256);
  }

  /** A hash that absorbs more takes fewer permutations, and nothing else changes. */
  @Test
  void theHashCountsItsPermutations() {
    Circuit circuit = circuit("zisk.toml", "Final_Compressed");
    Costs usual = circuit.costs(512).orElseThrow();
    Costs keccak = circuit.costs(1088).orElseThrow();
    // 9 permutations for a row, 2 for a coset, and an inner node for each
    assertThat(keccak.proverPermutations()).isEqualTo((1L << 19) * 10 + 74_752 * 3);
    assertThat(keccak.verifierPermutations())
        .isEqualTo(54 * (9 + 19 + (2 + 16) + (2 + 13) + (2 + 10)) + 12);
    assertThat(keccak.proverMultiplications()).isEqualTo(usual.proverMultiplications());
    assertThat(keccak.memoryBytes()).isEqualTo(usual.memoryBytes());
  }

  /** Pico: 4096 + 4096 + 4095 + 1 + 1 proofs, the last of which is verified. */
  @Test
  void aZkvmMakesAllProofsOfItsTree() {
    Zkvm pico = Soundcalc.read(Path.of("zkvms/pico.toml"));
    Costs all = pico.costs(circuit -> 248).orElseThrow();
    long[] proofs = {4096, 4096, 4095, 1, 1};
    BigInteger permutations = BigInteger.ZERO;
    BigInteger memory = BigInteger.ZERO;
    for (int i = 0; i < proofs.length; i++) {
      Costs each = pico.circuits().get(i).costs(248).orElseThrow();
      permutations =
          permutations.add(each.proverPermutations().multiply(BigInteger.valueOf(proofs[i])));
      memory = memory.max(each.memoryBytes());
    }
    assertThat(all.proverPermutations()).isEqualTo(permutations);
    assertThat(all.memoryBytes()).isEqualTo(memory);
    assertThat(all.verifierPermutations())
        .isEqualTo(costs("pico.toml", "embed").verifierPermutations());
    Zkvm whir = Soundcalc.read(Path.of("zkvms/dummy_whir.toml"));
    assertThat(whir.costs(circuit -> 512).orElseThrow().grinding())
        .isEqualTo(
            whir.circuits().stream()
                .map(circuit -> circuit.costs(512).orElseThrow().grinding())
                .reduce(BigInteger.ZERO, BigInteger::add));
  }

  /** Schedules are compared part by part: two folds by 8 in place of three, to 512 coefficients. */
  @Test
  void aScheduleIsTheSumOfItsParts() {
    Circuit circuit = circuit("zisk.toml", "Final_Compressed");
    FriCosts fri = new FriCosts(Field.parse("Goldilocks^3").orElseThrow(), 54, 512);
    List<CostPart> parts =
        List.of(
            fri.functions(145, 15, 19),
            fri.fold("fold 1", 8, 16),
            fri.fold("fold 2", 8, 13),
            fri.lastWord(9));
    Costs shorter = Costs.of(parts, List.of());
    Costs today = circuit.costs(512).orElseThrow();
    assertThat(shorter.verifierPermutations()).isEqualTo(4134);
    assertThat(shorter.verifierMultiplications()).isEqualTo(36_990);
    assertThat(today.verifierPermutations()).isEqualTo(4668);
    assertThat(today.verifierMultiplications()).isEqualTo(13_554);
  }

  /** The most proof-of-work at every site is a number like any other. */
  @Test
  void proofOfWorkOf128BitsIsCounted() {
    Circuit circuit = circuit("zisk.toml", "Final_Compressed");
    Circuit ground =
        circuit.keys().stream()
            .filter(key -> key.name().equals("grinding_query_phase"))
            .map(key -> ground(circuit, key))
            .findFirst()
            .orElseThrow();
    assertThat(ground.costs(512).orElseThrow().grinding()).isEqualTo(BigInteger.ONE.shiftLeft(128));
  }

  @SuppressWarnings("unchecked") // proof-of-work is an integer
  private static Circuit ground(Circuit circuit, Key<Circuit, ?> key) {
    return ((Key<Circuit, Long>) key).with(circuit, 128L);
  }
}
