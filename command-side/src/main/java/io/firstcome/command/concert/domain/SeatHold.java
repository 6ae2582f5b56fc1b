package io.firstcome.command.concert.domain;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.util.List;

/** Which seats an open hold holds, for whom. */
record SeatHold(OrderId orderId, UserId userId, List<Integer> seats) {}
