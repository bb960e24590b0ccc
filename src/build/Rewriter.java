import static org.objectweb.asm.Opcodes.ASM9;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.commons.InstructionAdapter;

/** Where a class makes a lambda, it calls the method of a class made for it. */
final class Rewriter extends ClassVisitor {
  private final Queue<Lambda> left;
  private final List<LambdaClass> made;

  Rewriter(ClassVisitor next, List<Lambda> lambdas, List<LambdaClass> made) {
    super(ASM9, next);
    this.left = new ArrayDeque<>(lambdas);
    this.made = made;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] thrown) {
    return new MethodVisitor(
        ASM9, super.visitMethod(access, method, descriptor, signature, thrown)) {
      @Override
      public void visitInvokeDynamicInsn(
          String method, String descriptor, Handle bootstrap, Object... arguments) {
        if (Lambda.is(bootstrap)) {
          Lambda lambda = left.remove();
          LambdaClass owner =
              made.stream().filter(one -> one.lambdas.contains(lambda)).findFirst().orElseThrow();
          owner.make(lambda, new InstructionAdapter(this));
        } else {
          super.visitInvokeDynamicInsn(method, descriptor, bootstrap, arguments);
        }
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(stack + 1, locals); // a lambda's number
      }
    };
  }
}
