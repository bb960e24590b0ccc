package org.soundcalc.io.document;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts for LaTeX: nothing in them is a command, and pdflatex has a glyph for all of it. */
final class LatexText {
  private static final int FIRST_BEYOND_ASCII = 0x80;

  /** Two of these in a row would be one other character. */
  private static final String LIGATURES = "-,':";

  private static final Map<Integer, String> WRITTEN = new HashMap<>();

  /** Combining accents, by the command that sets one on the letter after it. */
  private static final Map<Integer, String> ACCENTS =
      Map.ofEntries(
          Map.entry(0x300, "\\`"),
          Map.entry(0x301, "\\'"),
          Map.entry(0x302, "\\^"),
          Map.entry(0x303, "\\~"),
          Map.entry(0x304, "\\="),
          Map.entry(0x306, "\\u"),
          Map.entry(0x307, "\\."),
          Map.entry(0x308, "\\\""),
          Map.entry(0x30A, "\\r"),
          Map.entry(0x30B, "\\H"),
          Map.entry(0x30C, "\\v"),
          Map.entry(0x327, "\\c"));

  static {
    String[] commands = {
      "\\",
      "\\textbackslash{}",
      "{",
      "\\{",
      "}",
      "\\}",
      "%",
      "\\%",
      "$",
      "\\$",
      "&",
      "\\&",
      "#",
      "\\#",
      "_",
      "\\_\\allowbreak{}",
      "^",
      "\\textasciicircum{}",
      "~",
      "\\textasciitilde{}",
      "<",
      "\\textless{}",
      ">",
      "\\textgreater{}",
      "|",
      "\\textbar{}",
      "\"",
      "''{}",
      "`",
      "\\textasciigrave{}",
      "[",
      "{[}",
      "]",
      "{]}",
      "*",
      "{*}",
      "/",
      "/\\allowbreak{}",
      "\t",
      " ",
      "–",
      "--",
      "—",
      "---",
      "…",
      "\\dots{}",
      "‘",
      "`{}",
      "’",
      "'{}",
      "“",
      "``{}",
      "”",
      "''{}",
      "§",
      "\\S{}",
      "ß",
      "\\ss{}",
      "ø",
      "\\o{}",
      "Ø",
      "\\O{}",
      "æ",
      "\\ae{}",
      "Æ",
      "\\AE{}",
      "ł",
      "\\l{}",
      "Ł",
      "\\L{}",
      "ı",
      "\\i{}"
    };
    for (int i = 0; i < commands.length; i += 2) {
      WRITTEN.put(commands[i].codePointAt(0), commands[i + 1]);
    }
    String[] symbols = {
      "√",
      "\\surd",
      "≤",
      "\\le",
      "≥",
      "\\ge",
      "≠",
      "\\ne",
      "≈",
      "\\approx",
      "·",
      "\\cdot",
      "×",
      "\\times",
      "±",
      "\\pm",
      "−",
      "-",
      "→",
      "\\to",
      "←",
      "\\leftarrow",
      "↔",
      "\\leftrightarrow",
      "∞",
      "\\infty",
      "∈",
      "\\in",
      "∑",
      "\\sum",
      "⌈",
      "\\lceil",
      "⌉",
      "\\rceil",
      "⌊",
      "\\lfloor",
      "⌋",
      "\\rfloor",
      "∪",
      "\\cup",
      "∩",
      "\\cap",
      "½",
      "\\frac{1}{2}",
      "ℓ",
      "\\ell",
      "⁺",
      "{}^{+}",
      "⁻",
      "{}^{-}",
      "ϵ",
      "\\epsilon",
      "ο",
      "o"
    };
    for (int i = 0; i < symbols.length; i += 2) {
      WRITTEN.put(symbols[i].codePointAt(0), math(symbols[i + 1]));
    }
    addGreek();
    String superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    for (int digit = 0; digit < superscripts.length(); digit++) {
      WRITTEN.put((int) superscripts.charAt(digit), math("{}^{" + digit + "}"));
      WRITTEN.put(0x2080 + digit, math("{}_{" + digit + "}"));
    }
  }

