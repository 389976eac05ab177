package dev.mitigauge.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.mitigauge.assessment.kept.StoreListener;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connections of all pools of one database together. */
final class PooledConnections implements StoreListener.Connections {

    private final List<HikariDataSource> pools;

    PooledConnections(HikariDataSource... pools) {
        this.pools = Stream.of(pools).distinct().toList();
    }

    @Override
    public int active() {
        return sum(HikariPoolMXBean::getActiveConnections);
    }

    @Override
    public int idle() {
        return sum(HikariPoolMXBean::getIdleConnections);
    }

    @Override
    public int waiting() {
        return sum(HikariPoolMXBean::getThreadsAwaitingConnection);
    }

    @Override
    public int most() {
        return pools.stream().mapToInt(HikariDataSource::getMaximumPoolSize).sum();
    }

    private int sum(ToIntFunction<HikariPoolMXBean> number) {
        int sum = 0;
        for (HikariDataSource pool : pools) {
            @Nullable HikariPoolMXBean state = pool.getHikariPoolMXBean();
            sum += state == null ? 0 : number.applyAsInt(state);
        }
        return sum;
    }
}
