package ai.netra.probe;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts a call of {@link Checks#executed()} at the beginning of every check. */
final class CheckTransformer implements ClassFileTransformer {

  private static final int API = Opcodes.ASM9;
  private static final int WITHOUT_OWN_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE;

  private final CheckRules rules;

  CheckTransformer(CheckRules rules) {
    this.rules = rules;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null || !rules.concern(name)) {
      return null;
    }
    try {
      return counting(name, bytes);
    } catch (IllegalArgumentException e) {
      // A class file newer than ASM knows. The JVM would drop the exception without a word.
      System.err.println("netra: the checks of " + name + " are not counted: " + e.getMessage());
      return null;
    }
  }

  byte[] counting(String name, byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Methods(writer, name), 0);
    return writer.toByteArray();
  }

  private final class Methods extends ClassVisitor {

    private final String type;

    Methods(ClassVisitor next, String type) {
      super(API, next);
      this.type = type;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      boolean counted = (access & WITHOUT_OWN_CODE) == 0 && rules.isCheck(type, name);
      return counted ? new Counting(next) : next;
    }
  }

  private static final class Counting extends MethodVisitor {

    Counting(MethodVisitor next) {
      super(API, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitMethodInsn(Opcodes.INVOKESTATIC, "ai/netra/probe/Checks", "executed", "()V", false);
    }
  }
}