  private LatexText() {}

  private static String math(String command) {
    return "\\ensuremath{" + command + "}";
  }

  private static void addGreek() {
    String[] letters = {
      "α",
      "alpha",
      "β",
      "beta",
      "γ",
      "gamma",
      "δ",
      "delta",
      "ε",
      "varepsilon",
      "ζ",
      "zeta",
      "η",
      "eta",
      "θ",
      "theta",
      "ι",
      "iota",
      "κ",
      "kappa",
      "λ",
      "lambda",
      "μ",
      "mu",
      "µ",
      "mu",
      "ν",
      "nu",
      "ξ",
      "xi",
      "π",
      "pi",
      "ρ",
      "rho",
      "σ",
      "sigma",
      "τ",
      "tau",
      "υ",
      "upsilon",
      "φ",
      "varphi",
      "χ",
      "chi",
      "ψ",
      "psi",
      "ω",
      "omega",
      "Γ",
      "Gamma",
      "Δ",
      "Delta",
      "Θ",
      "Theta",
      "Λ",
      "Lambda",
      "Ξ",
      "Xi",
      "Π",
      "Pi",
      "Σ",
      "Sigma",
      "Φ",
      "Phi",
      "Ψ",
      "Psi",
      "Ω",
      "Omega"
    };
    for (int i = 0; i < letters.length; i += 2) {
      WRITTEN.put((int) letters[i].charAt(0), math("\\" + letters[i + 1]));
    }
  }

  /** A number or a name with an exponent, such as {@code 2^-53.78}; a letter with an index. */
  private static final Pattern RAISED_OR_LOWERED =
      Pattern.compile(
          "(?<=[A-Za-z0-9])\\^(?<exponent>-?[0-9]+(?:\\.[0-9]+)?|-?λ)(?![A-Za-z0-9])"
              + "|(?<=(?<![A-Za-z0-9_])[Nε])_(?<index>[A-Z])(?![A-Za-z0-9_])");

  /**
   * Takes the meaning in LaTeX away from a text. Exponents are raised.
   *
   * @param text the text
   * @return the same on one line; what pdflatex has no glyph for by its code point, {@code U+4E2D}
   */
  static String escape(String text) {
    String line = Visible.of(text.replace('\n', ' '));
    StringBuilder written = new StringBuilder();
    int end = 0;
    for (Matcher found = RAISED_OR_LOWERED.matcher(line); found.find(); end = found.end()) {
      written.append(plain(line.substring(end, found.start())));
      String exponent = found.group("exponent");
      written.append(
          exponent == null
              ? math("{}_{" + found.group("index") + "}")
              : math("{}^{" + exponent.replace("λ", "\\lambda") + "}"));
    }
    return written.append(plain(line.substring(end))).toString();
  }

  private static String plain(String text) {
    StringBuilder written = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      written.append(escape(points[i]));
      boolean isTwice = i + 1 < points.length && points[i + 1] == points[i];
      if (isTwice && LIGATURES.indexOf(points[i]) >= 0) {
        written.append("{}");
      }
    }
    return written.toString();
  }

  private static String escape(int point) {
    String known = WRITTEN.get(point);
    if (known != null) {
      return known;
    }
    return point < FIRST_BEYOND_ASCII ? Character.toString(point) : accented(point);
  }

  private static String accented(int point) {
    String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
    if (parts.length() == 2
        && Character.isLetter(parts.charAt(0))
        && parts.charAt(0) < FIRST_BEYOND_ASCII
        && ACCENTS.containsKey((int) parts.charAt(1))) {
      return ACCENTS.get((int) parts.charAt(1)) + "{" + parts.charAt(0) + "}";
    }
    return String.format(Locale.ROOT, "{[}U+%04X{]}", point);
  }
}
