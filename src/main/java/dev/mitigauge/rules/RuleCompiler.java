package dev.mitigauge.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.util.PortablePath;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/**
 * Turns rule texts into class files: Drools' executable model, compiled by the Eclipse compiler, so that a JRE is enough. Without
 * {@code kmodule.xml}; loads none of the classes that it makes.
 */
final class RuleCompiler {

    private static final String ROOT = "src/main/resources/" + DrlFile.PACKAGE + "/";

    private RuleCompiler() {}

    /**
     * What came of it.
     *
     * @param messages errors; if there are any, {@code classes} are of no use
     */
    record Outcome(CompiledRules classes, List<Message> messages) {}

    /**
     * Compiles texts by file name.
     *
     * @throws CancellationException if the thread is interrupted
     */
    static Outcome compile(Map<String, String> texts) {
        CompilerView.endIfGivenUp();
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        texts.forEach((name, text) -> files.write(ROOT + name, text));
        KieBuilderImpl builder = (KieBuilderImpl) services.newKieBuilder(files, CompilerView.OF_PROGRAM);
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        CompiledRules compiled =
                errors.isEmpty() ? compiled(builder.getTrgMfs()) : new CompiledRules(new TreeMap<>(), List.of());
        // The repository of the whole process would keep it; nobody asks it for what was built, so builders need not
        // wait for each other.
        services.getRepository()
                .removeKieModule(builder.getKieModuleIgnoringErrors().getReleaseId());
        return new Outcome(compiled, errors);
    }

    private static CompiledRules compiled(MemoryFileSystem files) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        List<String> models = List.of();
        for (PortablePath path : files.getFilePaths()) {
            String name = path.asString();
            if (name.startsWith(DrlFile.PACKAGE + "/") && name.endsWith(".class")) {
                String className = name.substring(0, name.length() - ".class".length());
                classes.put(className.replace('/', '.'), files.read(name));
            } else if (name.endsWith("/drools-model")) {
                models = models(new String(files.read(name), StandardCharsets.UTF_8));
            }
        }
        return new CompiledRules(classes, models);
    }

    /** The file begins with the version of its form. */
    private static List<String> models(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.indexOf(':') < 0)
                .toList();
    }
}
