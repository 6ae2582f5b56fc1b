package io.firstcome.benchmarks.baseline;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** All baselines share a class path; each starts only what it would have if it were alone. */
public final class OwnAutoConfiguration implements AutoConfigurationImportFilter, EnvironmentAware {

    private @Nullable BaselineKind kind;

    @Override
    public void setEnvironment(Environment environment) {
        String option = environment.getProperty(BaselineKind.PROPERTY);
        kind = option == null ? null : BaselineKind.of(option);
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            matches[i] = kind == null || (name != null && kind.mayUse(name));
        }
        return matches;
    }
}
