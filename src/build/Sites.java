import static org.objectweb.asm.Opcodes.ASM9;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;

/**
 * What a class is read for: where it makes lambdas, and which classes made of them it calls
 * already.
 */
final class Sites extends ClassVisitor {
  /** In the order of their places. */
  final List<Lambda> found = new ArrayList<>();

  final Set<String> called = new TreeSet<>();

  String host = "";
  private String name = "";

  Sites() {
    super(ASM9);
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    this.name = name;
    this.host = name;
  }

  @Override
  public void visitNestHost(String host) {
    this.host = host;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] thrown) {
    return new MethodVisitor(ASM9) {
      @Override
      public void visitInvokeDynamicInsn(
          String method, String descriptor, Handle bootstrap, Object... arguments) {
        if (Lambda.is(bootstrap)) {
          found.add(new Lambda(method, descriptor, arguments));
        }
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
        called(owner);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String method, String descriptor, boolean isInterface) {
        called(owner);
      }

      private void called(String owner) {
        if (owner.startsWith(name + LambdaClass.INFIX)) {
          called.add(owner);
        }
      }
    };
  }
}
