import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.H_INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.H_INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Makes each lambda and method reference of compiled classes a nested class, as if it had been
 * written as an anonymous one.
 *
 * <p>Java links a lambda where it is first reached. A short command reaches some 500, once each: on
 * Java 17 to 23, whose class-data archives keep the classes of lambdas but not what links them,
 * that is a third of its time. A nested class in the archive costs a seventh of it.
 *
 * <pre>java -cp asm.jar:asm-commons.jar LambdaClasses.java FOLDER</pre>
 *
 * <p>Left as they are: lambdas that ask for more than one interface, bridges or serialization.
 */
final class LambdaClasses {
  private static final String INFIX = "$Lambda";
  private static final Pattern MADE = Pattern.compile(".*\\$Lambda[0-9]+\\.class");

  /** The classes made, by the host of their nest. */
  private final Map<String, List<String>> nests = new TreeMap<>();

  /** Classes as they become, by their internal names. */
  private final Map<String, byte[]> makers = new TreeMap<>();

  /** The files of classes that others call. */
  private final Set<String> used = new HashSet<>();

  private final Path folder;

  private LambdaClasses(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    new LambdaClasses(Path.of(arguments[0])).run();
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
    ClassWriter writer = new ClassWriter(0); // without the constants that no one needs any longer
    Rewriter rewriter = new Rewriter(writer);
    reader.accept(rewriter, 0);
    if (!rewriter.made.isEmpty()) {
      for (Map.Entry<String, byte[]> lambda : rewriter.made.entrySet()) {
        Files.write(file(lambda.getKey()), lambda.getValue());
      }
      nests
          .computeIfAbsent(rewriter.host, host -> new ArrayList<>())
          .addAll(rewriter.made.keySet());
      makers.put(rewriter.name, writer.toByteArray());
    }
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

  /** Where a class makes a lambda, it calls the method of a class made for it. */
  private final class Rewriter extends ClassVisitor {
    /** By their internal names. */
    final Map<String, byte[]> made = new HashMap<>();

    String name = "";
    String host = "";

    Rewriter(ClassVisitor next) {
      super(ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String parent,
        String[] interfaces) {
      this.name = name;
      this.host = name;
      super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public void visitNestHost(String host) {
      this.host = host;
      super.visitNestHost(host);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] thrown) {
      return new MethodVisitor(
          ASM9, super.visitMethod(access, method, descriptor, signature, thrown)) {
        @Override
        public void visitInvokeDynamicInsn(
            String method, String descriptor, Handle bootstrap, Object... arguments) {
          if (isLambda(bootstrap)) {
            Lambda lambda = new Lambda(name + INFIX + made.size(), method, descriptor, arguments);
            made.put(lambda.name, lambda.bytes(name, host));
            visitMethodInsn(INVOKESTATIC, lambda.name, Lambda.MAKE, descriptor, false);
          } else {
            super.visitInvokeDynamicInsn(method, descriptor, bootstrap, arguments);
          }
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String descriptor, boolean isInterface) {
          if (owner.startsWith(name + INFIX)) {
            used.add(file(owner).toString());
          }
          super.visitMethodInsn(opcode, owner, method, descriptor, isInterface);
        }
      };
    }

    private static boolean isLambda(Handle bootstrap) {
      return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
          && bootstrap.getName().equals("metafactory");
    }
  }

  /**
   * What {@link java.lang.invoke.LambdaMetafactory#metafactory} is asked for.
   *
   * <p>The class has a field for each captured value, a method that makes one, and the interface's
   * method, which calls the target with what was captured and what it is given.
   */
  private static final class Lambda {
    static final String MAKE = "make";
    private static final String ONE = "ONE";
    private static final Map<Type, Type> WRAPPERS =
        Stream.of(
                Boolean.class,
                Byte.class,
                Short.class,
                Character.class,
                Integer.class,
                Long.class,
                Float.class,
                Double.class)
            .collect(
                Collectors.toMap(
                    wrapper -> Type.getType(MethodType.methodType(wrapper).unwrap().returnType()),
                    Type::getType));

    final String name;
    private final Type self;
    private final Method make;
    private final Type[] captured;
    private final Method method;
    private final Handle target;

    /** The types of the interface's method where its type variables are known. */
    private final Type known;

    Lambda(String name, String method, String descriptor, Object... arguments) {
      this.name = name;
      this.self = Type.getObjectType(name);
      this.make = new Method(MAKE, descriptor);
      this.captured = make.getArgumentTypes();
      this.method = new Method(method, ((Type) arguments[0]).getDescriptor());
      this.target = (Handle) arguments[1];
      this.known = (Type) arguments[2];
    }

    byte[] bytes(String maker, String host) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      String[] interfaces = {make.getReturnType().getInternalName()};
      writer.visit(
          V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", interfaces);
      writer.visitNestHost(host); // whose private methods it may call
      writer.visitOuterClass(maker, null, null);
      writer.visitInnerClass(name, null, null, ACC_FINAL | ACC_SYNTHETIC);
      Method constructor = constructor(writer);
      if (captured.length == 0) {
        one(writer, constructor);
      } else {
        many(writer, constructor);
      }
      call(writer);
      writer.visitEnd();
      return writer.toByteArray();
    }

    private Method constructor(ClassWriter writer) {
      Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
      GeneratorAdapter code = new GeneratorAdapter(ACC_PRIVATE, constructor, null, null, writer);
      code.loadThis();
      code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
      for (int i = 0; i < captured.length; i++) {
        writer.visitField(
            ACC_PRIVATE | ACC_FINAL, field(i), captured[i].getDescriptor(), null, null);
        code.loadThis();
        code.loadArg(i);
        code.putField(self, field(i), captured[i]);
      }
      code.returnValue();
      code.endMethod();
      return constructor;
    }

    private static String field(int index) {
      return "captured" + index;
    }

    /** What captures nothing is there once. */
    private void one(ClassWriter writer, Method constructor) {
      writer.visitField(
          ACC_PRIVATE | ACC_STATIC | ACC_FINAL, ONE, self.getDescriptor(), null, null);
      GeneratorAdapter code =
          new GeneratorAdapter(ACC_STATIC, new Method("<clinit>", "()V"), null, null, writer);
      code.newInstance(self);
      code.dup();
      code.invokeConstructor(self, constructor);
      code.putStatic(self, ONE, self);
      code.returnValue();
      code.endMethod();
      code = new GeneratorAdapter(ACC_STATIC, make, null, null, writer);
      code.getStatic(self, ONE, self);
      code.returnValue();
      code.endMethod();
    }

    private void many(ClassWriter writer, Method constructor) {
      GeneratorAdapter code = new GeneratorAdapter(ACC_STATIC, make, null, null, writer);
      code.newInstance(self);
      code.dup();
      code.loadArgs();
      code.invokeConstructor(self, constructor);
      code.returnValue();
      code.endMethod();
    }

    private void call(ClassWriter writer) {
      GeneratorAdapter code = new GeneratorAdapter(ACC_PUBLIC, method, null, null, writer);
      Type owner = Type.getObjectType(target.getOwner());
      boolean makes = target.getTag() == H_NEWINVOKESPECIAL;
      if (makes) {
        code.newInstance(owner);
        code.dup();
      }
      List<Type> wanted = new ArrayList<>();
      if (!makes && target.getTag() != H_INVOKESTATIC) {
        wanted.add(owner);
      }
      wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
      for (int i = 0; i < captured.length; i++) {
        code.loadThis();
        code.getField(self, field(i), captured[i]);
        convert(code, captured[i], wanted.get(i));
      }
      Type[] given = method.getArgumentTypes();
      for (int i = 0; i < given.length; i++) {
        code.loadArg(i);
        Type exact = known.getArgumentTypes()[i];
        convert(code, given[i], exact);
        convert(code, exact, wanted.get(captured.length + i));
      }
      code.visitMethodInsn(
          opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
      answer(code, makes ? owner : Type.getReturnType(target.getDesc()));
      code.endMethod();
    }

    private int opcode() {
      return switch (target.getTag()) {
        case H_INVOKESTATIC -> INVOKESTATIC;
        case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
        case H_INVOKEINTERFACE -> INVOKEINTERFACE;
        case H_INVOKEVIRTUAL -> INVOKEVIRTUAL;
        // a private method of the class itself: nest mates call those as they call any other
        case H_INVOKESPECIAL -> target.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
        default -> throw new IllegalStateException(name + " would have to call " + target);
      };
    }

    private void answer(GeneratorAdapter code, Type result) {
      Type wanted = method.getReturnType();
      if (wanted.equals(Type.VOID_TYPE)) {
        if (result.getSize() == 2) {
          code.pop2();
        } else if (result.getSize() == 1) {
          code.pop();
        }
      } else {
        convert(code, result, wanted);
      }
      code.returnValue();
    }

    /** Section 5.3 of the language's specification: what an assignment may do. */
    private static void convert(GeneratorAdapter code, Type given, Type wanted) {
      if (isPrimitive(given) && isPrimitive(wanted)) {
        code.cast(given, wanted);
      } else if (isPrimitive(given)) {
        code.valueOf(given);
      } else if (isPrimitive(wanted)) {
        Type value = value(given, wanted);
        code.unbox(value);
        code.cast(value, wanted);
      } else if (!given.equals(wanted)) {
        code.checkCast(wanted);
      }
    }

    private static boolean isPrimitive(Type type) {
      return type.getSort() < Type.ARRAY;
    }

    /**
     * What a wrapper holds; where no more is known than that it is an object, what is wanted of it.
     */
    private static Type value(Type wrapper, Type wanted) {
      return WRAPPERS.entrySet().stream()
          .filter(entry -> entry.getValue().equals(wrapper))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(wanted);
    }
  }
}
