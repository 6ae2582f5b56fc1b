package io.firstcome.benchmarks.baseline;

import io.firstcome.web.fastpath.FastPathAnswer;
import io.firstcome.web.fastpath.FastPathAnswers;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.security.ForPublic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The read that does nothing: the path and the answer of a stock. */
@RestController
@RequestMapping("/api/v1/product/{productId}/stock")
class NoOpController {

    /** As long as the answer of ours. */
    record Stock(String productId, long onHand, long held, long available, long sold, long version) {}

    @GetMapping
    @ForPublic
    ResponseEntity<Stock> find(@PathVariable @OpaqueId String productId) {
        return ResponseEntity.ok().eTag("1").body(stock(productId));
    }

    private static Stock stock(String productId) {
        return new Stock(productId, 1_000, 0, 1_000, 0, 1);
    }

    /** The same by the fast path, which answers with bytes that are there. */
    @Component
    @ConditionalOnProperty(name = BaselineKind.PROPERTY, havingValue = "fast")
    static class FastAnswers implements FastPathAnswers {

        private final Map<String, FastPathAnswer> answers = new ConcurrentHashMap<>();

        @Override
        public String pattern() {
            return "/api/v1/product/{productId}/stock";
        }

        @Override
        public FastPathAnswer find(String productId) {
            return answers.computeIfAbsent(productId, id -> FastPathAnswer.of(stock(id), 1));
        }
    }
}
