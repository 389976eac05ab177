package dev.mitigauge.rules;

import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.impl.KnowledgePackageImpl;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.core.reteoo.builder.NodeFactory;

/** What the engine finds under {@code META-INF/services} and makes its parts with; public for that alone. */
public final class TickingComponents implements CoreComponentFactory {

    private final NodeFactory nodes = new TickingNodes();

    @Override
    public NodeFactory getNodeFactoryService() {
        return nodes;
    }

    @Override
    public InternalKnowledgePackage createKnowledgePackage(String name) {
        return new KnowledgePackageImpl(name);
    }
}
