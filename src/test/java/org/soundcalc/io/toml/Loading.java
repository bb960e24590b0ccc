package org.soundcalc.io.toml;

import java.util.List;
import java.util.stream.Stream;

/** Loads texts with the test's proof systems. */
final class Loading {
  /** What every sound file of these tests starts with; seven lines. */
  static final String ZKEVM =
      """
      [zkevm]
      name = "Test"
      field = "Goldilocks^3"
      hash_size_bits = 256
      protocol_family = "TEST"

      [[circuits]]
      """;

  /** A circuit without a fault; three lines, from line 8. */
  static final String CIRCUIT =
      """
      name = "riscv"
      num_queries = 10
      fri_folding_factors = [2, 4]
      """;

  private static final ZkvmLoader LOADER =
      new ZkvmLoader(List.of(new TestFamily(), new TestFamily.Other()));

  private Loading() {}

  static Loaded load(String toml, String... settings) {
    return load(toml.getBytes(java.nio.charset.StandardCharsets.UTF_8), settings);
  }

  static Loaded load(byte[] toml, String... settings) {
    List<Setting> parsed =
        Stream.of(settings).map(Setting::parse).map(java.util.Optional::orElseThrow).toList();
    return LOADER.load(SourceFile.of("t.toml", toml), parsed);
  }

  /** What is printed, diagnostic by diagnostic. */
  static List<String> report(String toml, String... settings) {
    return texts(load(toml, settings));
  }

  static List<String> texts(Loaded loaded) {
    return loaded.diagnostics().stream().map(Diagnostic::text).toList();
  }

  static List<String> headers(Loaded loaded) {
    return loaded.diagnostics().stream().map(Diagnostic::header).toList();
  }

  static TestFamily.TestCircuit circuit(Loaded loaded, int index) {
    return (TestFamily.TestCircuit) loaded.zkvm().orElseThrow().zkvm().circuits().get(index);
  }
}
