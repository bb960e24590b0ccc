package org.soundcalc.io.report;

import java.util.List;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.estimate.ZkvmReport;
import org.soundcalc.io.gate.Places;

/**
 * What a report is made from: a zkVM that was estimated.
 *
 * @param report its figures
 * @param comparison its figures under every regime
 * @param ofFile what its file says beyond what is modelled
 * @param places where its file has its keys
 * @param file the lines of its file
 * @param certificate its figures as statements to be checked
 */
public record ReportInput(
    ZkvmReport report,
    Comparison comparison,
    List<CircuitCaveat> ofFile,
    Places places,
    List<String> file,
    Rendering certificate) {}
