package org.soundcalc.io.certificate;

import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.toml.AppliedSetting;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BoundSet;

/**
 * What is to be certified.
 *
 * @param version of this program
 * @param accounting how errors were counted
 * @param bounds the theorems that count
 * @param zkvms each with its file
 */
public record CertificateReport(
    String version, Accounting accounting, BoundSet bounds, List<OfFile> zkvms) {
  /**
   * A zkVM with its file.
   *
   * @param source the file's name
   * @param sha256 of the file's bytes, in hexadecimal
   * @param settings what the command line set in it
   * @param warnings what a reader of its figures must know, a sentence each
   * @param standIns of each circuit the keys that were read in place of missing ones, by their
   *     names
   * @param estimate its figures
   */
  public record OfFile(
      String source,
      String sha256,
      List<AppliedSetting> settings,
      List<String> warnings,
      List<Map<String, String>> standIns,
      ZkvmEstimate estimate) {}
}
