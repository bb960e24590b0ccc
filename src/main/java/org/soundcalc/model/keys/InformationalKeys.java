package org.soundcalc.model.keys;

import java.util.List;

/** Keys by which teams note what no formula reads, whatever the proof system. */
public final class InformationalKeys {
  /** Columns of the trace. */
  public static final Key<?, Long> NUM_COLUMNS =
      Key.informational("num_columns", IntegerType.POSITIVE, "Number of columns of the trace.");

  /** Preprocessed columns. */
  public static final Key<?, Long> NUM_COLUMNS_FIXED =
      Key.informational("num_columns_fixed", IntegerType.COUNT, "Number of preprocessed columns.");

  /** Witness columns. */
  public static final Key<?, Long> NUM_COLUMNS_WITNESS =
      Key.informational("num_columns_witness", IntegerType.COUNT, "Number of witness columns.");

  /** The team's own grouping. */
  public static final Key<?, String> GROUP =
      Key.informational("group", new TextType(), "A label that groups circuits.");

  /** Opening points under another name. */
  public static final Key<?, Long> MAX_COMBO =
      Key.informational("max_combo", IntegerType.COUNT, "Another name for opening_points.");

  /** Whether the team counts on unique decoding only. */
  public static final Key<?, Boolean> UDR_ONLY =
      Key.informational(
          "udr_only", new BooleanType(), "Whether the team analyses unique decoding only.");

  /** Whether constraints are checked by a multilinear zerocheck. */
  public static final Key<?, Boolean> MULTILINEAR_ZEROCHECK =
      Key.informational(
          "multilinear_zerocheck",
          new BooleanType(),
          "Whether constraints are checked by a multilinear zerocheck.");

  private InformationalKeys() {}

  /** {@return all of them} */
  public static List<Key<?, ?>> all() {
    return List.of(
        NUM_COLUMNS,
        NUM_COLUMNS_FIXED,
        NUM_COLUMNS_WITNESS,
        GROUP,
        MAX_COMBO,
        UDR_ONLY,
        MULTILINEAR_ZEROCHECK);
  }
}
