package io.firstcome.query.concert;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The dates that sold out fastest. */
@Schema(name = "SoldOutRankingResponse", example = """
                {"items": [{"concertId": "spring-tour", "dateId": "spring-tour-1", "title": "Spring tour",
                 "seconds": 41.207, "soldOutAt": "2026-11-20T09:00:41Z"}]}""")
record SoldOutRanking(List<SoldOutDate> items) {}
