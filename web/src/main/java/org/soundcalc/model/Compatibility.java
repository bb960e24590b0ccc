package org.soundcalc.model;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSString;

/** The program's class of this name, by the browser's own tables. */
public final class Compatibility {
  private Compatibility() {}

  /** What the library has not of JavaScript's strings. */
  private interface Normalizable extends JSObject {
    JSString normalize(String form);
  }

  /**
   * {@return the form NFKD, with accents apart from their letters}
   *
   * @param text any
   */
  public static String decomposed(String text) {
    return string(text).normalize("NFKD").stringValue();
  }

  /**
   * {@return the form NFKC}
   *
   * @param text any
   */
  public static String composed(String text) {
    return string(text).normalize("NFKC").stringValue();
  }

  private static Normalizable string(String text) {
    return JSString.valueOf(text).cast();
  }
}
