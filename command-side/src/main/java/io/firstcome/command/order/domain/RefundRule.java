package io.firstcome.command.order.domain;

import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import java.util.Arrays;
import java.util.function.BiPredicate;

/** What must hold so that money is asked back. A rejection is {@code NOT_REFUNDABLE} whichever it is. */
enum RefundRule {
    HAS_ITS_MONEY((order, command) -> order.hasMoneyOf(command.paymentId())),
    POSITIVE((order, command) -> command.amount() == null || command.amount() > 0),
    NOT_MORE_THAN_LEFT((order, command) -> command.amount() == null || command.amount() <= order.refundable()),
    /** What was sent comes back first. */
    PART_OF_WHAT_WAS_SENT((order, command) -> !order.status.isSent() || !isWhole(order, command)),
    /** All of it is asked back already, unless the gateway has refused it or the payment came late. */
    OWED_BY_WHAT_ENDED((order, command) -> !order.status.isUndone() || order.refundable() > 0),
    /** After a concert only an operator gives money back. */
    IN_TIME((order, command) ->
            command.owner() == null || order.status.isUndone() || order.isCancellableAt(command.at())),
    WHOLE_OF_WHAT_ENDED((order, command) -> !order.status.isUndone() || isWhole(order, command));

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final BiPredicate<Order, StartRefund> holds;

    RefundRule(BiPredicate<Order, StartRefund> holds) {
        this.holds = holds;
    }

    /**
     * What begins by the command.
     *
     * @throws RejectedException when a rule does not hold
     */
    static OrderRefundStarted decide(Order order, StartRefund command) {
        if (!Arrays.stream(values()).allMatch(rule -> rule.holds.test(order, command))) {
            throw new RejectedException(OrderErrorCode.NOT_REFUNDABLE);
        }
        boolean whole = isWhole(order, command);
        return new OrderRefundStarted(
                command.orderId(),
                order.buyer(),
                command.paymentId(),
                command.refundId(),
                command.amount() == null ? order.refundable() : command.amount(),
                whole,
                command.reason(),
                whole && order.status == Status.PAID ? order.soldHold() : null,
                order.lines,
                command.at());
    }

    private static boolean isWhole(Order order, StartRefund command) {
        return command.amount() == null || command.amount() == order.refundable();
    }
}
