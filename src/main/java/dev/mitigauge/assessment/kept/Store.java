package dev.mitigauge.assessment.kept;

import java.time.Instant;

/** Port: all that is kept, in one place. Any number of threads may ask at once; every call may wait for a disk or a network. */
public interface Store extends AutoCloseable {

    Projects projects();

    History history();

    Waivers waivers();

    OwnTables tables();

    RuleHistory rules();

    Tokens tokens();

    AuditTrail audit();

    Outbox outbox();

    /** Whether it can be asked now: its name and version. */
    Stored<String> check();

    /** Removes what the settings say shall not be kept longer. The newest assessment of a project always stays. */
    Stored<Swept> sweep(Instant now);

    @Override
    void close();
}
