package io.firstcome.query.concert;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A seat of a date.
 *
 * @param seat its number, 1 or more
 */
@Schema(name = "SeatOfDate", example = """
                {"seat": 7, "grade": "VIP", "price": 20000, "status": "AVAILABLE"}""")
public record SeatView(int seat, String grade, long price, SeatStatus status) {}
