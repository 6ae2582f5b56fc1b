package io.firstcome.query.concert;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Seats of a date, true as of {@code version}.
 *
 * @param version the sequence number of the last event of the date that it contains: what to ask for changes {@code since}
 */
@Schema(name = "SeatMapResponse", example = """
                {"items": [{"seat": 7, "grade": "VIP", "price": 20000, "status": "AVAILABLE"}], "version": 3}""")
record SeatMapView(List<SeatView> items, long version) {}
