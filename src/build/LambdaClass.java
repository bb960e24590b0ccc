import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.V17;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.commons.TableSwitchGenerator;

/**
 * One class for several lambdas of a class: it has a number for each, fields for what is captured,
 * a method that makes one, and for each interface its method, which goes by the number.
 */
final class LambdaClass {
  static final String INFIX = "$Lambda";
  private static final int MOST = 64; // Java compiles no method of more than 8,000 bytes
  private static final String NUMBER = "number";

  final String name;

  /** By their numbers; those of one method stand together. */
  final List<Lambda> lambdas;

  private final Type self;

  private LambdaClass(String name, List<Lambda> lambdas) {
    this.name = name;
    this.lambdas = lambdas;
    this.self = Type.getObjectType(name);
  }

  /**
   * Java's own functional interfaces have no method in common of which one is a default; nothing is
   * known of others, which get a class each.
   */
  static List<LambdaClass> of(String maker, List<Lambda> all, boolean shared) {
    int most = shared ? MOST : 1;
    Map<String, List<Lambda>> groups =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    lambda -> lambda.face.startsWith("java/util/") ? "" : lambda.face,
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<LambdaClass> made = new ArrayList<>();
    for (List<Lambda> group : groups.values()) {
      List<Lambda> byMethod =
          group.stream().sorted(Comparator.comparing(lambda -> lambda.method.toString())).toList();
      for (int from = 0; from < byMethod.size(); from += most) {
        int to = Math.min(byMethod.size(), from + most);
        made.add(new LambdaClass(maker + INFIX + made.size(), byMethod.subList(from, to)));
      }
    }
    return made;
  }

  byte[] bytes(String maker, String host) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object";
          }
        };
    String[] interfaces =
        lambdas.stream().map(lambda -> lambda.face).distinct().toArray(String[]::new);
    writer.visit(
        V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", interfaces);
    writer.visitNestHost(host); // whose private methods it may call
    writer.visitOuterClass(maker, null, null);
    writer.visitInnerClass(name, null, null, ACC_FINAL | ACC_SYNTHETIC);
    fields(writer);
    lambdas.stream()
        .collect(Collectors.toMap(LambdaClass::constructor, lambda -> lambda, (one, like) -> one))
        .values()
        .forEach(
            lambda -> {
              constructor(writer, lambda);
              maker(writer, lambda);
            });
    ones(writer);
    lambdas.stream()
        .map(lambda -> lambda.method)
        .distinct()
        .forEach(method -> method(writer, method));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void fields(ClassWriter writer) {
    writer.visitField(ACC_PRIVATE | ACC_FINAL, NUMBER, "I", null, null);
    Map<String, Type> slots = new TreeMap<>();
    lambdas.forEach(lambda -> lambda.slots().forEach(slot -> slots.put(slot.name(), slot.type())));
    slots.forEach(
        (slot, type) ->
            writer.visitField(ACC_PRIVATE | ACC_FINAL, slot, type.getDescriptor(), null, null));
  }

  /** From what is captured and the lambda's number. */
  private static Method constructor(Lambda lambda) {
    return new Method("<init>", Type.VOID_TYPE, lambda.given());
  }

  private void constructor(ClassWriter writer, Lambda lambda) {
    GeneratorAdapter code =
        new GeneratorAdapter(ACC_PRIVATE, constructor(lambda), null, null, writer);
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
    List<Slot> slots = lambda.slots();
    for (int i = 0; i < slots.size(); i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(self, slots.get(i).name(), slots.get(i).type());
    }
    code.loadThis();
    code.loadArg(slots.size());
    code.putField(self, NUMBER, Type.INT_TYPE);
    code.returnValue();
    code.endMethod();
  }

  private void maker(ClassWriter writer, Lambda lambda) {
    GeneratorAdapter code = new GeneratorAdapter(ACC_STATIC, maker(lambda), null, null, writer);
    code.newInstance(self);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(self, constructor(lambda));
    code.returnValue();
    code.endMethod();
  }

  private Method maker(Lambda lambda) {
    return new Method("make", self, lambda.given());
  }

  /** Those that capture nothing are made once. */
  private void ones(ClassWriter writer) {
    GeneratorAdapter code =
        new GeneratorAdapter(ACC_STATIC, new Method("<clinit>", "()V"), null, null, writer);
    for (int number = 0; number < lambdas.size(); number++) {
      Lambda lambda = lambdas.get(number);
      if (!lambda.captures()) {
        writer.visitField(ACC_STATIC | ACC_FINAL, one(number), self.getDescriptor(), null, null);
        code.push(number);
        code.invokeStatic(self, maker(lambda));
        code.putStatic(self, one(number), self);
      }
    }
    code.returnValue();
    code.endMethod();
  }

  private static String one(int number) {
    return "one" + number;
  }

  /** What stands in the place of the lambda. */
  void make(Lambda lambda, InstructionAdapter code) {
    int number = lambdas.indexOf(lambda);
    if (lambda.captures()) {
      Method maker = maker(lambda);
      code.iconst(number);
      code.invokestatic(name, maker.getName(), maker.getDescriptor(), false);
    } else {
      code.getstatic(name, one(number), self.getDescriptor());
    }
  }

  private void method(ClassWriter writer, Method method) {
    GeneratorAdapter code = new GeneratorAdapter(ACC_PUBLIC, method, null, null, writer);
    int[] numbers =
        IntStream.range(0, lambdas.size())
            .filter(number -> lambdas.get(number).method.equals(method))
            .toArray();
    int last = numbers[numbers.length - 1];
    if (numbers.length == 1) {
      lambdas.get(last).call(code, self);
    } else {
      code.loadThis();
      code.getField(self, NUMBER, Type.INT_TYPE);
      code.tableSwitch(
          Arrays.copyOf(numbers, numbers.length - 1),
          new TableSwitchGenerator() {
            @Override
            public void generateCase(int number, Label end) {
              lambdas.get(number).call(code, self);
            }

            @Override
            public void generateDefault() {
              lambdas.get(last).call(code, self);
            }
          });
    }
    code.endMethod();
  }
}
