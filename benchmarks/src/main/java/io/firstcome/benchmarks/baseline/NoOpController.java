package io.firstcome.benchmarks.baseline;

import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.security.ForPublic;
import org.springframework.http.ResponseEntity;
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
        return ResponseEntity.ok().eTag("1").body(new Stock(productId, 1_000, 0, 1_000, 0, 1));
    }
}
