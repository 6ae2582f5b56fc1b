package io.firstcome.web.json;

import io.firstcome.web.problem.ProblemMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets Spring MVC speak the API's JSON. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new StrictJsonConverter(StrictJson.mapper()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AcceptInterceptor()).order(10);
    }

    /** Before all that read what the client accepts. */
    @Bean
    EmptyAcceptFilter emptyAcceptFilter() {
        return new EmptyAcceptFilter();
    }

    @Bean
    ProblemMapper jsonProblems() {
        return new JsonProblems();
    }
}
