package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Makes a rule base of compiled classes. */
final class KieBases {

    private KieBases() {}

    /** Loads the classes in a loader of their own: from here on their code can run. */
    static KieBase of(CompiledRules compiled) {
        GeneratedClasses loader = new GeneratedClasses(compiled.classes(), KieBases.class.getClassLoader());
        List<Model> models = new ArrayList<>();
        for (String name : compiled.models()) {
            models.add(model(loader, name));
        }
        return KieBaseBuilder.createKieBaseFromModel(models);
    }

    private static Model model(ClassLoader loader, String name) {
        try {
            return (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiler made no usable class " + name, e);
        }
    }
}
