import static org.objectweb.asm.Opcodes.ASM9;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/**
 * Makes nested classes of the lambdas and method references of compiled classes.
 *
 * <p>Java links a lambda where it is first reached. A short command reaches some 500, once each: on
 * Java 17 to 23, whose class-data archives keep the classes of lambdas but not what links them,
 * that is a third of its time. A nested class in the archive costs a seventh of it, and one that
 * serves many lambdas less: those of a class share one where their interfaces can, if its code runs
 * seldom. What is computed with keeps a class for each, which Java compiles best.
 *
 * <pre>java -cp CLASSES:asm.jar:asm-commons.jar LambdaClasses FOLDER SHARING</pre>
 *
 * SHARING is a regular expression for the internal names of classes whose lambdas share.
 *
 * <p>Left as they are: lambdas that ask for more than one interface, bridges or serialization.
 */
final class LambdaClasses {
  private static final Pattern MADE = Pattern.compile(".*\\$Lambda[0-9]+\\.class");

  /** The classes made, by the host of their nest. */
  private final Map<String, List<String>> nests = new TreeMap<>();

  /** Classes as they become, by their internal names. */
  private final Map<String, byte[]> makers = new TreeMap<>();

  /** The files of classes that others call. */
  private final Set<String> used = new HashSet<>();

  private final Path folder;
  private final Pattern sharing;

  private LambdaClasses(Path folder, Pattern sharing) {
    this.folder = folder;
    this.sharing = sharing;
  }

  public static void main(String[] arguments) throws IOException {
    new LambdaClasses(Path.of(arguments[0]), Pattern.compile(arguments[1])).run();
  }

  private void run() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      if (!isMade(file)) {
        rewrite(file);
      }
    }
    // In this order, what is cut short is finished by the next time.
    for (Map.Entry<String, List<String>> nest : nests.entrySet()) {
      String host = nest.getKey();
      byte[] bytes =
          makers.containsKey(host) ? makers.remove(host) : Files.readAllBytes(file(host));
      Files.write(file(host), withMembers(bytes, nest.getValue()));
    }
    for (Map.Entry<String, byte[]> maker : makers.entrySet()) {
      Files.write(file(maker.getKey()), maker.getValue());
    }
    for (Path file : files) {
      if (isMade(file) && !used.contains(file.toString())) {
        Files.delete(file); // of a class that has been compiled anew since
      }
    }
  }

  private static boolean isMade(Path file) {
    return MADE.matcher(file.toString()).matches();
  }

  private Path file(String internalName) {
    return folder.resolve(internalName + ".class");
  }

  private void rewrite(Path file) throws IOException {
    ClassReader reader = new ClassReader(Files.readAllBytes(file));
    Sites sites = new Sites();
    reader.accept(sites, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    sites.called.forEach(called -> used.add(file(called).toString()));
    if (sites.found.isEmpty()) {
      return;
    }
    String name = reader.getClassName();
    List<LambdaClass> made = LambdaClass.of(name, sites.found, sharing.matcher(name).matches());
    ClassWriter writer = new ClassWriter(0); // without the constants that no one needs any longer
    reader.accept(new Rewriter(writer, sites.found, made), 0);
    for (LambdaClass lambdas : made) {
      Files.write(file(lambdas.name), lambdas.bytes(name, sites.host));
      used.add(file(lambdas.name).toString());
      nests.computeIfAbsent(sites.host, host -> new ArrayList<>()).add(lambdas.name);
    }
    makers.put(name, writer.toByteArray());
  }

  private static byte[] withMembers(byte[] host, List<String> members) {
    ClassReader reader = new ClassReader(host);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(ASM9, writer) {
          private final Set<String> missing = new TreeSet<>(members);

          @Override
          public void visitNestMember(String member) {
            missing.remove(member);
            super.visitNestMember(member);
          }

          @Override
          public void visitEnd() {
            missing.forEach(super::visitNestMember);
            super.visitEnd();
          }
        },
        0);
    return writer.toByteArray();
  }
}
