import static org.objectweb.asm.Opcodes.H_INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.H_INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** What {@link java.lang.invoke.LambdaMetafactory#metafactory} is asked for at one place. */
final class Lambda {
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

  /** The interface. */
  final String face;

  private final Type[] captured;
  final Method method;
  private final Handle target;

  /** The types of the interface's method where its type variables are known. */
  private final Type known;

  Lambda(String method, String descriptor, Object... arguments) {
    this.face = Type.getReturnType(descriptor).getInternalName();
    this.captured = Type.getArgumentTypes(descriptor);
    this.method = new Method(method, ((Type) arguments[0]).getDescriptor());
    this.target = (Handle) arguments[1];
    this.known = (Type) arguments[2];
  }

  static boolean is(Handle bootstrap) {
    return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && bootstrap.getName().equals("metafactory");
  }

  boolean captures() {
    return captured.length > 0;
  }

  /** What is captured, and the lambda's number. */
  Type[] given() {
    return Stream.concat(Stream.of(captured), Stream.of(Type.INT_TYPE)).toArray(Type[]::new);
  }

  List<Slot> slots() {
    return Slot.of(captured);
  }

  /** Calls the target with what was captured and what the method is given. */
  void call(GeneratorAdapter code, Type self) {
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
    List<Slot> slots = slots();
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(self, slots.get(i).name(), captured[i]);
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
  }

  private int opcode() {
    return switch (target.getTag()) {
      case H_INVOKESTATIC -> INVOKESTATIC;
      case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
      case H_INVOKEINTERFACE -> INVOKEINTERFACE;
      case H_INVOKEVIRTUAL -> INVOKEVIRTUAL;
      // a private method of the class itself: nest mates call those as they call any other
      case H_INVOKESPECIAL -> target.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
      default -> throw new IllegalStateException("a lambda would have to call " + target);
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
