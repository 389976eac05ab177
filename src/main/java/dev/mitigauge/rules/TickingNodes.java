package dev.mitigauge.rules;

import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.JoinRightAdapterNode;
import org.drools.core.reteoo.LeftTupleSource;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.RightInputAdapterNode;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.reteoo.TupleMemory;
import org.drools.core.reteoo.builder.BuildContext;
import org.drools.core.reteoo.builder.PhreakNodeFactory;
import org.drools.core.util.FastIterator;

/**
 * Makes the nodes in which the engine joins facts, such that they tick for each pair. Pairs that are joined by an index, or by nothing at
 * all, run no code of the rules, so what is woven into that would never notice.
 */
@SuppressWarnings("rawtypes")
final class TickingNodes extends PhreakNodeFactory {
    private static final long serialVersionUID = 1;

    @Override
    public JoinNode buildJoinNode(
            int id, LeftTupleSource left, ObjectSource right, BetaConstraints constraints, BuildContext context) {
        JoinRightAdapterNode input = new JoinRightAdapterNode(id, right, context);
        return new TickingJoin(context.getNextNodeId(), left, input, constraints, context);
    }

    private static final class TickingJoin extends JoinNode {

        TickingJoin(
                int id,
                LeftTupleSource left,
                RightInputAdapterNode right,
                BetaConstraints constraints,
                BuildContext context) {
            super(id, left, right, constraints, context);
        }

        @Override
        public FastIterator<TupleImpl> getRightIterator(TupleMemory memory) {
            return new Ticking(super.getRightIterator(memory));
        }

        @Override
        public FastIterator<TupleImpl> getLeftIterator(TupleMemory memory) {
            return new Ticking(super.getLeftIterator(memory));
        }
    }

    private record Ticking(FastIterator<TupleImpl> inner) implements FastIterator<TupleImpl> {
        @Override
        public TupleImpl next(TupleImpl tuple) {
            Tick.tick();
            return inner.next(tuple);
        }

        @Override
        public boolean isFullIterator() {
            return inner.isFullIterator();
        }
    }
}
