package io.firstcome.command.stock.domain;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HeldLine;
import java.util.List;

/** What an open hold holds, for whom. */
record Hold(OrderId orderId, UserId userId, List<HeldLine> lines) {}
