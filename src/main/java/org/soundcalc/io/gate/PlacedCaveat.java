package org.soundcalc.io.gate;

import java.util.List;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.toml.Region;

/**
 * What a verdict does not cover, with its place in the file.
 *
 * @param caveat what is taken for granted
 * @param region the key that causes it; else the header of its circuit, or of the last
 */
public record PlacedCaveat(CircuitCaveat caveat, Region region) {
  /**
   * Finds its place.
   *
   * @param caveat what is taken for granted
   * @param zkvm of which
   * @param places where its file has its keys
   * @return the caveat with its place
   */
  public static PlacedCaveat of(CircuitCaveat caveat, ZkvmEstimate zkvm, Places places) {
    List<String> names = zkvm.circuits().stream().map(CircuitEstimate::name).toList();
    int index = caveat.circuit().map(names::indexOf).orElse(names.size() - 1);
    return new PlacedCaveat(caveat, places.of(index, caveat.caveat().path()));
  }

  /** {@return the object that it is in every JSON document of this program} */
  public JsonObject json() {
    return new JsonObject()
        .put("kind", caveat.caveat().kind().word())
        .put("circuit", caveat.circuit())
        .put("message", caveat.caveat().message())
        .put("line", region.line())
        .put("column", region.column());
  }
}
