package io.firstcome.command.order.domain;

import io.firstcome.command.order.api.OrderCommand.StartPayment;
import io.firstcome.contract.OrderErrorCode;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The rules of beginning a payment, in the order in which a rejection is told. */
enum PaymentRule {
    NOT_PAID(OrderErrorCode.ORDER_ALREADY_PAID, (order, command) -> !order.status.isPaidOrLater()),
    NOT_EXPIRED(OrderErrorCode.ORDER_EXPIRED, (order, command) -> order.status != Status.EXPIRED),
    AWAITS_PAYMENT(OrderErrorCode.ORDER_NOT_PAYABLE, (order, command) -> order.status == Status.AWAITING_PAYMENT),
    /** The deadline itself may come late; the rule does not. */
    IN_TIME(OrderErrorCode.ORDER_EXPIRED, (order, command) -> !order.isOverAt(command.at())),
    NO_OTHER_UNDER_WAY(OrderErrorCode.PAYMENT_IN_PROGRESS, (order, command) -> !order.isPaymentUnderWay()),
    /** Asked last, for a piece may be missing because this order was paid with it. */
    COUPON_IS_THE_BUYERS(
            OrderErrorCode.COUPON_NOT_APPLICABLE,
            (order, command) -> command.couponId() == null || command.coupon() != null);

    private static final PaymentRule[] ALL = values();

    private final OrderErrorCode refusal;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final BiPredicate<Order, StartPayment> holds;

    PaymentRule(OrderErrorCode refusal, BiPredicate<Order, StartPayment> holds) {
        this.refusal = refusal;
        this.holds = holds;
    }

    /** The rejection of the first rule that does not hold. */
    static Optional<OrderErrorCode> refusalOf(Order order, StartPayment command) {
        for (PaymentRule rule : ALL) {
            if (!rule.holds.test(order, command)) {
                return Optional.of(rule.refusal);
            }
        }
        return Optional.empty();
    }
}
