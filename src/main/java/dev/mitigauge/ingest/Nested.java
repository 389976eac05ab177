package dev.mitigauge.ingest;

import java.util.List;

/** Reads the blocks that stand inside of another one; so what reads bullets needn't know what reads all kinds of blocks. */
interface Nested {

    /**
     * Reads blocks.
     *
     * @param loose whether plain bullets may be items there
     */
    void read(List<Block> blocks, Scope scope, boolean loose);
}
