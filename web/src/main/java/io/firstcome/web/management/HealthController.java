package io.firstcome.web.management;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health on the public port, where the rest of the actuator has moved to a port of its own. Tells the status, no more. */
@RestController
@RequestMapping("/actuator/health")
@ForPublic
@Hidden
class HealthController {

    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping
    ResponseEntity<Map<String, String>> health() {
        return answer(health.health());
    }

    /** Of one group: {@code liveness} or {@code readiness}. */
    @GetMapping("/{group}")
    ResponseEntity<Map<String, String>> health(@PathVariable String group) {
        return answer(health.healthForPath(group));
    }

    private static ResponseEntity<Map<String, String>> answer(@Nullable HealthDescriptor descriptor) {
        if (descriptor == null) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, null);
        }
        Status status = descriptor.getStatus();
        boolean down = status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE);
        return ResponseEntity.status(down ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(Map.of("status", status.getCode()));
    }
}
