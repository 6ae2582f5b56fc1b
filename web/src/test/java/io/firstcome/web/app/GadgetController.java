package io.firstcome.web.app;

import io.firstcome.web.etag.EntityTags;
import io.firstcome.web.fastpath.FastPathAnswer;
import io.firstcome.web.fastpath.FastPathAnswers;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A public read that is on the fast path for ids that begin with r. */
@RestController
@RequestMapping("/api/v1/gadget")
@Tag(name = "gadget", description = "Gadgets")
public class GadgetController implements FastPathAnswers {

    /** How often the controller itself was asked. */
    public final AtomicInteger asked = new AtomicInteger();

    @GetMapping("/{id}")
    @ForPublic
    @Operation(summary = "Read a gadget")
    ResponseEntity<ThingResponse> findGadget(@PathVariable @OpaqueId String id, HttpServletRequest request) {
        asked.incrementAndGet();
        return EntityTags.answer(request, 7, body(id));
    }

    @GetMapping("/rare")
    @ForPublic
    @Operation(summary = "Read the rare gadget")
    ThingResponse findRareGadget() {
        asked.incrementAndGet();
        return body("the rare one");
    }

    private static ThingResponse body(String id) {
        return new ThingResponse(id, 7, Instant.parse("2026-11-20T09:00:00Z"), "ä");
    }

    @Override
    public String pattern() {
        return "/api/v1/gadget/{id}";
    }

    @Override
    public @Nullable FastPathAnswer find(String id) {
        return id.startsWith("r") ? FastPathAnswer.of(body(id), 7) : null;
    }
}
