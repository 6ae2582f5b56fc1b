package io.firstcome.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets Spring MVC ask for the rules before it calls a controller. */
final class AccessConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable AccessRules rules;

    AccessConfiguration(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Reads the rules of all controllers; the mapping is asked late, since it is made with these interceptors. */
    void load() {
        rules = AccessRules.of(mappings.getObject().getHandlerMethods().values());
    }

    private AccessRules rules() {
        AccessRules loaded = rules;
        if (loaded == null) {
            throw new IllegalStateException("A request came before the start was complete");
        }
        return loaded;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor(this::rules)).order(0);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }
}
