package io.firstcome.benchmarks.baseline;

import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The waiting room that does nothing: the paths and the answers of ours to who enters and to who waits. */
@RestController
@RequestMapping("/api/v1/waiting-room/{roomId}")
class NoOpRoomController {

    private static final int POSITION = 10_000;
    private static final int A_MINUTE = 600;
    private static final int LATEST_POLL = 30;

    /** As long as the answer of ours to who waits: what is null is not written. */
    record Place(
            String roomId,
            String userId,
            String status,
            int position,
            int ahead,
            long estimatedWaitSeconds,
            long pollAfterSeconds,
            Instant enteredAt) {}

    @PostMapping("/enter")
    @ForCustomer
    ResponseEntity<Place> enter(@PathVariable @OpaqueId String roomId, Caller caller) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag("\"" + POSITION + "\"")
                .body(place(roomId, caller));
    }

    @GetMapping("/me")
    @ForCustomer
    Place find(@PathVariable @OpaqueId String roomId, Caller caller) {
        return place(roomId, caller);
    }

    private static Place place(String roomId, Caller caller) {
        return new Place(
                roomId,
                caller.userId(),
                "WAITING",
                POSITION,
                POSITION - 1,
                POSITION * 60L / A_MINUTE,
                LATEST_POLL,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
