package atelier.process;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets a whole virtual machine believe that it is earlier or later than it is: all of `java.time`, and all calls of
/// `System.currentTimeMillis` outside the platform itself. How many milliseconds stands in the file the agent is given,
/// which is read again and again.
public final class AheadAgent implements ClassFileTransformer {
    private static final String AHEAD = "atelier.ahead.millis";
    private static final String CLOCK = "java/time/Clock";
    private static final String SYSTEM_CLOCK = CLOCK + "$SystemClock";
    private static final String ASKED = "currentTimeMillis";
    private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

    private AheadAgent() {}

    /// Called by the virtual machine before `main`.
    public static void premain(String file, Instrumentation machine)
            throws UnmodifiableClassException, ClassNotFoundException {
        Thread.ofPlatform().daemon().name("ahead").start(() -> follow(Path.of(file)));
        machine.addTransformer(new AheadAgent(), true);
        machine.retransformClasses(Clock.class, Class.forName(SYSTEM_CLOCK.replace('/', '.')));
    }

    private static void follow(Path file) {
        while (true) {
            try {
                var text = Files.readString(file).strip();
                if (!text.isEmpty()) {
                    System.setProperty(AHEAD, text);
                }
            } catch (IOException _) {
                // being written
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public byte @Nullable [] transform(@Nullable ClassLoader loader, String name, @Nullable Class<?> again,
            @Nullable ProtectionDomain domain, byte[] bytes) {
        if (name.equals(CLOCK)) {
            return changed(bytes, ClassLoader.getSystemClassLoader(), ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString("currentInstant"), AheadAgent::addToInstant));
        }
        if ((loader == null && !name.equals(SYSTEM_CLOCK))
                || !new String(bytes, StandardCharsets.ISO_8859_1).contains(ASKED)) {
            return null;
        }
        return changed(bytes, loader == null ? ClassLoader.getSystemClassLoader() : loader,
                ClassTransform.transformingMethodBodies((CodeTransform) (code, element) -> {
                    code.with(element);
                    if (element instanceof InvokeInstruction call && call.opcode() == Opcode.INVOKESTATIC
                            && call.name().equalsString(ASKED)
                            && call.owner().asInternalName().equals("java/lang/System")) {
                        pushAhead(code);
                        code.ladd();
                    }
                }));
    }

    private static byte[] changed(byte[] bytes, ClassLoader loader, ClassTransform how) {
        var files = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
        return files.transformClass(files.parse(bytes), how);
    }

    private static void addToInstant(CodeBuilder code, java.lang.classfile.CodeElement element) {
        if (element instanceof ReturnInstruction) {
            pushAhead(code);
            code.invokevirtual(INSTANT, "plusMillis", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
        }
        code.with(element);
    }

    private static void pushAhead(CodeBuilder code) {
        code.ldc(AHEAD).lconst_0()
                .invokestatic(LONG, "getLong",
                        MethodTypeDesc.of(LONG, ConstantDescs.CD_String, ConstantDescs.CD_long))
                .invokevirtual(LONG, "longValue", MethodTypeDesc.of(ConstantDescs.CD_long));
    }
}
