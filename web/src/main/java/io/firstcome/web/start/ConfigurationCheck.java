package io.firstcome.web.start;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;

/**
 * Checks settings before the first bean is made and before a database is waited for, so that a wrong one is told at once.
 *
 * <p>To be returned by a static {@code @Bean} method.
 */
public final class ConfigurationCheck implements BeanFactoryPostProcessor, Ordered {

    private final Runnable check;

    /** @param check throws {@link InvalidConfigurationException} */
    public ConfigurationCheck(Runnable check) {
        this.check = check;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check.run();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
