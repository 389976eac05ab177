package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ObjectType;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.EntryPointNode;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Makes a rule base of classes, and tells what is asked there. */
final class KieBases {

    private KieBases() {}

    static KieBase of(List<LoadedUnit> units) {
        return KieBaseBuilder.createKieBaseFromModel(
                units.stream().map(LoadedUnit::model).toList());
    }

    /** Whether some rule of a base could match an object of a class. */
    static ClassValue<Boolean> asked(KieBase base) {
        List<Class<?>> types = new ArrayList<>();
        for (EntryPointNode entry :
                ((InternalRuleBase) base).getRete().getEntryPointNodes().values()) {
            for (ObjectType type : entry.getObjectTypeNodes().keySet()) {
                if (type instanceof ClassObjectType known) {
                    types.add(known.getClassType());
                }
            }
        }
        return new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                return types.stream().anyMatch(each -> each.isAssignableFrom(type));
            }
        };
    }
}
