package dev.mitigauge.checkout;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit may learn of this machine: the time and its kind, nothing else. By itself it reads the settings of the user and of the
 * machine, starts the program git to find these, and writes probes into the checkout to measure how finely its file system keeps time.
 */
final class QuietSystem extends SystemReader.Delegate {

    private static final long FINEST_TIME_STAMP_NANOS = TimeUnit.SECONDS.toNanos(2);

    private QuietSystem(SystemReader machine) {
        super(machine);
    }

    /** Makes JGit ask nobody else, for the rest of this process. */
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof QuietSystem)) {
            SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public StoredConfig getUserConfig() {
        return new NoConfig(null);
    }

    @Override
    public StoredConfig getJGitConfig() {
        return new NoConfig(null);
    }

    @Override
    public StoredConfig getSystemConfig() {
        return new NoConfig(null);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent);
    }

    /** Settings that stand in no file; as coarse a time stamp as any file system has is the one thing that they say. */
    private static final class NoConfig extends FileBasedConfig {

        NoConfig(@Nullable Config parent) {
            super(parent, null, FS.DETECTED);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public void save() {
            throw new IllegalStateException("settings of JGit are not to be written");
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return "filesystem".equals(section)
                    ? unit.convert(FINEST_TIME_STAMP_NANOS, TimeUnit.NANOSECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
