package org.soundcalc.web;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSMapLike;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSString;
import org.teavm.jso.json.JSON;

/** The calculator as the page's worker has it: one function. */
public final class Calculator {
  private Calculator() {}

  /**
   * {@return the answer, {@code {"status": 0, "document": "...", "problems": [...]}}} The status is
   * the program's exit code: 0 done, 1 a defect, 2 bad input. The document is there where there is
   * one, byte for byte what {@code soundcalc COMMAND --format json} prints for the file with these
   * options; of {@code keys} and {@code about}, which are no commands of the program, it is JSON
   * too: the parameters of each circuit with value, type and range, and what there is to choose
   * from; of {@code toml} it is the text with the values of {@code set} written into it. A problem
   * has {@code source}, {@code line}, {@code column}, {@code endColumn}, {@code severity} and
   * {@code message}, places null where it has none.
   *
   * @param request {@code {"command": "estimate", "name": "pico.toml", "text": "...", "regimes":
   *     "udr,jbr", "bounds": "may-2026", "accounting": "soundcalc", "sizes": "soundcalc", "set":
   *     ["riscv.num_queries=70"], "circuit": "riscv"}}; the command is {@code estimate}, {@code
   *     milestones}, {@code levers}, {@code validate}, {@code toml}, {@code keys} or {@code about};
   *     an option that is empty or left out is not given; a circuit has {@code estimate}, {@code
   *     levers} and {@code keys} tell of it alone, beside what they tell of the zkVM
   */
  @JSExport
  public static String run(String request) {
    JSMapLike<JSObject> json = JSON.parse(request).cast();
    List<String> set = new ArrayList<>();
    JSObject settings = json.get("set");
    if (isGiven(settings)) {
      JSArrayReader<JSString> texts = settings.cast();
      for (int i = 0; i < texts.getLength(); i++) {
        set.add(texts.get(i).stringValue());
      }
    }
    return Calculation.answer(
        new Request(
            text(json, "command"),
            text(json, "name"),
            text(json, "text"),
            text(json, "regimes"),
            text(json, "bounds"),
            text(json, "accounting"),
            text(json, "sizes"),
            set,
            text(json, "circuit")));
  }

  private static String text(JSMapLike<JSObject> json, String name) {
    JSObject value = json.get(name);
    return isGiven(value) ? value.<JSString>cast().stringValue() : "";
  }

  private static boolean isGiven(JSObject value) {
    return value != null && !JSObjects.isUndefined(value);
  }

  /**
   * Where the compiler begins; the page calls {@link #run}.
   *
   * @param args none
   */
  public static void main(String[] args) {}
}
