package io.firstcome.command.process;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.FailRefund;
import io.firstcome.command.payment.api.PaymentCommand.MarkPaymentUnknown;
import io.firstcome.command.payment.api.PaymentCommand.RecordCardRefund;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The card worker and the gateway behind it. Requests are noted with the process, so a crash undoes them; what the gateway did stays,
 * whatever crashes.
 */
final class MemoryGateway implements CardRequests {

    private final ShopInMemory world;
    private Map<PaymentId, CardCharge> charges = new LinkedHashMap<>();
    private Map<RefundId, CardRefund> refunds = new LinkedHashMap<>();
    private final Map<PaymentId, Boolean> approved = new HashMap<>();
    private final Map<PaymentId, Long> captured = new HashMap<>();
    private final Map<RefundId, CardRefund> given = new HashMap<>();
    private final Map<RefundId, Boolean> refused = new HashMap<>();

    MemoryGateway(ShopInMemory world) {
        this.world = world;
    }

    /** What undoes all requests from now on. */
    Runnable undo() {
        Map<PaymentId, CardCharge> chargesBefore = new LinkedHashMap<>(charges);
        Map<RefundId, CardRefund> refundsBefore = new LinkedHashMap<>(refunds);
        return () -> {
            charges = chargesBefore;
            refunds = refundsBefore;
        };
    }

    @Override
    public void confirm(CardCharge charge) {
        if (!approved.containsKey(charge.paymentId())) {
            charges.put(charge.paymentId(), charge);
        }
    }

    @Override
    public void cancel(CardRefund refund) {
        if (!given.containsKey(refund.refundId())) {
            refunds.put(refund.refundId(), refund);
        }
    }

    boolean isIdle() {
        return charges.isEmpty() && refunds.isEmpty();
    }

    /** Carries out one request, perhaps not to its end. */
    void act() {
        if (!charges.isEmpty() && (refunds.isEmpty() || world.chance(50))) {
            charge(pick(charges));
        } else if (!refunds.isEmpty()) {
            giveBack(pick(refunds));
        }
    }

    private <T> T pick(Map<?, T> requests) {
        return List.copyOf(requests.values()).get(world.random().nextInt(requests.size()));
    }

    private void charge(CardCharge charge) {
        if (world.chance(20)) {
            world.execute(new MarkPaymentUnknown(charge.paymentId(), "TIME_OUT", world.now()));
            return;
        }
        boolean yes = approved.computeIfAbsent(charge.paymentId(), payment -> world.chance(65));
        if (yes) {
            captured.putIfAbsent(charge.paymentId(), charge.amount());
        }
        if (world.chance(15)) {
            // It crashes before it can tell.
            return;
        }
        world.execute(
                yes
                        ? new ApprovePayment(charge.paymentId(), world.now())
                        : new DeclinePayment(
                                charge.paymentId(),
                                DeclineReason.PAYMENT_DECLINED,
                                "REJECT_CARD_PAYMENT",
                                charge.points(),
                                world.now()));
        if (!world.chance(15)) {
            charges.remove(charge.paymentId());
        }
    }

    private void giveBack(CardRefund refund) {
        if (refused.computeIfAbsent(refund.refundId(), id -> world.chance(25))) {
            refuse(refund);
            return;
        }
        given.putIfAbsent(refund.refundId(), refund);
        if (world.chance(15)) {
            return;
        }
        world.execute(new RecordCardRefund(refund.paymentId(), refund.refundId(), world.now()));
        if (!world.chance(15)) {
            refunds.remove(refund.refundId());
        }
    }

    private void refuse(CardRefund refund) {
        world.execute(new FailRefund(refund.paymentId(), refund.refundId(), "REFUND_REJECTED", world.now()));
        if (!world.chance(15)) {
            refunds.remove(refund.refundId());
        }
    }

    /** All of which something was captured. */
    Set<PaymentId> payments() {
        return captured.keySet();
    }

    /** What the gateway has of a payment: captured, less what it gave back. */
    long balance(PaymentId payment) {
        return captured.getOrDefault(payment, 0L)
                - given.values().stream()
                        .filter(refund -> refund.paymentId().equals(payment))
                        .mapToLong(CardRefund::amount)
                        .sum();
    }
}
