package io.firstcome.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The document's head, and what is added to every operation. */
@Configuration(proxyBeanMethods = false)
@Import({
    ProblemResponses.class,
    ResponseHeaders.class,
    CommonParameters.class,
    PropertyTypes.class,
    RecordSchemas.class,
    ProblemSchema.class,
    DocumentRules.class,
    BodyExamples.class
})
public class OpenApiConfiguration {

    private static final String DESCRIPTION = """
            First-come sales, exact and provable.

            Ids are opaque strings; a JSON number is accepted for one. Money is an integer in the currency's smallest unit.
            Instants are RFC 3339 in UTC. Fields that have no value are left out. Unknown fields in a request are refused.

            Whatever is not a success is `application/problem+json` (RFC 9457) with a published `code`: compare with that,
            not with texts. Log in with `POST /api/v1/auth/token` and send the token as `Authorization: Bearer …`.""";

    @Bean
    OpenAPI openApi() {
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token from `POST /api/v1/auth/token`, or from the identity provider.");
        return new OpenAPI()
                .info(new Info()
                        .title("Firstcome")
                        .version("v1")
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/").description("This server"))
                .components(new Components().addSecuritySchemes(ProblemResponses.BEARER, bearer));
    }
}
