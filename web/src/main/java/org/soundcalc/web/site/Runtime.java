package org.soundcalc.web.site;

/**
 * TeaVM's script that starts the WebAssembly, without what makes functions of texts, which pages
 * with a strict policy may not: the same functions, written out. Of scripts inside Java classes
 * only the library's one is there that gives back what it is given.
 */
final class Runtime {
  private String script;

  private Runtime(String script) {
    this.script = script;
  }

  /**
   * The script without them.
   *
   * @throws IllegalStateException if it is that of another version of TeaVM
   */
  static String strict(String script) {
    Runtime runtime = new Runtime(script);
    runtime.replace(
        "let result = globalsCache.get(name);",
        "return result();",
        "return name.split(\".\").reduce((value, part) => value[part], globalThis);");
    runtime.replace(
        "new Function(\"value\", name + \" = value;\")(value);", "", "globalThis[name] = value;");
    runtime.replace(
        "const params = [];\n"
            + "      const paramsForString = [];\n"
            + "      for (let i = 0; i < fn.length",
        ")(rethrowJavaAsJs, fn);",
        """
        if (vararg) {
                throw new Error("no function of any number of values is exported");
              }
              return (...args) => {
                try {
                  return fn(...args);
                } catch (e) {
                  rethrowJavaAsJs(e);
                }
              };\
        """);
    runtime.replace(
        "return new Function(\n        \"constructor\",",
        ")(c);",
        """
        return function(marker, javaObject) {
                return c.call(this, marker, javaObject);
              };\
        """);
    runtime.replace(
        "const params = [];\n        const paramsForString = [];\n        for (let i = 1;",
        ")(rethrowJavaAsJs, fn);",
        "throw new Error(\"no method is exported: \" + name);");
    runtime.replace(
        "const args = argumentList.length === 0",
        "argumentList.push(\"p\" + (i + 1));",
        """
        imports.teavmJso["createFunction" + i] = (...script) => {
                if (script.length === 2 && script[1].trim() === `return ${script[0]};`) {
                  return (value) => value;
                }
                throw new Error("no script: " + script);
              };
              imports.teavmJso["bindFunction" + i] = (f, ...bindArgs) => f.bind(null, ...bindArgs);
              imports.teavmJso["callFunction" + i] = (fn, ...args) => {
                try {
                  return fn(...args);
                } catch (e) {
                  rethrowJsAsJava(e);
                }
              };
              imports.teavmJso["callMethod" + i] = (instance, method, ...args) => {
                try {
                  return instance !== null
                    ? instance[method](...args)
                    : getGlobalName(method)(...args);
                } catch (e) {
                  rethrowJsAsJava(e);
                }
              };
              imports.teavmJso["construct" + i] = (constructor, ...args) => {
                try {
                  return new constructor(...args);
                } catch (e) {
                  rethrowJsAsJava(e);
                }
              };
              imports.teavmJso["arrayOf" + i] = (...args) => args;\
        """);
    if (runtime.script.contains("new Function(") || runtime.script.contains("eval(")) {
      throw new IllegalStateException("TeaVM's runtime makes functions of texts elsewhere, too");
    }
    return runtime.script;
  }

  /** What stands from one text to the end of another one, or the one alone. */
  private void replace(String from, String to, String other) {
    int start = script.indexOf(from);
    int last = start < 0 ? -1 : script.indexOf(to, start + from.length());
    if (last < 0) {
      throw new IllegalStateException("TeaVM's runtime has not what was to be replaced: " + from);
    }
    script = script.substring(0, start) + other + script.substring(last + to.length());
  }
}
