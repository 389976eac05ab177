package dev.mitigauge.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which rule a generated class or method belongs to: that whose builder names it, at first or second hand. A class that several rules
 * share counts as the first one's.
 */
final class RuleOwners {

    /** Stands for a class as a whole. */
    private static final String WHOLE = "";

    private final Map<String, byte[]> generated;
    private final Set<String> rules;
    private final Map<String, Set<String>> references = new HashMap<>();
    private final Map<String, String> builders = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    private RuleOwners(Map<String, byte[]> generated, Set<String> rules) {
        this.generated = generated;
        this.rules = rules;
    }

    /** Looks at all references between the classes of rules that were compiled together. */
    static RuleOwners of(RuleLot lot) {
        return of(lot.compiled().classes(), lot.rules().keySet());
    }

    /** Looks at all references between generated classes. */
    static RuleOwners of(Map<String, byte[]> generated, Set<String> rules) {
        RuleOwners owners = new RuleOwners(generated, rules);
        generated.forEach((name, bytes) -> new ClassReader(bytes)
                .accept(owners.new Links(name), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES));
        owners.builders.forEach(owners::spread);
        return owners;
    }

    /** The rule that a method of a generated class belongs to, null if to none in particular. */
    @Nullable
    String rule(String className, String method) {
        String exact = owners.get(className + "#" + method);
        if (exact != null) {
            return exact;
        }
        for (String outer = className; ; outer = outer.substring(0, outer.lastIndexOf('$'))) {
            String whole = owners.get(outer + "#" + WHOLE);
            if (whole != null || outer.lastIndexOf('$') < 0) {
                return whole;
            }
        }
    }

    private void spread(String builder, String rule) {
        Deque<String> next = new ArrayDeque<>();
        next.add(builder);
        while (!next.isEmpty()) {
            String node = next.remove();
            boolean others = !node.equals(builder) && builders.containsKey(node);
            if (!others && owners.putIfAbsent(node, rule) == null) {
                next.addAll(references.getOrDefault(node, Set.of()));
            }
        }
    }

    private final class Links extends ClassVisitor {
        private final String owner;

        Links(String owner) {
            super(Opcodes.ASM9);
            this.owner = owner;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodLinks(owner + "#" + name);
        }
    }

    private final class MethodLinks extends MethodVisitor {
        private final String node;

        MethodLinks(String node) {
            super(Opcodes.ASM9);
            this.node = node;
        }

        @Override
        public void visitLdcInsn(Object value) {
            // A predicate names its rules too, for the engine's log: that is no builder.
            if (value instanceof String text && rules.contains(text) && !node.endsWith("#predicateInformation")) {
                builders.put(node, text);
            } else if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                whole(type.getInternalName());
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            whole(type);
        }

        @Override
        public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
            whole(type);
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean onInterface) {
            link(type, name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    link(handle.getOwner(), handle.getName());
                }
            }
        }

        private void link(String type, String name) {
            to(type, name);
            if (!node.startsWith(type.replace('/', '.') + "#")) {
                whole(type);
            }
        }

        private void whole(String type) {
            to(type, WHOLE);
        }

        private void to(String type, String name) {
            String className = type.replace('/', '.');
            if (generated.containsKey(className)) {
                references.computeIfAbsent(node, key -> new HashSet<>()).add(className + "#" + name);
            }
        }
    }
}
